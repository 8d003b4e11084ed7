package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sections, keys and lines of values of a file as Python's {@code configparser} reads it. */
final class IniItems {
  private final String text;
  private final List<Item> items = new ArrayList<>();
  private String section = "";
  private String key = "";
  private int group;

  private IniItems(String text) {
    this.text = text;
  }

  static List<Item> read(String text) {
    IniItems reader = new IniItems(text);
    Lines.of(text).forEach(line -> reader.line(line.start(), line.end()));
    return reader.items;
  }

  private void line(int start, int end) {
    int from = Lines.skipBlanks(text, start, end);
    if (from == end || text.charAt(from) == '#' || text.charAt(from) == ';') {
      return;
    }
    if (text.charAt(from) == '[' && text.charAt(end - 1) == ']' && from == start) {
      section = text.substring(from + 1, end - 1).strip();
      key = "";
      group++;
      int kind = section.startsWith("mypy-") ? 5 : section.lastIndexOf(':') + 1;
      List<String> above = List.of("<section>", section.substring(0, kind));
      items.add(new Item(above, true, group, from + 1 + kind, end - 1));
      return;
    }
    if (from > start && !key.isEmpty()) {
      value(from, end);
      return;
    }
    int separator = separator(from, end);
    if (separator < 0) {
      return;
    }
    int keyEnd = Lines.trimEnd(text, from, separator);
    String written = text.substring(from, keyEnd);
    // setuptools keeps the case of keys, which here are names of packages
    key = section.endsWith("package_data") ? written : written.toLowerCase(Locale.ROOT);
    items.add(new Item(List.of(section), true, group, from, keyEnd));
    value(Lines.skipBlanks(text, separator + 1, end), end);
  }

  /** Comments behind a value belong to it for {@code configparser}, and not for its readers. */
  private void value(int start, int end) {
    int last = end;
    for (int i = start + 1; i < end; i++) {
      char before = text.charAt(i - 1);
      char c = text.charAt(i);
      if ((c == '#' || c == ';') && (before == ' ' || before == '\t')) {
        last = Lines.trimEnd(text, start, i);
        break;
      }
    }
    if (start < last) {
      items.add(new Item(List.of(section, key), false, group, start, last));
    }
  }

  private int separator(int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '=' || c == ':') {
        return i;
      }
    }
    return -1;
  }
}
