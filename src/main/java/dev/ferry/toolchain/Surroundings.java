package dev.ferry.toolchain;

import java.util.List;
import java.util.Optional;

/** The machine, as far as the search for an environment looks at it. Paths are absolute. */
public interface Surroundings {
  /** A variable of the environment ferry was started in; empty ones count as missing. */
  Optional<String> variable(String name);

  boolean isDirectory(String path);

  boolean isExecutable(String path);

  /** A file's text, or nothing where it cannot be read. */
  Optional<String> read(String path);

  /** Names in a directory, sorted; empty where there is none. */
  List<String> list(String directory);

  /** The program of this name that a shell would start. */
  Optional<String> onPath(String program);
}
