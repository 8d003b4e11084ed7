package dev.ferry.python.scanning;

import dev.ferry.facts.FileFacts.Mark;
import dev.ferry.facts.StringFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Collects the string literals that have the form of a dotted name ({@code a.b}, {@code a.b:c},
 * {@code a:b.c}) or of a path ({@code a/b.json}). Strings with escapes never have it; each part of
 * a concatenation counts alone, and the whole beside it where it names something. Of other texts
 * the names and paths within are kept.
 */
final class DottedStrings {
  /** Longer than the paths that somebody writes into a program. */
  private static final int LONGEST_PATH = 200;

  private final Source source;
  private final LineCounter lines;
  private final Marks marks;
  private final JoinedLiterals joined;
  private final List<StringFact> found = new ArrayList<>();
  private final NamesInText texts;
  private final ConstantNames constants;
  private final JoinedPathParts paths;

  /** Whether the literal before said that the next one names a module. */
  private boolean named;

  /** Whether the literal before said that the next one is code. */
  private boolean code;

  DottedStrings(Source source, LineCounter lines, Marks marks) {
    this.joined = new JoinedLiterals(source.bytes(), this::add);
    this.texts = new NamesInText(source);
    this.constants = new ConstantNames(source.bytes());
    this.paths = new JoinedPathParts(source, texts);
    this.source = source;
    this.lines = lines;
    this.marks = marks;
  }

  /** The text of a literal, without its quotes. */
  void offer(int start, int end) {
    byte[] bytes = source.bytes();
    joined.read(start, end);
    constants.read(start, end);
    paths.read(start, end);
    boolean behindFlag = named;
    boolean isFlag = end - start == 2 && bytes[start] == '-';
    named = isFlag && bytes[start + 1] == 'm';
    if (code) {
      new CodeInText(bytes, start, end).names(true, (text, from, to) -> texts.add(text));
    }
    code = isFlag && bytes[start + 1] == 'c';
    if (end > start && bytes[end - 1] == '.') {
      offerBeginning(start, end);
      texts.read(start, end);
      return;
    }
    if (!hasDottedForm(bytes, start, end)) {
      if (hasPathForm(bytes, start, end)) {
        found.add(new StringFact(source.text(start, end), start, end, lines.lineOf(start)));
      } else if (behindFlag && isName(bytes, start, end)) {
        texts.add(source.text(start, end));
      } else {
        texts.read(start, end);
      }
      return;
    }
    String text = source.text(start, end);
    if (text.length() == end - start || isDottedIdentifiers(text)) {
      found.add(new StringFact(text, start, end, lines.lineOf(start)));
    }
  }

  /** The fixed part of an f-string, or a text that is none: bytes. */
  void offerPart(int start, int end) {
    texts.read(start, end);
  }

  /** An f-string with fields, without its quotes. */
  void offerFormatted(int start, int end) {
    constants.readFormatted(start, end);
  }

  private static boolean isName(byte[] bytes, int start, int end) {
    boolean named = end > start && Bytes.kind(bytes[start]) == Bytes.NAME_START;
    for (int i = start; named && i < end; i++) {
      named = Bytes.isNamePart(bytes[i]);
    }
    return named;
  }

  private void add(String text, int start, int end) {
    if (ConstantNames.isPut(text)) {
      constants.add(text);
    } else if (isDottedIdentifiers(
        text.endsWith(".") ? text.substring(0, text.length() - 1) : text)) {
      found.add(new StringFact(text, start, end, lines.lineOf(start)));
    }
  }

  /** The text of a literal that goes on somewhere else: up to its last dot it may begin a name. */
  void offerBeginning(int start, int end) {
    int last = end;
    while (last > start && source.bytes()[last - 1] != '.') {
      last--;
    }
    if (last - start < 2) {
      return;
    }
    byte[] bytes = source.bytes();
    for (int i = start; i < last; i++) {
      boolean named = Bytes.isNamePart(bytes[i]);
      boolean separates = bytes[i] == '.' && i > start && bytes[i - 1] != '.';
      if (!named && !separates) {
        return;
      }
    }
    if (Bytes.kind(bytes[start]) == Bytes.NAME_START) {
      found.add(new StringFact(source.text(start, last), start, last, lines.lineOf(start)));
    }
  }

  /** Text in which Python code may stand: the examples of a docstring, or the type of a comment. */
  void offerCode(int start, int end, boolean isComment) {
    CodeInText code = new CodeInText(source.bytes(), start, end);
    code.names(
        isComment,
        (text, from, to) -> found.add(new StringFact(text, from, to, lines.lineOf(from))));
  }

  /** A name that is not in a string, or stands in the field of an f-string. */
  void name(int start, int end) {
    if (end - start == 8 && Names.pack(source.bytes(), start, end) == Names.FILE) {
      marks.add(Mark.USES_OWN_PATH);
    }
  }

  List<StringFact> found() {
    return found;
  }

  /** What longer texts name, and what names of constants and literals say together. */
  Set<String> mentions() {
    paths.finish();
    constants.names().forEach(texts::add);
    return texts.found();
  }

  static boolean hasDottedForm(byte[] source, int start, int end) {
    int separators = 0;
    int colons = 0;
    boolean expectName = true;
    for (int i = start; i < end; i++) {
      byte b = source[i];
      if (expectName) {
        if (Bytes.kind(b) != Bytes.NAME_START) {
          return false;
        }
        expectName = false;
      } else if (b == '.' || b == ':') {
        separators++;
        colons += b == ':' ? 1 : 0;
        expectName = true;
      } else if (!Bytes.isNamePart(b)) {
        return false;
      }
    }
    return separators > 0 && colons <= 1 && !expectName;
  }

  /** Components of letters, digits, dots and dashes; relative, and not to somewhere else. */
  static boolean hasPathForm(byte[] source, int start, int end) {
    if (end - start > LONGEST_PATH || end - start < 3) {
      return false;
    }
    int slashes = 0;
    for (int i = start; i < end; i++) {
      byte b = source[i];
      if (b == '/') {
        slashes++;
        if (i == start || source[i - 1] == '/') {
          return false;
        }
      } else if (b != '.' && b != '-' && !Bytes.isNamePart(b)) {
        return false;
      }
    }
    return slashes > 0;
  }

  /** The exact check, for texts beyond ASCII. */
  private static boolean isDottedIdentifiers(String text) {
    boolean first = true;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '.' || c == ':') {
        first = true;
      } else if (first
          ? c != '_' && !Character.isUnicodeIdentifierStart(c)
          : !Character.isUnicodeIdentifierPart(c)) {
        return false;
      } else {
        first = false;
      }
    }
    return true;
  }
}
