package dev.ferry.python.syntax;

import dev.ferry.python.syntax.ExpressionParser.Unreadable;
import dev.ferry.python.syntax.ImportStatement.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads import statements, which even a broken file mostly has whole. */
final class ImportParser {
  private final Tokens tokens;
  private int at;

  ImportParser(Tokens tokens, int at) {
    this.tokens = tokens;
    this.at = at;
  }

  ImportStatement.Plain plain() throws Unreadable {
    int first = at++;
    List<Item> names = new ArrayList<>();
    do {
      names.add(item(dotted()));
    } while (accept(","));
    return new ImportStatement.Plain(tokens, first, at - 1, names);
  }

  ImportStatement.From from() throws Unreadable {
    int first = at++;
    int level = 0;
    while (tokens.is(at, ".") || tokens.is(at, "...")) {
      level += tokens.end(at) - tokens.start(at);
      at++;
    }
    int[] module = tokens.is(at, Keyword.IMPORT) ? new int[0] : dotted();
    if (!tokens.is(at, Keyword.IMPORT) || (level == 0 && module.length == 0)) {
      throw new Unreadable();
    }
    int importKeyword = at++;
    if (tokens.is(at, "*")) {
      Item star = new Item(new int[] {at++}, -1);
      return new ImportStatement.From(
          tokens, first, at - 1, level, module, importKeyword, -1, List.of(star));
    }
    int open = tokens.is(at, "(") ? at++ : -1;
    List<Item> names = names(open >= 0);
    return new ImportStatement.From(
        tokens, first, at - 1, level, module, importKeyword, open, names);
  }

  private List<Item> names(boolean parenthesised) throws Unreadable {
    List<Item> names = new ArrayList<>();
    do {
      if (parenthesised && tokens.is(at, ")")) {
        break;
      }
      if (!isName(at)) {
        throw new Unreadable();
      }
      names.add(item(new int[] {at++}));
    } while (accept(","));
    if (names.isEmpty() || (parenthesised && !accept(")"))) {
      throw new Unreadable();
    }
    return names;
  }

  private Item item(int[] segments) throws Unreadable {
    if (!tokens.is(at, Keyword.AS)) {
      return new Item(segments, -1);
    }
    if (!isName(at + 1)) {
      throw new Unreadable();
    }
    at += 2;
    return new Item(segments, at - 1);
  }

  private int[] dotted() throws Unreadable {
    int[] segments = new int[4];
    int count = 0;
    do {
      if (!isName(at)) {
        throw new Unreadable();
      }
      segments = count == segments.length ? Arrays.copyOf(segments, count * 2) : segments;
      segments[count++] = at++;
    } while (accept("."));
    return Arrays.copyOf(segments, count);
  }

  /** Two of today's keywords were names before Python 3.7, also of modules. */
  private boolean isName(int token) {
    if (tokens.is(token, Keyword.ASYNC) || tokens.is(token, Keyword.AWAIT)) {
      tokens.breaks();
      return true;
    }
    return tokens.isIdentifier(token);
  }

  private boolean accept(String operator) {
    if (tokens.is(at, operator)) {
      at++;
      return true;
    }
    return false;
  }
}
