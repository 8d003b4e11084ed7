package dev.ferry.python.documents;

import dev.ferry.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands under which keys of a format. Written one rule a line: a {@link Use}, with a question
 * mark where it is only likely, two where it is only told, and the keys. A key {@code *} is any
 * one, {@code x*} one with that beginning, {@code **} any number of them; {@code <key>} in the end
 * means the keys themselves. The first rule that fits counts.
 */
final class Rules {
  private static final String ITSELF = "<key>";

  private final String lines;
  private final Rule otherwise;

  /** Read when they are first asked for: a move looks at documents of few formats. */
  private volatile @Nullable List<Rule> rules;

  /** What to expect of an item. */
  record Expected(Use use, Confidence confidence) {
    /** The same where it is only told. */
    Expected told() {
      return new Expected(use, Confidence.LOW);
    }
  }

  private record Rule(Expected expected, List<String> keys, boolean ofKey) {}

  /**
   * @param otherwise where no rule fits
   */
  Rules(Use otherwise, String lines) {
    this.otherwise = new Rule(new Expected(otherwise, Confidence.MEDIUM), List.of(), false);
    this.lines = lines;
  }

  private List<Rule> rules() {
    List<Rule> known = rules;
    if (known == null) {
      known = lines.lines().filter(line -> !line.isBlank()).map(Rules::rule).toList();
      rules = known;
    }
    return known;
  }

  private static Rule rule(String line) {
    List<String> words = new ArrayList<>(List.of(line.strip().split(" ")));
    String use = words.removeFirst();
    int doubts = use.length() - use.replace("?", "").length();
    Use named = Use.valueOf(use.substring(0, use.length() - doubts));
    boolean ofKey = !words.isEmpty() && words.getLast().equals(ITSELF);
    if (ofKey) {
      words.removeLast();
    }
    Confidence confidence =
        switch (doubts) {
          case 0 -> Confidence.HIGH;
          case 1 -> Confidence.MEDIUM;
          default -> Confidence.LOW;
        };
    return new Rule(new Expected(named, confidence), List.copyOf(words), ofKey);
  }

  Expected expected(Item item) {
    for (Rule rule : rules()) {
      if (rule.ofKey == item.isKey() && fits(rule.keys, item.path())) {
        return rule.expected;
      }
    }
    return item.isKey() ? new Expected(Use.NOTHING, Confidence.LOW) : otherwise.expected;
  }

  private static boolean fits(List<String> keys, List<String> path) {
    return fits(keys, 0, path, 0);
  }

  /**
   * From these places on; an index of a whole tree asks this of every item, so nothing is copied.
   */
  private static boolean fits(List<String> keys, int key, List<String> path, int step) {
    if (key == keys.size()) {
      return step == path.size();
    }
    if (keys.get(key).equals("**")) {
      for (int i = step; i <= path.size(); i++) {
        if (fits(keys, key + 1, path, i)) {
          return true;
        }
      }
      return false;
    }
    return step < path.size()
        && fits(keys.get(key), path.get(step))
        && fits(keys, key + 1, path, step + 1);
  }

  private static boolean fits(String key, String found) {
    if (key.endsWith("*")) {
      return found.startsWith(key.substring(0, key.length() - 1));
    }
    return key.length() == found.length()
        && (key.equals(found) || key.equals(found.toLowerCase(Locale.ROOT)));
  }
}
