package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import java.util.Collection;
import java.util.Optional;

/**
 * Where the bytes of blobs come from. Implementations say whether several threads may share one.
 */
public interface BlobSource {
  /** The blob's bytes, or nothing where the repository lacks it (partial and damaged clones do). */
  Optional<byte[]> read(ObjectId blob);

  /** Reads many blobs in one go; the visitor is called once for each, in the order asked for. */
  void readAll(Collection<ObjectId> blobs, Visitor visitor);

  /** The name that git gives to these bytes as a blob. */
  ObjectId nameOf(byte[] content);

  /** Takes blobs as they are read. */
  @FunctionalInterface
  interface Visitor {
    void visit(ObjectId blob, Optional<byte[]> content);
  }
}
