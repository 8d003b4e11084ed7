package dev.ferry.python.documents;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds all matches of a pattern, one after the other, by trying it only where a quick search says
 * that it may begin: documents are long and names in them are rare.
 */
final class Anchored {
  /** For patterns whose beginning nothing tells. */
  static final Anchors EVERYWHERE = (text, from) -> from;

  private final Matcher matcher;
  private final String text;
  private final Anchors anchors;
  private int at;

  /** Where a match may begin. */
  @FunctionalInterface
  interface Anchors {
    /** The first such place that is not before {@code from}, or -1. */
    int next(String text, int from);
  }

  Anchored(Pattern pattern, String text, Anchors anchors) {
    this.text = text;
    this.anchors = anchors;
    // a line begins and ends where it does in the whole text
    this.matcher = pattern.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
  }

  /** Holds the last match. */
  Matcher matcher() {
    return matcher;
  }

  String text() {
    return text;
  }

  boolean find() {
    if (anchors == EVERYWHERE) {
      return matcher.find();
    }
    while (at <= text.length()) {
      int start = anchors.next(text, at);
      if (start < 0) {
        break;
      }
      if (matcher.region(start, text.length()).lookingAt()) {
        at = matcher.end();
        return true;
      }
      at = start + 1;
    }
    at = text.length() + 1;
    return false;
  }
}
