package dev.ferry.process;

import dev.ferry.process.ProgramResult.NotStarted;
import dev.ferry.process.ProgramResult.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Finds programs as the system would, before anything is started: the system itself looks in the
 * PATH of the starting process, and a session starter would report a missing program as exit 127.
 */
public final class ProgramLookup {
  private static final int LONGEST_SHEBANG = 256;

  private ProgramLookup() {}

  /** The program's file, or nothing where {@code PATH} has none that may be executed. */
  public static Optional<Path> onPath(String program, Map<String, String> environment) {
    for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
      Path candidate = folder.isEmpty() ? null : resolve(Path.of(folder), program);
      if (candidate != null
          && candidate.isAbsolute()
          && Files.isRegularFile(candidate)
          && Files.isExecutable(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** Either a path to execute, or why there is none. */
  sealed interface Found {
    record At(Path file) implements Found {}

    record Missing(NotStarted why) implements Found {}
  }

  static Found find(ProgramRequest request) {
    String program = request.argv().getFirst();
    if (program.indexOf('/') < 0) {
      return onPath(program, request.environment())
          .map(file -> interpreterPresent(program, file))
          .orElseGet(() -> missing(Reason.NOT_FOUND, program, "not in PATH"));
    }
    Path file = resolve(request.directory(), program);
    if (file == null || !Files.exists(file)) {
      return missing(Reason.NOT_FOUND, program, "no such file");
    }
    if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
      return missing(Reason.NOT_EXECUTABLE, program, "not an executable file");
    }
    return interpreterPresent(program, file);
  }

  /** A script of a moved or half-deleted virtual environment names a Python that is gone. */
  private static Found interpreterPresent(String program, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(LONGEST_SHEBANG), StandardCharsets.ISO_8859_1);
      if (head.startsWith("#!")) {
        String interpreter = head.substring(2).strip().split("\\s", 2)[0];
        if (interpreter.startsWith("/") && !Files.exists(Path.of(interpreter))) {
          return missing(
              Reason.NOT_FOUND, program, "its interpreter " + interpreter + " does not exist");
        }
      }
    } catch (IOException | InvalidPathException unreadable) {
      // executable but not readable is allowed: the system will tell
      return new Found.At(file);
    }
    return new Found.At(file);
  }

  private static @org.jspecify.annotations.Nullable Path resolve(Path directory, String program) {
    try {
      return directory.resolve(program);
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }

  private static Found missing(Reason reason, String program, String detail) {
    return new Found.Missing(new NotStarted(reason, program, detail));
  }
}
