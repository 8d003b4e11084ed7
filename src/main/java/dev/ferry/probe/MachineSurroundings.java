package dev.ferry.probe;

import dev.ferry.process.ProgramLookup;
import dev.ferry.toolchain.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine that ferry runs on. */
final class MachineSurroundings implements Surroundings {
  private static final long LONGEST_FILE = 1 << 20;

  private final Map<String, String> environment;

  MachineSurroundings(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  @Override
  public boolean isDirectory(String path) {
    return Files.isDirectory(Path.of(path));
  }

  @Override
  public boolean isExecutable(String path) {
    Path file = Path.of(path);
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  @Override
  public Optional<String> read(String path) {
    Path file = Path.of(path);
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= LONGEST_FILE) {
        return Optional.of(Files.readString(file));
      }
    } catch (IOException unreadable) {
      // as good as missing: it was only a hint
    }
    return Optional.empty();
  }

  @Override
  public List<String> list(String directory) {
    try (Stream<Path> entries = Files.list(Path.of(directory))) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  @Override
  public Optional<String> onPath(String program) {
    return ProgramLookup.onPath(program, environment).map(Path::toString);
  }
}
