package dev.ferry.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Linux says of a process in {@code /proc/PID/stat} (proc(5)).
 *
 * @param state one letter; Z is dead but not yet waited for
 * @param start clock ticks since boot
 */
record ProcStat(long pid, char state, long group, long session, long start) {
  static boolean available() {
    return Files.isReadable(Path.of("/proc/self/stat"));
  }

  static Optional<ProcStat> of(long pid) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc/" + pid + "/stat"));
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      // the second field is the name in parentheses, which may itself hold blanks and parentheses
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      return Optional.of(
          new ProcStat(
              pid,
              fields[0].charAt(0),
              Long.parseLong(fields[2]),
              Long.parseLong(fields[3]),
              Long.parseLong(fields[19])));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  boolean runs() {
    return state != 'Z' && state != 'X';
  }
}
