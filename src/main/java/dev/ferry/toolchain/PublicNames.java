package dev.ferry.toolchain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a module offers, or why it could not be asked. */
public sealed interface PublicNames {
  /**
   * @param file from which the module was loaded, or empty
   * @param names by name, sorted
   */
  record Known(String file, Map<String, Kind> names) implements PublicNames {
    public Known {
      names = Collections.unmodifiableMap(new TreeMap<>(names));
    }
  }

  /** Importing it failed. */
  record NotImportable(String error) implements PublicNames {}

  /** What a name is. */
  sealed interface Kind {
    /**
     * @param parameters kind and name of each, and whether it has a default; nothing where the
     *     language cannot tell
     */
    record Function(Optional<List<String>> parameters) implements Kind {}

    record Type() implements Kind {}

    /**
     * @param type its name; empty where it is not known
     */
    record Value(String type) implements Kind {}
  }
}
