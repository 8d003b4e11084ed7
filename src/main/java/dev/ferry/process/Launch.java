package dev.ferry.process;

import dev.ferry.process.ProgramResult.NotStarted;
import dev.ferry.process.ProgramResult.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Turns a request into a process, or into the reason why there is none. */
sealed interface Launch {
  record Started(Process process) implements Launch {}

  record Refused(NotStarted why) implements Launch {}

  /**
   * @param prefix what stands before the program: the words of a session starter, or nothing
   */
  static Launch of(ProgramRequest request, List<String> prefix) {
    return switch (ProgramLookup.find(request)) {
      case ProgramLookup.Found.Missing(NotStarted why) -> new Refused(why);
      case ProgramLookup.Found.At(var file) -> {
        List<String> argv = new ArrayList<>(prefix);
        argv.add(file.toString());
        argv.addAll(request.argv().subList(1, request.argv().size()));
        yield start(request, argv);
      }
    };
  }

  private static Launch start(ProgramRequest request, List<String> argv) {
    ProcessBuilder builder = new ProcessBuilder(argv).directory(request.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(request.environment());
    builder.redirectErrorStream(request.output() instanceof OutputTarget.Log);
    if (request.input() == null) {
      builder.redirectInput(new File("/dev/null"));
    }
    return start(request, builder);
  }

  private static Launch start(ProgramRequest request, ProcessBuilder builder) {
    try {
      return new Started(builder.start());
    } catch (IOException e) {
      String program = request.argv().getFirst();
      String detail =
          Files.isDirectory(request.directory())
              ? String.valueOf(e.getMessage())
              : "no such directory: " + request.directory();
      return new Refused(new NotStarted(Reason.REFUSED, program, detail));
    }
  }

  /** As {@link #of}, with both ends of the program's streams left to the caller. */
  static Launch conversation(ProgramRequest request) {
    // a request with input gets a pipe instead of an empty file
    return of(request.reading(new byte[0]), List.of());
  }
}
