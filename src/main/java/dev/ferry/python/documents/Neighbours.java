package dev.ferry.python.documents;

import dev.ferry.facts.Relocation;
import dev.ferry.model.Move;
import dev.ferry.model.RepoPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells by a look at the text whether it can name what moves: the last two segments of its name
 * stand beside each other, with a dot or a slash between them. Answers too often rather than too
 * rarely.
 */
final class Neighbours {
  private record Pair(String first, String second) {}

  /** By the word that the second segment begins with. */
  private final Map<String, List<Pair>> pairs = new HashMap<>();

  private final WordSet words = new WordSet();

  /** Those that begin with no word. */
  private final List<Pair> wordless = new ArrayList<>();

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
      return;
    }
    Pair pair =
        new Pair(Latin.of(segments[segments.length - 2]), Latin.of(segments[segments.length - 1]));
    int end = Words.end(pair.second, 0, pair.second.length());
    if (end == 0) {
      wordless.add(pair);
    } else {
      pairs.computeIfAbsent(pair.second.substring(0, end), key -> new ArrayList<>()).add(pair);
      words.add(pair.second.substring(0, end));
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
    if (always || wordless.stream().anyMatch(pair -> isIn(text, pair))) {
      return true;
    }
    // a batch has hundreds of pairs: one pass for all of them
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if (isSeparator(c) && mayFollow(text, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayFollow(String text, int separator) {
    int start = separator + 1;
    int end = Words.end(text, start, text.length());
    return words.holds(text, start, end)
        && pairs.getOrDefault(text.substring(start, end), List.of()).stream()
            .anyMatch(pair -> stands(text, start, pair));
  }

  private static boolean isIn(String text, Pair pair) {
    for (int at = text.indexOf(pair.second); at >= 0; at = text.indexOf(pair.second, at + 1)) {
      if (at > 1 && isSeparator(text.charAt(at - 1)) && stands(text, at, pair)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '/';
  }

  /**
   * Whether a pair stands around the separator before {@code at}, which a backslash may precede.
   */
  private static boolean stands(String text, int at, Pair pair) {
    int end = text.charAt(at - 2) == '\\' ? at - 2 : at - 1;
    return text.startsWith(pair.first, end - pair.first.length())
        && text.startsWith(pair.second, at);
  }
}
