package dev.ferry.python.rewriting;

import dev.ferry.model.EditReason;
import dev.ferry.python.rewriting.FromImports.Moved;
import dev.ferry.python.syntax.ImportStatement.From;
import dev.ferry.python.syntax.ImportStatement.Item;
import dev.ferry.python.syntax.PythonSource;
import dev.ferry.python.syntax.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Takes names out of the list of a {@code from} statement and puts statements of their own behind
 * it. A comment that follows a name on its line goes with it.
 */
final class FromList {
  private final From statement;
  private final TextEdits edits;
  private final Tokens tokens;
  private final PythonSource source;

  FromList(From statement, TextEdits edits) {
    this.statement = statement;
    this.edits = edits;
    this.tokens = statement.tokens();
    this.source = tokens.source();
  }

  /**
   * @param groups what leaves, by the module where it is now
   */
  void split(Map<String, List<Moved>> groups, UnaryOperator<String> spelling) {
    Set<Item> leaving = new HashSet<>();
    groups.values().forEach(items -> items.forEach(moved -> leaving.add(moved.item())));
    List<String> added = new ArrayList<>();
    groups.forEach((module, items) -> added.add(statement(spelling.apply(module), items)));
    remove(leaving);
    new StatementPlace(statement).putAfter(added, edits, EditReason.SPLIT_LIST);
  }

  private String statement(String module, List<Moved> items) {
    List<String> comments = items.stream().map(moved -> comment(moved.item())).toList();
    boolean ownLine = new StatementPlace(statement).isOnOwnLine();
    if (module.isEmpty() || comments.stream().allMatch(String::isEmpty)) {
      return statement(module, items, tokens);
    }
    if (items.size() == 1 && ownLine) {
      return statement(module, items, tokens) + "  " + comments.getFirst();
    }
    String indentation = source.text(source.lineStart(start(0)), start(0));
    String outer = indentation.isBlank() ? indentation : "";
    StringBuilder text = new StringBuilder("from " + module + " import (");
    for (int i = 0; i < items.size(); i++) {
      text.append("\n").append(outer).append("    ").append(written(items.get(i), tokens));
      String comment = comments.get(i);
      text.append(comment.isEmpty() ? "," : ",  " + comment);
    }
    return text.append("\n").append(outer).append(")").toString();
  }

  private int start(int item) {
    return tokens.start(item == 0 ? statement.first() : statement.names().get(item).first());
  }

  /** A statement that imports the names; {@code import} where they are top-level modules. */
  static String statement(String module, List<Moved> items, Tokens tokens) {
    List<String> names = items.stream().map(moved -> written(moved, tokens)).toList();
    String list = String.join(", ", names);
    return module.isEmpty() ? "import " + list : "from " + module + " import " + list;
  }

  private static String written(Moved moved, Tokens tokens) {
    String old = tokens.identifier(moved.item().first());
    String bound = moved.bound();
    boolean spelled =
        moved.item().alias() >= 0 && old.equals(bound); // "b as b" says that b is exported
    return moved.name().equals(bound) && !spelled ? bound : moved.name() + " as " + bound;
  }

  /** The comment on the line on which a name of a bracketed list ends, or an empty string. */
  private String comment(Item item) {
    if (statement.open() < 0) {
      return "";
    }
    int end = tokens.end(item.last());
    int limit = Math.min(nextTokenAfterComma(item), source.nextLineStart(end));
    int[] comment = tokens.commentBetween(end, limit);
    return comment == null ? "" : source.text(comment[0], comment[1]);
  }

  private int nextTokenAfterComma(Item item) {
    int next = item.last() + 1;
    return tokens.start(tokens.is(next, ",") ? next + 1 : next);
  }

  private void remove(Collection<Item> leaving) {
    List<Item> items = statement.names();
    int i = 0;
    while (i < items.size()) {
      if (!leaving.contains(items.get(i))) {
        i++;
        continue;
      }
      int last = i;
      while (last + 1 < items.size()
          && leaving.contains(items.get(last + 1))
          && isOneRun(items.get(last), items.get(last + 1))) {
        last++;
      }
      removeRun(i, last);
      i = last + 1;
    }
  }

  /** Names on lines of their own leave one by one: comments of their own stand between them. */
  private boolean isOneRun(Item item, Item next) {
    return statement.open() < 0
        || source.line(tokens.end(item.last())) == source.line(tokens.start(next.first()));
  }

  private void removeRun(int first, int last) {
    List<Item> items = statement.names();
    int start = tokens.start(items.get(first).first());
    if (last + 1 < items.size()) {
      removeUpTo(start, tokens.start(items.get(last + 1).first()), items.get(last));
      return;
    }
    Item item = items.get(last);
    int end = tokens.end(item.last());
    int previous = tokens.end(items.get(first - 1).last());
    if (statement.open() < 0
        || tokens.commentBetween(previous, start) == null
            && source.line(previous) == source.line(start)
            && comment(item).isEmpty()) {
      remove(previous, end);
      return;
    }
    removeTail(start, item);
  }

  /** Names at the end of a bracketed list over several lines, with their comma and comment. */
  private void removeTail(int start, Item item) {
    int end = tokens.end(item.last());
    if (tokens.is(item.last() + 1, ",")) {
      end = tokens.end(item.last() + 1);
    }
    int[] comment = tokens.commentBetween(tokens.end(item.last()), source.nextLineStart(end));
    if (comment != null && comment[0] < tokens.start(statement.last())) {
      end = comment[1];
    }
    int lineStart = source.lineStart(start);
    boolean wholeLine = isBlank(lineStart, start) && isBlank(end, lineEndAt(end));
    if (wholeLine) {
      remove(lineStart, source.nextLineStart(end));
    } else {
      remove(blankBefore(start), end);
    }
  }

  private int blankBefore(int offset) {
    int at = offset;
    while (at > 0 && (source.bytes()[at - 1] == ' ' || source.bytes()[at - 1] == '\t')) {
      at--;
    }
    // the indentation of a line stays
    return at > 0 && (source.bytes()[at - 1] == '\n' || source.bytes()[at - 1] == '\r')
        ? offset
        : at;
  }

  /** Names before another one that stays. */
  private void removeUpTo(int start, int next, Item last) {
    int lineStart = source.lineStart(start);
    int afterLast = tokens.end(last.last() + 1);
    int nextLine = source.nextLineStart(afterLast);
    boolean wholeLines = isBlank(lineStart, start) && nextLine <= next;
    if (wholeLines) {
      remove(lineStart, nextLine);
    } else if (nextLine <= next && comment(last).isEmpty() && statement.open() >= 0) {
      // the last names of a line: what follows keeps its line
      remove(blankBefore(start), afterLast);
    } else {
      remove(start, next);
    }
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (source.bytes()[i] != ' ' && source.bytes()[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private int lineEndAt(int offset) {
    int at = offset;
    while (at < source.bytes().length && source.bytes()[at] != '\n' && source.bytes()[at] != '\r') {
      at++;
    }
    return at;
  }

  private void remove(int start, int end) {
    edits.replace(start, end, "", EditReason.SPLIT_LIST);
  }
}
