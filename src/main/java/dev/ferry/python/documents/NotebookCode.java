package dev.ferry.python.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The code cells of a notebook as one Python text, each byte of which knows its place in the file.
 * Cells follow each other line by line, as they run.
 */
final class NotebookCode {
  private final String file;
  private final ByteArrayOutputStream code = new ByteArrayOutputStream();
  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();

  /**
   * One string of a cell's source.
   *
   * @param start its first byte in the file
   * @param end the byte after its last one
   * @param from its first byte in the code
   * @param separator what ends this string and begins the next one, where the cell is a list
   */
  private record Piece(int start, int end, int from, @Nullable String separator) {}

  /** Where a cell lies in the code. */
  record Cell(int from, int to) {}

  private NotebookCode(String file) {
    this.file = file;
  }

  /** Null where the file is no notebook in Python. */
  static @Nullable NotebookCode of(String file) {
    List<Item> items = JsonItems.readOrNull(file);
    if (items == null || !isPython(file, items)) {
      return null;
    }
    NotebookCode code = new NotebookCode(file);
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (isSource(item) && isCode(file, items, item.group())) {
        int next = i;
        while (next < items.size()
            && isSource(items.get(next))
            && items.get(next).group() == item.group()) {
          next++;
        }
        code.add(items.subList(i, next));
        i = next - 1;
      }
    }
    return code;
  }

  private static boolean isSource(Item item) {
    List<String> path = item.path();
    return !item.isKey()
        && !path.isEmpty()
        && (path.equals(List.of("cells", "source"))
            || path.equals(List.of("worksheets", "cells", "input")));
  }

  private static boolean isCode(String file, List<Item> items, int group) {
    return items.stream()
        .anyMatch(
            item ->
                item.group() == group
                    && !item.isKey()
                    && item.path().getLast().equals("cell_type")
                    && file.startsWith("code", item.start()));
  }

  /** Where nothing tells the language it is Python, as Jupyter has it. */
  private static boolean isPython(String file, List<Item> items) {
    for (Item item : items) {
      List<String> path = item.path();
      boolean tells =
          path.equals(List.of("metadata", "kernelspec", "language"))
              || path.equals(List.of("metadata", "language_info", "name"));
      if (tells && !item.isKey()) {
        String language = file.substring(item.start(), item.end());
        return language.startsWith("python") || language.equals("ipython");
      }
    }
    return true;
  }

  private void add(List<Item> strings) {
    int from = code.size();
    boolean list = isList(strings.getFirst());
    for (int i = 0; i < strings.size(); i++) {
      Item string = strings.get(i);
      pieces.add(new Piece(string.start(), string.end(), code.size(), separator(strings, i, list)));
      decode(string.start(), string.end());
    }
    int size = code.size();
    if (size > from && code.toByteArray()[size - 1] != '\n') {
      put(new byte[] {'\n'}, strings.getLast().end(), strings.getLast().end());
    }
    cells.add(new Cell(from, code.size()));
  }

  private boolean isList(Item first) {
    int at = first.start() - 2;
    while (at > 0 && file.charAt(at) <= ' ') {
      at--;
    }
    return at >= 0 && file.charAt(at) == '[';
  }

  private @Nullable String separator(List<Item> strings, int index, boolean list) {
    if (!list) {
      return null;
    }
    if (index + 1 < strings.size()) {
      return file.substring(strings.get(index).end(), strings.get(index + 1).start());
    }
    int opening = strings.get(index).start() - 1;
    int at = opening;
    while (at > 0 && file.charAt(at - 1) <= ' ') {
      at--;
    }
    return "\"," + file.substring(at, opening) + "\"";
  }

  private void decode(int from, int to) {
    int at = from;
    while (at < to) {
      int next = at + 1;
      byte[] bytes = {(byte) file.charAt(at)};
      if (file.charAt(at) == '\\' && next < to) {
        char c = file.charAt(next);
        next = at + 2;
        if (c == 'u') {
          int end = characterEnd(at, to);
          bytes = characters(at, end).getBytes(StandardCharsets.UTF_8);
          next = end;
        } else {
          int index = "ntrbf".indexOf(c);
          bytes = new byte[] {(byte) (index < 0 ? c : "\n\t\r\b\f".charAt(index))};
        }
      }
      put(bytes, at, next);
      at = next;
    }
  }

  /** A character beyond the first 65,536 is spelled as two. */
  private int characterEnd(int at, int to) {
    int end = Math.min(to, at + 6);
    boolean pair =
        end + 6 <= to
            && file.startsWith("\\u", end)
            && characters(at, end).chars().allMatch(c -> Character.isHighSurrogate((char) c));
    return pair ? end + 6 : end;
  }

  private String characters(int from, int to) {
    StringBuilder found = new StringBuilder();
    for (int at = from; at + 6 <= to; at += 6) {
      try {
        found.append((char) Integer.parseInt(file.substring(at + 2, at + 6), 16));
      } catch (NumberFormatException noCharacter) {
        found.append('?');
      }
    }
    return found.toString();
  }

  private void put(byte[] bytes, int start, int end) {
    for (byte b : bytes) {
      if (code.size() == starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
        ends = Arrays.copyOf(ends, ends.length * 2);
      }
      starts[code.size()] = start;
      ends[code.size()] = end;
      code.write(b);
    }
  }

  byte[] bytes() {
    return code.toByteArray();
  }

  List<Cell> cells() {
    return List.copyOf(cells);
  }

  /** Where a byte of the code stands in the file; beyond the last one, where that one ends. */
  int fileOffset(int offset) {
    if (code.size() == 0) {
      return 0;
    }
    return offset < code.size() ? starts[offset] : ends[code.size() - 1];
  }

  /** Where the bytes up to this one end in the file. */
  int fileEnd(int from, int to) {
    return from == to ? fileOffset(from) : ends[to - 1];
  }

  /** How a text is spelled in the string that holds this byte of the code. */
  byte[] spelled(String text, int offset) {
    String separator = null;
    for (Piece piece : pieces) {
      if (piece.from <= offset) {
        separator = piece.separator;
      }
    }
    StringBuilder spelled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> spelled.append('\\').append(c);
        case '\n' -> spelled.append("\\n").append(separator == null ? "" : separator);
        case '\t' -> spelled.append("\\t");
        case '\r' -> spelled.append("\\r");
        default -> spelled.append(c);
      }
    }
    return spelled.toString().getBytes(StandardCharsets.UTF_8);
  }
}
