package dev.ferry.python.scopes;

import dev.ferry.python.syntax.Expression;
import dev.ferry.python.syntax.StatementParser;
import dev.ferry.python.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types that comments give as PEP 484 has it: {@code # type: a.b.K} and {@code # type: (a.b.K)
 * -> None}. They are read in the scope of the module.
 */
final class TypeComments {
  private static final Pattern TYPE =
      Pattern.compile("#[ \\t]*type:[ \\t]*+(?!ignore\\b)([^#]*[^#\\s])");

  private final Tokens tokens;

  TypeComments(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * @param at where the comment begins
   */
  record Typed(int at, Expression expression) {}

  List<Typed> expressions() {
    List<Typed> found = new ArrayList<>();
    for (int i = 0; i < tokens.commentCount(); i++) {
      int start = tokens.commentStart(i);
      if (mayBeTyped(start, tokens.commentEnd(i))) {
        read(start, tokens.source().text(start, tokens.commentEnd(i)), found);
      }
    }
    return found;
  }

  private boolean mayBeTyped(int start, int end) {
    int at = start + 1;
    byte[] bytes = tokens.source().bytes();
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at + 5 < end && bytes[at] == 't' && bytes[at + 1] == 'y' && bytes[at + 4] == ':';
  }

  private void read(int start, String comment, List<Typed> found) {
    Matcher type = TYPE.matcher(comment);
    boolean ascii = comment.chars().allMatch(c -> c < 128); // places count bytes
    if (!ascii || !type.lookingAt()) {
      return;
    }
    String text = type.group(1);
    int arrow = text.startsWith("(") ? text.lastIndexOf("->") : -1;
    int from = start + type.start(1);
    if (arrow < 0) {
      add(start, from, from + text.length(), found);
    } else {
      add(start, from, from + arrow, found);
      add(start, from + arrow + 2, from + text.length(), found);
    }
  }

  private void add(int at, int start, int end, List<Typed> found) {
    Expression expression = StatementParser.parseExpression(tokens.source(), start, end);
    if (expression != null) {
      found.add(new Typed(at, expression));
    }
  }
}
