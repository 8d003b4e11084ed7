package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;

/** The keys and strings of a TOML file, with their places. */
final class TomlItems {
  private final String text;
  private final List<Item> items = new ArrayList<>();
  private int position;
  private int group;

  private TomlItems(String text) {
    this.text = text;
  }

  /** Thrown where the text is no TOML. */
  private static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;
  }

  static List<Item> read(String text) {
    TomlItems reader = new TomlItems(text);
    try {
      reader.document();
      return reader.items;
    } catch (MalformedException noToml) {
      return List.of();
    }
  }

  private void document() throws MalformedException {
    List<String> table = List.of();
    position = text.startsWith(Latin.of("\ufeff")) ? 3 : 0;
    skip(true);
    while (position < text.length()) {
      if (peek() == '[') {
        table = header();
      } else {
        pair(table);
      }
      skip(false);
      if (position < text.length() && peek() != '\n') {
        throw new MalformedException();
      }
      skip(true);
    }
  }

  private List<String> header() throws MalformedException {
    int brackets = text.startsWith("[[", position) ? 2 : 1;
    position += brackets;
    group++;
    List<String> keys = keys(List.of());
    for (int i = 0; i < brackets; i++) {
      skip(false);
      expect(']');
    }
    return keys;
  }

  private void pair(List<String> table) throws MalformedException {
    List<String> keys = keys(table);
    expect('=');
    skip(false);
    value(keys);
  }

  /** The keys up to the next sign, added to those above; each becomes an item. */
  private List<String> keys(List<String> above) throws MalformedException {
    List<String> keys = new ArrayList<>(above);
    while (true) {
      skip(false);
      int start = position;
      int end;
      if (peek() == '"' || peek() == '\'') {
        string(keys, true);
        start++;
        end = position - 1;
      } else {
        while (isBare(peek())) {
          position++;
        }
        end = position;
        if (start == end) {
          throw new MalformedException();
        }
        items.add(new Item(keys, true, group, start, end));
      }
      keys.add(text.substring(start, end));
      skip(false);
      if (peek() != '.') {
        return keys;
      }
      position++;
    }
  }

  private static boolean isBare(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  private void value(List<String> keys) throws MalformedException {
    switch (peek()) {
      case '"', '\'' -> string(keys, false);
      case '[' -> elements(keys, ']');
      case '{' -> elements(keys, '}');
      default -> plain();
    }
  }

  private void plain() throws MalformedException {
    int start = position;
    while (",]}#\n\0".indexOf(peek()) < 0) {
      position++;
    }
    if (text.substring(start, position).isBlank()) {
      throw new MalformedException();
    }
  }

  private void elements(List<String> keys, char closing) throws MalformedException {
    position++;
    int outer = group;
    boolean table = closing == '}';
    if (table) {
      group = outer * 1000 + position; // no other table begins here
    }
    while (true) {
      skip(true);
      if (peek() == closing) {
        position++;
        group = outer;
        return;
      }
      if (table) {
        pair(keys);
      } else {
        value(keys);
      }
      skip(true);
      if (peek() == ',') {
        position++;
      } else if (peek() != closing) {
        throw new MalformedException();
      }
    }
  }

  private void string(List<String> keys, boolean isKey) throws MalformedException {
    char quote = peek();
    String triple = String.valueOf(quote).repeat(3);
    boolean multiline = !isKey && text.startsWith(triple, position);
    int width = multiline ? 3 : 1;
    int start = position + width;
    position = start;
    while (true) {
      char c = peek();
      if (multiline ? text.startsWith(triple, position) : c == quote) {
        items.add(new Item(keys, isKey, group, start, position));
        position += width;
        return;
      }
      if (position >= text.length() || (c == '\n' && !multiline)) {
        throw new MalformedException();
      }
      position += c == '\\' && quote == '"' ? 2 : 1;
    }
  }

  private void expect(char wanted) throws MalformedException {
    if (peek() != wanted) {
      throw new MalformedException();
    }
    position++;
  }

  /** The character here; NUL at the end. */
  private char peek() {
    return position < text.length() ? text.charAt(position) : '\0';
  }

  private void skip(boolean lines) {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '#') {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
      } else if (c == ' ' || c == '\t' || c == '\r' || (lines && c == '\n')) {
        position++;
      } else {
        return;
      }
    }
  }
}
