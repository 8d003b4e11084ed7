package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys and strings of a JSON file, with their places. Comments are passed over. */
final class JsonItems {
  /** Deeper files are no configuration, and would exhaust the stack. */
  private static final int DEEPEST = 500;

  private final String text;
  private final List<Item> items = new ArrayList<>();
  private int position;
  private int group;

  private JsonItems(String text) {
    this.text = text;
  }

  /** Thrown where the text is no JSON. */
  private static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;
  }

  static List<Item> read(String text) {
    List<Item> items = readOrNull(text);
    return items == null ? List.of() : items;
  }

  /** Null where the text is no JSON. */
  static @Nullable List<Item> readOrNull(String text) {
    JsonItems reader = new JsonItems(text);
    try {
      reader.skip();
      reader.value(new ArrayList<>(), 0);
      reader.skip();
      return reader.position == text.length() ? reader.items : null;
    } catch (MalformedException noJson) {
      return null;
    }
  }

  private void value(List<String> path, int depth) throws MalformedException {
    if (depth > DEEPEST) {
      throw new MalformedException();
    }
    switch (peek()) {
      case '"' -> string(path, false);
      case '[' -> elements(path, ']', depth);
      case '{' -> elements(path, '}', depth);
      default -> plain();
    }
  }

  private void plain() throws MalformedException {
    int start = position;
    while (Character.isLetterOrDigit(peek()) || "+-.".indexOf(peek()) >= 0) {
      position++;
    }
    if (start == position) {
      throw new MalformedException();
    }
  }

  private void elements(List<String> path, char closing, int depth) throws MalformedException {
    position++;
    int outer = group;
    if (closing == '}') {
      group = position;
    }
    while (true) {
      skip();
      if (peek() == closing) {
        position++;
        group = outer;
        return;
      }
      if (closing == '}') {
        String key = string(path, true);
        skip();
        if (peek() != ':') {
          throw new MalformedException();
        }
        position++;
        skip();
        path.add(key);
        value(path, depth + 1);
        path.removeLast();
      } else {
        value(path, depth + 1);
      }
      skip();
      if (peek() == ',') {
        position++;
      } else if (peek() != closing) {
        throw new MalformedException();
      }
    }
  }

  private String string(List<String> path, boolean isKey) throws MalformedException {
    if (peek() != '"') {
      throw new MalformedException();
    }
    int start = ++position;
    while (peek() != '"') {
      if (position >= text.length() || peek() == '\n') {
        throw new MalformedException();
      }
      position += peek() == '\\' ? 2 : 1;
    }
    items.add(new Item(path, isKey, group, start, position));
    position++;
    return text.substring(start, position - 1);
  }

  /** The character here; NUL at the end. */
  private char peek() {
    return position < text.length() ? text.charAt(position) : '\0';
  }

  private void skip() throws MalformedException {
    while (position < text.length()) {
      if (text.charAt(position) <= ' ' && text.charAt(position) != '\0') {
        position++;
      } else if (text.startsWith("//", position)) {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", position)) {
        int end = text.indexOf("*/", position);
        if (end < 0) {
          throw new MalformedException();
        }
        position = end + 2;
      } else {
        return;
      }
    }
  }
}
