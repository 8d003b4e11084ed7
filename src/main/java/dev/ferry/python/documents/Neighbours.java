package dev.ferry.python.documents;

import dev.ferry.facts.Relocation;
import dev.ferry.model.Move;
import dev.ferry.model.RepoPaths;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells by a look at the text whether it can name what moves: the last two segments of its name
 * stand beside each other, with a dot or a slash between them. Answers too often rather than too
 * rarely.
 */
final class Neighbours {
  private final List<String[]> pairs = new ArrayList<>();
  private boolean always;

  Neighbours(Relocation relocation) {
    for (Move move : relocation.moves()) {
      add(move.source());
      relocation.before().namesOf(move.source()).forEach(name -> add(name.replace('.', '/')));
    }
  }

  private void add(String path) {
    String[] segments = stem(path).split("/", -1);
    if (segments.length < 2) {
      always = true; // one word is looked for by itself
    } else {
      pairs.add(
          new String[] {
            Latin.of(segments[segments.length - 2]), Latin.of(segments[segments.length - 1])
          });
    }
  }

  /** A path without the ending of its file; of a package's own file that of the package. */
  static String stem(String path) {
    String name = RepoPaths.name(path);
    if (name.startsWith("__init__.")) {
      return RepoPaths.parent(path);
    }
    int dot = name.indexOf('.');
    return dot < 0 ? path : path.substring(0, path.length() - name.length() + dot);
  }

  /**
   * @param text its bytes, one character each
   */
  boolean in(String text) {
    return always || pairs.stream().anyMatch(pair -> areIn(text, pair[0], pair[1]));
  }

  private static boolean areIn(String text, String first, String second) {
    for (int at = text.indexOf(second); at >= 0; at = text.indexOf(second, at + 1)) {
      int separator = at - 1;
      if (separator > 0 && (text.charAt(separator) == '.' || text.charAt(separator) == '/')) {
        int end = text.charAt(separator - 1) == '\\' ? separator - 1 : separator;
        if (text.startsWith(first, end - first.length())) {
          return true;
        }
      }
    }
    return false;
  }
}
