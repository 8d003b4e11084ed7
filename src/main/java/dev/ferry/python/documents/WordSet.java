package dev.ferry.python.documents;

import java.util.HashSet;
import java.util.Set;

/**
 * Some words of which texts are asked, word for word: most of a text is neither of the length nor
 * of the beginning of any of them.
 */
final class WordSet {
  private final Set<String> words = new HashSet<>();

  /** By the first character: a bit for each length, of which the last means longer ones too. */
  private final long[] lengths = new long[256];

  /**
   * @param word in Latin 1, not empty
   */
  void add(String word) {
    words.add(word);
    lengths[word.charAt(0)] |= bit(word.length());
  }

  private static long bit(int length) {
    return 1L << Math.min(length, Long.SIZE - 1);
  }

  /**
   * Whether what stands here is one of them.
   *
   * @param text in Latin 1
   */
  boolean holds(String text, int start, int end) {
    return start < end
        && (lengths[text.charAt(start)] & bit(end - start)) != 0
        && words.contains(text.substring(start, end));
  }

  /** Those of them that stand in a text as words. */
  Set<String> in(String text) {
    Set<String> found = new HashSet<>();
    for (int i = 0; i < text.length(); i++) {
      if (Words.isPart(text.charAt(i))) {
        int end = Words.end(text, i, text.length());
        if (holds(text, i, end)) {
          found.add(text.substring(i, end));
        }
        i = end;
      }
    }
    return found;
  }
}
