package dev.ferry.python.testing;

import dev.ferry.toolchain.Surroundings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A machine made of a few paths. */
final class FakeSurroundings implements Surroundings {
  private final Map<String, String> files = new TreeMap<>();
  private final Map<String, String> variables = new HashMap<>();

  FakeSurroundings file(String path, String text) {
    files.put(path, text);
    return this;
  }

  FakeSurroundings set(String name, String value) {
    variables.put(name, value);
    return this;
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  @Override
  public boolean isDirectory(String path) {
    return files.keySet().stream().anyMatch(file -> file.startsWith(path + "/"));
  }

  @Override
  public boolean isExecutable(String path) {
    return files.containsKey(path);
  }

  @Override
  public Optional<String> read(String path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public List<String> list(String directory) {
    return files.keySet().stream()
        .filter(file -> file.startsWith(directory + "/"))
        .map(file -> file.substring(directory.length() + 1).split("/", 2)[0])
        .distinct()
        .toList();
  }

  @Override
  public Optional<String> onPath(String program) {
    return Optional.of("/usr/bin/" + program).filter(files::containsKey);
  }
}
