package dev.ferry.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A script that stands in a program's place, first in {@code PATH}: it writes down its calls, does
 * what it is told to at some of them, and lets the real program do the work.
 */
final class CountedProgram {
  private final Path folder;
  private final String program;
  private final String told;

  /**
   * A program in place of the one of this name.
   *
   * @param folder where it stands; made if missing
   * @param told what is written down of a call, in the words of a shell: {@code $*} for all
   */
  CountedProgram(Path folder, String program, String told) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.program = program;
    this.told = told;
  }

  /**
   * Forgets the calls counted so far, and does something at some of the next ones.
   *
   * @param numbers the calls, counted from 1
   * @param action a line of shell, in which {@code $real} is the real program and {@code $n} the
   *     call's number; the call goes on after it, unless it ends the script
   */
  void arm(Collection<Integer> numbers, String action) throws IOException {
    Files.deleteIfExists(calls());
    String chosen = numbers.stream().map(String::valueOf).collect(Collectors.joining("|"));
    Path script = folder.resolve(program);
    Files.writeString(
        script,
        """
        #!/bin/sh
        PATH=${PATH#*:}
        real=$(command -v PROGRAM)
        echo "$$ TOLD" >> 'CALLS'
        # others may have called since: the number is that of the own line
        n=$(sed -n "/^$$ /=" 'CALLS' | tail -n 1)
        case $n in
          CHOSEN) ACTION ;;
        esac
        exec "$real" "$@"
        """
            .replace("PROGRAM", program)
            .replace("TOLD", told)
            .replace("CALLS", calls().toString())
            .replace("CHOSEN", chosen)
            .replace("ACTION", action));
    if (!script.toFile().setExecutable(true)) {
      throw new IOException(script.toString());
    }
  }

  private Path calls() {
    return folder.resolve("calls");
  }

  /** Every call since it was armed, in order. */
  List<String> called() throws IOException {
    if (!Files.exists(calls())) {
      return List.of();
    }
    return Files.readAllLines(calls()).stream()
        .map(call -> call.substring(call.indexOf(' ') + 1))
        .toList();
  }

  /** The search path under which a ferry meets this program first. */
  String path() {
    return folder + ":" + System.getenv("PATH");
  }
}
