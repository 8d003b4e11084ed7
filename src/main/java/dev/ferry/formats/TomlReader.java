package dev.ferry.formats;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the strings, arrays and tables of a TOML file; numbers, dates and booleans become their
 * text. Every snapshot needs the few values of a pyproject.toml, and loading a library for them
 * took longer than all the rest of a warm snapshot. Keys that stand twice are refused; some other
 * files are taken for valid that are not.
 */
public final class TomlReader {
  private final String text;
  private final Map<Map<String, Object>, Map<String, Integer>> starts = new IdentityHashMap<>();
  private int position;

  private TomlReader(String text) {
    this.text = text;
  }

  /** Thrown where the text is no TOML. */
  public static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;

    MalformedException(int position, int line) {
      super("at character " + position);
      this.line = line;
    }

    /** From 1. */
    public int line() {
      return line;
    }
  }

  /** A file and where its keys stand. */
  public static final class Document {
    private final Map<String, Object> root;
    private final TomlReader reader;

    private Document(Map<String, Object> root, TomlReader reader) {
      this.root = root;
      this.reader = reader;
    }

    /** Tables as maps, arrays as lists, everything else as strings. */
    public Map<String, Object> root() {
      return root;
    }

    /** The line of a key, from 1; 0 where the table has no such key of its own. */
    public int line(Map<String, Object> table, String key) {
      Integer start = reader.starts.getOrDefault(table, Map.of()).get(key);
      return start == null ? 0 : reader.lineOf(start);
    }

    /** The line of a table's header; 0 where it has none. */
    public int line(Map<String, Object> table) {
      return line(table, "");
    }
  }

  /** As {@link #read}, with lines. */
  public static Document document(String text) throws MalformedException {
    TomlReader reader = new TomlReader(text);
    return new Document(reader.whole(), reader);
  }

  /** Tables as maps, arrays as lists, everything else as strings. */
  public static Map<String, Object> read(String text) throws MalformedException {
    return new TomlReader(text).whole();
  }

  private Map<String, Object> whole() throws MalformedException {
    Map<String, Object> root = new LinkedHashMap<>();
    Map<String, Object> table = root;
    skipSpace(true);
    while (position < text.length()) {
      if (peek() == '[') {
        table = header(root);
      } else {
        pair(table);
      }
      skipSpace(false);
      if (position < text.length() && peek() != '\n') {
        throw malformed();
      }
      skipSpace(true);
    }
    return root;
  }

  private Map<String, Object> header(Map<String, Object> root) throws MalformedException {
    boolean array = text.startsWith("[[", position);
    int start = position;
    position += array ? 2 : 1;
    List<String> keys = keys();
    expect(']');
    if (array) {
      expect(']');
    }
    Map<String, Object> table = root;
    for (String key : keys.subList(0, keys.size() - 1)) {
      table = inside(table, key);
    }
    Map<String, Object> opened =
        array ? newElement(table, keys.getLast()) : inside(table, keys.getLast());
    starts(opened).putIfAbsent("", start);
    return opened;
  }

  /** The table of that key, made where there is none; of an array of tables the last one. */
  @SuppressWarnings("unchecked")
  private Map<String, Object> inside(Map<String, Object> table, String key)
      throws MalformedException {
    Object found = table.computeIfAbsent(key, name -> new LinkedHashMap<String, Object>());
    if (found instanceof List<?> list && !list.isEmpty()) {
      found = list.getLast();
    }
    if (found instanceof Map<?, ?>) {
      return (Map<String, Object>) found;
    }
    throw malformed();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> newElement(Map<String, Object> table, String key)
      throws MalformedException {
    Object found = table.computeIfAbsent(key, name -> new ArrayList<Object>());
    if (!(found instanceof List<?>)) {
      throw malformed();
    }
    Map<String, Object> element = new LinkedHashMap<>();
    ((List<Object>) found).add(element);
    return element;
  }

  private void pair(Map<String, Object> table) throws MalformedException {
    int start = position;
    List<String> keys = keys();
    expect('=');
    Map<String, Object> target = table;
    for (String key : keys.subList(0, keys.size() - 1)) {
      target = inside(target, key);
    }
    skipSpace(false);
    Object value = value();
    if (target.putIfAbsent(keys.getLast(), value) != null) {
      position = start;
      throw malformed();
    }
    starts(target).put(keys.getLast(), start);
  }

  private Map<String, Integer> starts(Map<String, Object> table) {
    return starts.computeIfAbsent(table, any -> new LinkedHashMap<>());
  }

  private int lineOf(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  private List<String> keys() throws MalformedException {
    List<String> keys = new ArrayList<>();
    while (true) {
      skipSpace(false);
      char c = peek();
      if (c == '"' || c == '\'') {
        keys.add(string());
      } else {
        int start = position;
        while (isBare(peek())) {
          position++;
        }
        if (position == start) {
          throw malformed();
        }
        keys.add(text.substring(start, position));
      }
      skipSpace(false);
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

  private Object value() throws MalformedException {
    return switch (peek()) {
      case '"', '\'' -> string();
      case '[' -> array();
      case '{' -> inlineTable();
      default -> plain();
    };
  }

  private String plain() throws MalformedException {
    int start = position;
    while (",]}#\n\0".indexOf(peek()) < 0) {
      position++;
    }
    String plain = text.substring(start, position).strip();
    if (plain.isEmpty()) {
      throw malformed();
    }
    return plain;
  }

  private List<Object> array() throws MalformedException {
    List<Object> values = new ArrayList<>();
    position++;
    while (true) {
      skipSpace(true);
      if (peek() == ']') {
        position++;
        return values;
      }
      values.add(value());
      skipSpace(true);
      if (peek() == ',') {
        position++;
      } else if (peek() != ']') {
        throw malformed();
      }
    }
  }

  private Map<String, Object> inlineTable() throws MalformedException {
    Map<String, Object> table = new LinkedHashMap<>();
    position++;
    while (true) {
      skipSpace(true);
      if (peek() == '}') {
        position++;
        return table;
      }
      pair(table);
      skipSpace(true);
      if (peek() == ',') {
        position++;
      } else if (peek() != '}') {
        throw malformed();
      }
    }
  }

  private String string() throws MalformedException {
    char quote = peek();
    String triple = String.valueOf(quote).repeat(3);
    boolean multiline = text.startsWith(triple, position);
    position += multiline ? 3 : 1;
    if (multiline && peek() == '\n') {
      position++;
    }
    StringBuilder value = new StringBuilder();
    while (true) {
      char c = peek();
      if (multiline ? text.startsWith(triple, position) : c == quote) {
        position += multiline ? 3 : 1;
        return value.toString();
      }
      if (c == '\0' || (c == '\n' && !multiline)) {
        throw malformed();
      }
      position++;
      if (c == '\\' && quote == '"') {
        escape(value);
      } else {
        value.append(c);
      }
    }
  }

  private void escape(StringBuilder value) throws MalformedException {
    char c = peek();
    position++;
    switch (c) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case '"', '\\' -> value.append(c);
      case 'u', 'U' -> {
        int end = position + (c == 'u' ? 4 : 8);
        try {
          value.appendCodePoint(Integer.parseInt(text.substring(position, end), 16));
        } catch (IllegalArgumentException | IndexOutOfBoundsException noCharacter) {
          throw malformed();
        }
        position = end;
      }
      case '\n' -> skipSpace(true);
      default -> throw malformed();
    }
  }

  private void expect(char wanted) throws MalformedException {
    skipSpace(false);
    if (peek() != wanted) {
      throw malformed();
    }
    position++;
  }

  /** The character here; NUL at the end. */
  private char peek() {
    return position < text.length() ? text.charAt(position) : '\0';
  }

  private void skipSpace(boolean lines) {
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

  private MalformedException malformed() {
    return new MalformedException(position, lineOf(Math.min(position, text.length())));
  }
}
