package dev.ferry.python.documents;

import dev.ferry.model.Confidence;
import dev.ferry.python.documents.RunRewriter.Change;
import java.nio.charset.StandardCharsets;

/** Leaves alone what stays of a name or path: whole segments at either end. */
final class SmallestChange {
  private SmallestChange() {}

  /**
   * @param start where the name or path begins
   * @param raw the text from there on
   * @param old what is replaced of it, without escapes
   */
  static Change of(
      int start, String raw, String old, String now, Confidence confidence, boolean escaped) {
    int first = 0;
    int limit = Math.min(old.length(), now.length());
    int same = 0;
    while (same < limit && old.charAt(same) == now.charAt(same)) {
      same++;
      if (isSeparator(old.charAt(same - 1))) {
        first = same;
      }
    }
    int last = 0;
    same = 0;
    while (same < limit - first
        && old.charAt(old.length() - 1 - same) == now.charAt(now.length() - 1 - same)) {
      same++;
      if (isSeparator(old.charAt(old.length() - same))
          && old.length() - same > first
          && now.length() - same > first) {
        last = same;
      }
    }
    String replaced = now.substring(first, now.length() - last);
    int from = start + rawLength(raw, old.substring(0, first));
    int to = start + rawLength(raw, old.substring(0, old.length() - last));
    String dot = escaped ? dot(raw) : ".";
    return new Change(from, to, replaced.replace(".", dot), old, now, confidence);
  }

  /** How a dot is spelled here: with the backslashes of the first one. */
  private static String dot(String raw) {
    int dot = raw.indexOf("\\.");
    if (dot < 0) {
      return raw.indexOf('\\') >= 0 ? "\\." : ".";
    }
    return dot > 0 && raw.charAt(dot - 1) == '\\' ? "\\\\." : "\\.";
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '/';
  }

  /** How many bytes of the raw text spell this beginning. */
  private static int rawLength(String raw, String beginning) {
    int wanted = beginning.getBytes(StandardCharsets.UTF_8).length;
    int at = 0;
    while (wanted > 0) {
      if (raw.charAt(at) != '\\') {
        wanted--;
      }
      at++;
    }
    return at;
  }
}
