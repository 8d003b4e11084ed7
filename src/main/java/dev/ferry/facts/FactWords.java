package dev.ferry.facts;

import java.util.Arrays;

/**
 * What the facts of one file spell, as hashes: enough to tell which files may name a module without
 * a look at the facts themselves. Two words may share a hash, so an answer may hold too much and
 * never too little.
 */
public final class FactWords {
  /** Imports everything from the package that the file is in, or from one above. */
  public static final int RELATIVE_STAR = hash("*", 0, 1, 'r');

  /**
   * Imports names from the package that the file is in, or from one above, as {@code from . import
   * x}.
   */
  public static final int RELATIVE_NAMES = hash(".", 0, 1, 'r');

  /** The first word of a path or name with a wildcard. */
  public static int wildcard(String first) {
    return hash(first, 0, first.length(), '*');
  }

  /** Makes paths from its own place. */
  public static final int OWN_PATH = hash("__file__", 0, 8, 'p');

  private int[] words = new int[64];
  private int count;

  private FactWords() {}

  /** A segment of an imported name, or a word of a string. */
  public static int of(String word) {
    return hash(word, 0, word.length(), 'w');
  }

  /** The last segment of all that an import or a string names. */
  public static int last(String segment) {
    return hash(segment, 0, segment.length(), 'l');
  }

  /** The first segment of what {@code import a.b} imports without giving it another name. */
  public static int root(String segment) {
    return hash(segment, 0, segment.length(), 'f');
  }

  /** All hashes of a file, sorted, each once. */
  static int[] in(FileFacts facts) {
    FactWords found = new FactWords();
    facts.imports().forEach(found::add);
    facts.strings().forEach(string -> found.addWords(string.text(), !string.isPath()));
    facts.mentions().forEach(found::addMention);
    if (facts.marks().contains(FileFacts.Mark.USES_OWN_PATH)) {
      found.add(OWN_PATH);
    }
    return found.sorted();
  }

  private void add(ImportFact fact) {
    String module = fact.module();
    int start = 0;
    for (int dot = module.indexOf('.'); dot >= 0; dot = module.indexOf('.', start)) {
      add(hash(module, start, dot, 'w'));
      start = dot + 1;
    }
    add(hash(module, start, module.length(), 'w'));
    String name = fact.name();
    if (name == null || fact.isStar()) {
      add(hash(module, start, module.length(), 'l'));
    } else {
      add(of(name));
      add(last(name));
    }
    if (fact.level() == 0 && name == null && fact.alias() == null) {
      int dot = module.indexOf('.');
      add(hash(module, 0, dot < 0 ? module.length() : dot, 'f'));
    }
    if (fact.level() > 0 && module.isEmpty()) {
      add(fact.isStar() ? RELATIVE_STAR : RELATIVE_NAMES);
    }
  }

  private void addMention(String mention) {
    addWords(mention, false);
    if (mention.indexOf('*') > 0) {
      int end = 0;
      while (isPart(mention.charAt(end))) {
        end++;
      }
      add(hash(mention, 0, end, '*'));
    }
  }

  private void addWords(String text, boolean name) {
    int start = 0;
    int lastStart = 0;
    int lastEnd = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !isPart(text.charAt(i))) {
        if (start < i) {
          add(hash(text, start, i, 'w'));
          lastStart = start;
          lastEnd = i;
        }
        start = i + 1;
      }
    }
    if (name && lastStart < lastEnd) {
      add(hash(text, lastStart, lastEnd, 'l'));
    }
  }

  /** Whether the character belongs to a word of a string. */
  public static boolean isPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c > 127;
  }

  private void add(int word) {
    if (count == words.length) {
      words = Arrays.copyOf(sorted(), Math.max(64, 2 * count));
    }
    words[count++] = word;
  }

  private int[] sorted() {
    Arrays.sort(words, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || words[i] != words[i - 1]) {
        words[kept++] = words[i];
      }
    }
    count = kept;
    return Arrays.copyOf(words, kept);
  }

  private static int hash(String text, int from, int to, char kind) {
    int hash = kind;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    hash *= 0x9E3779B1;
    return hash ^ hash >>> 15;
  }
}
