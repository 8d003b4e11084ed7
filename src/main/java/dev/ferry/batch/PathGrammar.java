package dev.ferry.batch;

import dev.ferry.model.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a path inside the repository may look like: relative, without {@code ..}, without any
 * spelling of {@code .git}, without characters that a reader cannot see. What is only untidy is
 * tidied and told.
 */
final class PathGrammar {
  /**
   * Characters that HFS+ ignores in names, so that {@code .g<U+200C>it} is {@code .git} there; the
   * list is git's own (utf8.c, next_hfs_char).
   */
  private static final String IGNORED_BY_HFS =
      "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
          + "\u206a\u206b\u206c\u206d\u206e\u206f\ufeff";

  private PathGrammar() {}

  /** One fault of a path: a code, and its arguments after column and path. */
  record Fault(Code code, String detail) {}

  /**
   * A path as read.
   *
   * @param path normalised; meaningless where there are faults
   */
  record Reading(String path, List<Fault> faults) {}

  static Reading read(String written) {
    List<Fault> faults = new ArrayList<>();
    String trimmed = written.strip();
    hiddenCharacter(trimmed, faults);
    if (trimmed.indexOf('\\') >= 0) {
      faults.add(new Fault(Code.B017, trimmed.replace('\\', '/')));
    }
    if (trimmed.startsWith("/") || isDrive(trimmed)) {
      faults.add(new Fault(Code.B014, trimmed));
    }
    if (trimmed.startsWith("-")) {
      faults.add(new Fault(Code.B018, trimmed));
    }
    List<String> segments = new ArrayList<>();
    for (String segment : trimmed.replace('\\', '/').split("/")) {
      if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    checkSegments(segments, faults);
    if (segments.isEmpty() && faults.isEmpty()) {
      faults.add(new Fault(Code.B012, trimmed));
    }
    String path = String.join("/", segments);
    return new Reading(path.equals(written) ? written : path, faults);
  }

  private static void checkSegments(List<String> segments, List<Fault> faults) {
    if (segments.contains("..")) {
      faults.add(new Fault(Code.B015, ".."));
    }
    for (String segment : segments) {
      if (isGitDirectory(segment)) {
        faults.add(new Fault(Code.B016, segment));
      }
      if (segment.length() > Limits.SEGMENT_BYTES / 4
          && segment.getBytes(StandardCharsets.UTF_8).length > Limits.SEGMENT_BYTES) {
        faults.add(new Fault(Code.B020, segment));
      }
    }
  }

  private static void hiddenCharacter(String text, List<Fault> faults) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (isHidden(c)) {
        faults.add(new Fault(Code.B013, "U+%04X".formatted(c)));
        return;
      }
      i += Character.charCount(c);
    }
  }

  /** Control and format characters, and the two separators that are line ends to some programs. */
  static boolean isHidden(int c) {
    if (c >= 0x20 && c < 0x7F) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static boolean isDrive(String path) {
    return path.length() >= 2
        && path.charAt(1) == ':'
        && Character.isLetter(path.charAt(0))
        && path.charAt(0) < 0x80;
  }

  /**
   * Whether some file system takes {@code segment} for the repository's own directory: any case,
   * NTFS's trailing spaces, dots and stream names, its short name {@code git~1}, HFS+'s ignored
   * characters. The rules are those of git's verify_path.
   */
  static boolean isGitDirectory(String segment) {
    StringBuilder visible = new StringBuilder(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (IGNORED_BY_HFS.indexOf(c) < 0) {
        visible.append(c);
      }
    }
    String name = visible.toString().toLowerCase(Locale.ROOT);
    int stream = name.indexOf(':');
    String stem = stream < 0 ? name : name.substring(0, stream);
    String bare = stem.replaceAll("[ .]+$", "");
    return bare.equals(".git") || bare.equals("git~1");
  }
}
