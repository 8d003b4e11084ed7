package dev.ferry.probe;

import dev.ferry.model.ObjectId;
import java.nio.file.Path;

/** A slot, as the probes see it. Used by one thread at a time. */
public interface Workplace {
  /** The work tree; a real path. */
  Path root();

  /** A directory beside the work tree, for what belongs to this slot alone. */
  Path belongings();

  /** Which of the slots this is, from 1. */
  int number();

  /**
   * Makes the work tree exactly the commit's: whatever else lies in it is gone, ignored files
   * included.
   */
  void checkout(ObjectId commit);
}
