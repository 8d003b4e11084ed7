package dev.ferry.python.rewriting;

import dev.ferry.model.Confidence;
import dev.ferry.model.EditReason;
import dev.ferry.python.rewriting.PathReading.Component;
import dev.ferry.python.syntax.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes in the literals of a path that is put together, so that it leads somewhere else. */
record ComponentEdits(List<NameEdit> changes) {
  ComponentEdits {
    changes = List.copyOf(changes);
  }

  /**
   * @param target where the path is to lead
   * @return null where the literals of the expression alone cannot say that
   */
  static @Nullable ComponentEdits of(Tokens tokens, PathReading reading, String target) {
    List<Component> old = reading.components();
    List<String> wanted = wanted(reading, target);
    if (wanted.isEmpty() || !StandardCharsets.US_ASCII.newEncoder().canEncode(target)) {
      return null;
    }
    int from = 0;
    while (from < Math.min(old.size(), wanted.size())
        && old.get(from).text().equals(wanted.get(from))) {
      from++;
    }
    int to = old.size();
    int end = wanted.size();
    while (to > from && end > from && old.get(to - 1).text().equals(wanted.get(end - 1))) {
      to--;
      end--;
    }
    if (to - from == end - from) {
      return each(old.subList(from, to), wanted.subList(from, end));
    }
    if (from == to || from == end) {
      // something is put in, or left out: with a neighbour it is a change
      if (to < old.size()) {
        to++;
        end++;
      } else if (from > 0) {
        from--;
      } else {
        return null;
      }
    }
    return together(tokens, old.subList(from, to), wanted.subList(from, end));
  }

  private static List<String> wanted(PathReading reading, String target) {
    String base = reading.now();
    if (base == null || target.equals(base)) {
      return List.of();
    }
    boolean climbs = reading.components().stream().anyMatch(each -> each.text().equals(".."));
    List<String> wanted = new ArrayList<>();
    String above = base;
    while (!above.isEmpty() && !target.startsWith(above + "/")) {
      if (!climbs) {
        return List.of();
      }
      above = above.substring(0, Math.max(0, above.lastIndexOf('/')));
      wanted.add("..");
    }
    String rest = above.isEmpty() ? target : target.substring(above.length() + 1);
    wanted.addAll(rest.isEmpty() ? List.of() : List.of(rest.split("/", -1)));
    return wanted;
  }

  private static @Nullable ComponentEdits each(List<Component> old, List<String> wanted) {
    List<NameEdit> changes = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      Component component = old.get(i);
      if (component.text().equals(wanted.get(i))) {
        continue;
      }
      if (!component.isHere()) {
        return null;
      }
      changes.add(new NameEdit(component.start(), component.end(), wanted.get(i)));
    }
    return new ComponentEdits(changes);
  }

  /** One change from the first component to the last, literals and what is between them. */
  private static @Nullable ComponentEdits together(
      Tokens tokens, List<Component> old, List<String> wanted) {
    Component first = old.getFirst();
    Component last = old.getLast();
    if (old.stream().anyMatch(each -> !each.isHere())) {
      return null;
    }
    String between = old.size() == 1 ? "" : tokens.source().text(first.end(), last.start());
    boolean plain = between.chars().noneMatch(c -> c == '\n' || c == '#' || c == '(' || c == ')');
    byte[] bytes = tokens.source().bytes();
    String quote = String.valueOf((char) bytes[tokens.start(first.token())]);
    boolean alike =
        bytes[tokens.start(first.token())] == bytes[tokens.start(last.token())]
            && Literal.of(tokens, first.token()).start() == tokens.start(first.token()) + 1
            && Literal.of(tokens, last.token()).start() == tokens.start(last.token()) + 1;
    if (!plain || !alike) {
      return null;
    }
    boolean divided = isSlash(tokens, first.token() - 1) || isSlash(tokens, first.token() + 1);
    boolean one = first.token() == last.token();
    Literal literal = Literal.of(tokens, first.token());
    boolean whole = literal.start() == first.start() && literal.end() == first.end();
    String separator = quote + (divided ? " / " : ", ") + quote;
    return change(first, last, String.join(one && !(divided && whole) ? "/" : separator, wanted));
  }

  private static boolean isSlash(Tokens tokens, int token) {
    return token >= 0 && token < tokens.size() && tokens.is(token, "/");
  }

  private static ComponentEdits change(Component first, Component last, String text) {
    return new ComponentEdits(List.of(new NameEdit(first.start(), last.end(), text)));
  }

  void apply(TextEdits edits, Confidence confidence) {
    for (NameEdit change : changes) {
      edits.replace(change.start(), change.end(), change.text(), EditReason.STRING, confidence);
    }
  }
}
