package dev.ferry.model;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a file that only keeps an old name working, in a form that is found again:
 * {@code # ferry-shim: labs.clock -> core.clock, remove after 2027-06-30}.
 *
 * @param until the last day on which the old name has to work
 */
public record ShimMark(String oldName, String newName, LocalDate until) {
  private static final Pattern LINE =
      Pattern.compile("ferry-shim: (\\S+) -> (\\S+), remove after (\\d{4}-\\d\\d-\\d\\d)");

  /** No mark begins later than this. */
  private static final int LONGEST = 2000;

  public ShimMark {
    Objects.requireNonNull(oldName, "oldName");
    Objects.requireNonNull(newName, "newName");
    Objects.requireNonNull(until, "until");
  }

  /** The mark of a file, or nothing where its first line is none. */
  public static Optional<ShimMark> of(byte[] content) {
    int length = 0;
    while (length < Math.min(content.length, LONGEST)
        && content[length] != '\n'
        && content[length] != '\r') {
      length++;
    }
    Matcher matcher = LINE.matcher(new String(content, 0, length, StandardCharsets.UTF_8));
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      LocalDate until = LocalDate.parse(matcher.group(3));
      return Optional.of(new ShimMark(matcher.group(1), matcher.group(2), until));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The line without what begins a comment. */
  public String text() {
    return "ferry-shim: " + oldName + " -> " + newName + ", remove after " + until;
  }
}
