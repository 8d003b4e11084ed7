package dev.ferry.python.scanning;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.FileFacts.Mark;

/**
 * Reads what a Python file says in one pass over its bytes, without a syntax tree: imports with the
 * offsets of CPython's {@code ast}, dotted strings, names bound by the module. Knows the syntax of
 * Python 3 up to 3.14, older files as far as they keep to it. Files that no version reads are
 * marked broken and read as far as they go. Safe for several threads.
 */
public final class PythonScanner {
  /** Changes whenever the same bytes can give other facts. */
  public static final String VERSION = "python/9";

  private PythonScanner() {}

  public static FileFacts scan(byte[] content) {
    Source source = Source.of(content);
    Marks marks = new Marks();
    if (!source.readable()) {
      marks.broken();
    }
    if (source.declared()) {
      marks.add(Mark.OTHER_ENCODING);
    }
    LineCounter lines = new LineCounter(content);
    DottedStrings strings = new DottedStrings(source, lines, marks);
    Statements statements = new Statements(source, lines, strings, marks);
    statements.read();
    var bound = statements.bindings().bound();
    if (bound.contains("__getattr__")) {
      marks.add(Mark.DYNAMIC_ATTRIBUTES);
    }
    return new FileFacts(
        statements.imports(),
        strings.found(),
        strings.mentions(),
        bound,
        marks.toSet(),
        lines.total());
  }
}
