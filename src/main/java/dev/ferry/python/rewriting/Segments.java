package dev.ferry.python.rewriting;

import dev.ferry.python.rewriting.NameEdit.Segment;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Dotted names of a file as segments with their places. */
final class Segments {
  private Segments() {}

  static List<Segment> of(Tokens tokens, int[] segments) {
    List<Segment> found = new ArrayList<>(segments.length);
    for (int token : segments) {
      found.add(new Segment(tokens.identifier(token), tokens.start(token), tokens.end(token)));
    }
    return found;
  }

  /** The first segments of a use. */
  static List<Segment> of(Reference reference, int count) {
    List<Segment> found = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      found.add(new Segment(reference.segment(i), reference.start(i), reference.end(i)));
    }
    return found;
  }

  static List<String> names(Reference reference) {
    List<String> names = new ArrayList<>(reference.length());
    for (int i = 0; i < reference.length(); i++) {
      names.add(reference.segment(i));
    }
    return names;
  }

  static String text(Tokens tokens, int[] segments) {
    StringBuilder text = new StringBuilder();
    for (int token : segments) {
      text.append(text.isEmpty() ? "" : ".").append(tokens.identifier(token));
    }
    return text.toString();
  }
}
