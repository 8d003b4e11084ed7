package dev.ferry.python.rewriting;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The code of the interactive examples in a text ({@code >>>} and {@code ...}) as one Python file,
 * each byte of which knows its place in the text. What was there before them, as the imports of the
 * module, stands in front and has no place.
 */
final class ExampleCode {
  private final byte[] text;
  private final ByteArrayOutputStream code = new ByteArrayOutputStream();
  private int[] places = new int[1024];
  private final int prelude;
  private int examples;
  private final List<Range> outputs = new ArrayList<>();

  /** Bytes of the text. */
  record Range(int start, int end) {}

  ExampleCode(byte[] text, int from, int to, String before) {
    this.text = text;
    for (byte b : before.getBytes(StandardCharsets.ISO_8859_1)) {
      put(b, -1);
    }
    this.prelude = code.size();
    read(from, to);
  }

  private void read(int from, int to) {
    boolean inExample = false;
    boolean inOutput = false;
    int line = from;
    while (line < to) {
      int end = line;
      while (end < to && text[end] != '\n') {
        end++;
      }
      int start = line;
      while (start < end && (text[start] == ' ' || text[start] == '\t')) {
        start++;
      }
      if (isPrompt(start, end, '>') || (inExample && isPrompt(start, end, '.'))) {
        examples += text[start] == '>' ? 1 : 0;
        add(Math.min(end, start + 4), end);
        inExample = true;
        inOutput = true;
      } else {
        inExample = false;
        boolean blank = start == end || (end - start == 1 && text[start] == '\r');
        inOutput &= !blank;
        if (inOutput) {
          outputs.add(new Range(start, end));
        }
      }
      line = end + 1;
    }
  }

  private boolean isPrompt(int start, int end, char mark) {
    boolean marked =
        start + 3 <= end
            && text[start] == mark
            && text[start + 1] == mark
            && text[start + 2] == mark;
    return marked && (start + 3 == end || text[start + 3] == ' ' || text[start + 3] == '\r');
  }

  private void add(int start, int end) {
    for (int i = start; i < end; i++) {
      put(text[i], i);
    }
    put((byte) '\n', end);
  }

  private void put(byte b, int place) {
    if (code.size() == places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    places[code.size()] = place;
    code.write(b);
  }

  boolean isEmpty() {
    return examples == 0;
  }

  byte[] bytes() {
    return code.toByteArray();
  }

  /** How much of the code stands in front of the examples. */
  int prelude() {
    return prelude;
  }

  /** What the examples are said to print. */
  List<Range> outputs() {
    return List.copyOf(outputs);
  }

  /** Where a byte of the code stands in the text. */
  int place(int offset) {
    return offset < code.size() ? places[offset] : places[code.size() - 1];
  }

  /** Where the bytes before this one end in the text. */
  int placeOfEnd(int start, int end) {
    return start == end ? place(start) : places[end - 1] + 1;
  }

  /** A replacement with the prompts that its further lines need. */
  String prompted(String replacement, int place) {
    int lineStart = place;
    while (lineStart > 0 && text[lineStart - 1] != '\n') {
      lineStart--;
    }
    int start = lineStart;
    while (text[start] == ' ' || text[start] == '\t') {
      start++;
    }
    String indent = new String(text, lineStart, start - lineStart, StandardCharsets.ISO_8859_1);
    String own = new String(text, start, 3, StandardCharsets.ISO_8859_1) + " ";
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < replacement.length(); i++) {
      out.append(replacement.charAt(i));
      if (replacement.charAt(i) == '\n') {
        boolean last = i + 1 == replacement.length();
        boolean continues =
            !last && (replacement.charAt(i + 1) == ' ' || replacement.charAt(i + 1) == '\t');
        out.append(indent).append(last ? own : continues ? "... " : ">>> ");
      }
    }
    return out.toString();
  }
}
