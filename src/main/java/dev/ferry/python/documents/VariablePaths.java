package dev.ferry.python.documents;

import dev.ferry.facts.Relocation;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells of paths with a variable or a list in braces in them that spell a file which moves, where
 * the rest of its name stands elsewhere in the document: {@code for m in x y; do run a/$m.py}.
 */
final class VariablePaths {
  private static final String VARIABLE =
      "(?:\\$\\{\\{[^{}\\n]*\\}\\}|\\{\\{[^{}\\n]*\\}\\}|\\$\\$?[({]?\\w+[)}]?|%%?~?\\w+%?)";

  private static final Pattern PATH =
      Pattern.compile(
          "(?<![\\w./$%}-])(?:\\./)?((?:[\\w.-]+/)+[\\w.-]*)(?:("
              + VARIABLE
              + ")|\\{([\\w.-]+(?:,[\\w.-]*)+)\\})([\\w.-]*)(?![\\w./*?${-])");

  private final Relocation relocation;
  private final String path;
  private final String text;

  VariablePaths(Relocation relocation, String path, String text) {
    this.relocation = relocation;
    this.path = path;
    this.text = text;
  }

  List<Problem> in(Item item) {
    List<Problem> problems = new ArrayList<>();
    Matcher found = PATH.matcher(text).region(item.start(), item.end());
    found.useTransparentBounds(true);
    while (found.find()) {
      boolean list = found.group(3) != null;
      String middle =
          list ? "(?:" + Pattern.quote(found.group(3)).replace(",", "\\E|\\Q") + ")" : "[^/]+";
      Pattern pattern =
          Pattern.compile(
              Pattern.quote(found.group(1)) + middle + Pattern.quote(found.group(4)) + "(?:/.*)?");
      lost(pattern, list, found.group(1).length(), found.group(4).length())
          .ifPresent(moved -> problems.add(problem(found.start(), found.group(), moved)));
    }
    return problems;
  }

  private Optional<Map.Entry<String, String>> lost(
      Pattern pattern, boolean isList, int before, int after) {
    return relocation.paths().entrySet().stream()
        .filter(entry -> pattern.matcher(entry.getKey()).matches())
        .filter(entry -> !pattern.matcher(entry.getValue()).matches() || !isList)
        .filter(entry -> isList || isSpelled(entry.getKey(), before, after))
        .min(Map.Entry.comparingByKey());
  }

  /** Whether what the variable has to be stands somewhere in the document as a word. */
  private boolean isSpelled(String moved, int before, int after) {
    int end = moved.indexOf('/', before);
    String component = end < 0 ? moved.substring(before) : moved.substring(before, end);
    if (component.length() <= after) {
      return false;
    }
    String word = Latin.of(component.substring(0, component.length() - after));
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int last = at + word.length();
      boolean begins = at == 0 || !isPart(text.charAt(at - 1));
      if (begins && (last == text.length() || !isPart(text.charAt(last)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '/';
  }

  private Problem problem(int at, String written, Map.Entry<String, String> moved) {
    int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    return Problem.at(
        path, line, Code.M137, Latin.decode(written), moved.getKey(), moved.getValue());
  }

  /** Whether an item may hold one. */
  static boolean mayBeIn(String text, Item item) {
    boolean slash = false;
    for (int i = item.start(); i < item.end(); i++) {
      char c = text.charAt(i);
      slash |= c == '/';
      if (slash && (c == '$' || c == '{' || c == '%')) {
        return true;
      }
    }
    return false;
  }
}
