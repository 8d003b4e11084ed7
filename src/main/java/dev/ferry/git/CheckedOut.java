package dev.ferry.git;

import dev.ferry.model.ObjectId;
import java.util.List;

/**
 * What stands in a slot.
 *
 * @param leftOut files of the commit whose blobs the repository lacks, so that they are not there
 */
public record CheckedOut(ObjectId commit, List<String> leftOut) {
  public CheckedOut {
    leftOut = List.copyOf(leftOut);
  }
}
