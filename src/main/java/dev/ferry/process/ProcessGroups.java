package dev.ferry.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Members of a process group where there is no {@code /proc} to read: {@code ps} knows them. */
final class ProcessGroups {
  private static final Pattern LINE = Pattern.compile("\\s*(\\d+)\\s+(\\d+)\\s+(\\S+).*");

  private ProcessGroups() {}

  static List<Long> membersByPs(long group) {
    if (group == 0) {
      return List.of();
    }
    try {
      Process ps =
          new ProcessBuilder("/bin/ps", "-A", "-o", "pid=,pgid=,stat=")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      ps.getOutputStream().close();
      String listing = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return parse(listing, group);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Long> parse(String listing, long group) {
    List<Long> members = new ArrayList<>();
    for (String line : listing.lines().toList()) {
      Matcher fields = LINE.matcher(line);
      if (fields.matches()
          && Long.parseLong(fields.group(2)) == group
          && !fields.group(3).startsWith("Z")) {
        members.add(Long.parseLong(fields.group(1)));
      }
    }
    return members;
  }
}
