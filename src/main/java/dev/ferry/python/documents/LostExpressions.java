package dev.ferry.python.documents;

import dev.ferry.facts.Relocation;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.Problem;
import dev.ferry.python.documents.RunRewriter.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions over paths that met something that moves and, with the changes that were made
 * to them, do not meet it where it goes.
 */
final class LostExpressions {
  /** Longer ones are lists that a program wrote. */
  private static final int LONGEST = 2000;

  /** An expression that looks at more characters than this for one path is not waited for. */
  private static final int MOST_STEPS = 20_000;

  /** The keys below which expressions stand; asked first, for it costs little. */
  private static final Set<String> KEYS =
      Set.of(
          "files",
          "exclude",
          "include",
          "extend-exclude",
          "extend_exclude",
          "force-exclude",
          "ignore-paths",
          "ignore-patterns",
          "fileMatch",
          "managerFilePatterns",
          "match-dir");

  private final Relocation relocation;
  private final String path;
  private final String text;

  LostExpressions(Relocation relocation, String path, String text) {
    this.relocation = relocation;
    this.path = path;
    this.text = text;
  }

  /**
   * @param items one after the other, the lines of one expression
   * @param changes of the document
   */
  Optional<Problem> in(List<Item> items, List<Change> changes) {
    int start = items.getFirst().start();
    int end = items.getLast().end();
    if (end - start > LONGEST) {
      return Optional.empty();
    }
    String before = text.substring(start, end);
    List<Change> own =
        changes.stream()
            .filter(change -> change.start() >= start && change.end() <= end)
            .filter(change -> change.confidence() != Confidence.LOW)
            .sorted(Comparator.comparingInt(Change::start))
            .toList();
    Optional<Pattern> old = compiled(before);
    Optional<Pattern> fresh = own.isEmpty() ? old : compiled(changed(before, start, own));
    if (old.isEmpty() || fresh.isEmpty()) {
      return Optional.empty();
    }
    return relocation.paths().entrySet().stream()
        .filter(entry -> meets(old.get(), entry.getKey()))
        .filter(entry -> !meets(fresh.get(), entry.getValue()))
        .min(Map.Entry.comparingByKey())
        .map(entry -> problem(start, before, entry));
  }

  /** With the backslashes of quoted strings as the reader of the file has them. */
  private static Optional<Pattern> compiled(String expression) {
    String plain = Latin.decode(expression).replace("\\\\", "\\");
    int flags = plain.indexOf('\n') >= 0 ? Pattern.COMMENTS : 0;
    try {
      return Optional.of(Pattern.compile(plain, flags));
    } catch (PatternSyntaxException | StackOverflowError mistake) {
      return Optional.empty();
    }
  }

  private static String changed(String expression, int start, List<Change> changes) {
    StringBuilder changed = new StringBuilder();
    int at = 0;
    for (Change change : changes) {
      if (change.start() - start >= at) {
        changed.append(expression, at, change.start() - start).append(Latin.of(change.text()));
        at = change.end() - start;
      }
    }
    return changed.append(expression, at, expression.length()).toString();
  }

  /** Tools ask with a slash before the path, or without. */
  private static boolean meets(Pattern expression, String path) {
    try {
      return expression.matcher(new Watched(path)).find()
          || expression.matcher(new Watched("/" + path)).find();
    } catch (TooLongException | StackOverflowError unknown) {
      return false;
    }
  }

  private Problem problem(int at, String expression, Map.Entry<String, String> lost) {
    int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    String shown = Latin.decode(expression).replaceAll("\\s+", " ");
    return Problem.at(path, line, Code.M110, shown, lost.getKey(), lost.getValue());
  }

  static boolean mayBeBelow(List<String> path) {
    return !path.isEmpty() && KEYS.contains(path.getLast());
  }

  /** The pieces of text that are one expression each: lines of a block belong together. */
  static List<List<Item>> expressions(String text, List<Item> items) {
    List<List<Item>> expressions = new ArrayList<>();
    for (Item item : items) {
      List<Item> last = expressions.isEmpty() ? List.of() : expressions.getLast();
      boolean goesOn =
          !last.isEmpty()
              && last.getLast().path().equals(item.path())
              && last.getLast().group() == item.group()
              && text.substring(last.getLast().end(), item.start()).isBlank();
      if (goesOn) {
        last.add(item);
      } else {
        expressions.add(new ArrayList<>(List.of(item)));
      }
    }
    return expressions;
  }

  /** An expression takes too long. */
  private static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A text that counts how often it is looked at. */
  private static final class Watched implements CharSequence {
    private final String text;
    private int steps;

    Watched(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++steps > MOST_STEPS) {
        throw new TooLongException();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
