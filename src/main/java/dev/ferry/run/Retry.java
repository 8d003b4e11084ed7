package dev.ferry.run;

import java.util.List;
import java.util.Optional;

/** Which rows are to be worked anew. */
public sealed interface Retry {
  /** Modules by name, those that are held back among them. */
  record Named(List<String> modules) implements Retry {
    public Named {
      modules = List.copyOf(modules);
    }
  }

  /**
   * Every row whose last attempt failed.
   *
   * @param only those that failed for such a reason; all where it is empty
   */
  record Failed(Optional<FailureClass> only) implements Retry {}
}
