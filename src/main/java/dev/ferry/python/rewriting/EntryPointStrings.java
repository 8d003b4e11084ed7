package dev.ferry.python.rewriting;

import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.StringUse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites strings, or lines of them, that have the form of entry points as in setup.py. */
final class EntryPointStrings {
  /** A name, what it loads, and perhaps its extras. */
  private static final Pattern ENTRY_POINT =
      Pattern.compile(
          "[ \\t]*[\\w.+-]+[ \\t]*=[ \\t]*([A-Za-z_][\\w.]*:[A-Za-z_][\\w.]*)"
              + "[ \\t]*(?:\\[.*\\])?[ \\t]*");

  /** One that loads a module, as it may stand in setup.py. */
  private static final Pattern MODULE_POINT =
      Pattern.compile(
          "[ \\t]*[\\w.+-]+[ \\t]*=[ \\t]*([A-Za-z_]\\w*(?:\\.\\w+)+)"
              + "[ \\t]*(?:\\[.*\\])?[ \\t]*");

  private final FileAnalysis analysis;
  private final StringReferences references;
  private final boolean setup;

  /**
   * @param setup whether the file is a setup.py
   */
  EntryPointStrings(FileAnalysis analysis, StringReferences references, boolean setup) {
    this.setup = setup;
    this.analysis = analysis;
    this.references = references;
  }

  void rewrite() {
    for (StringUse string : analysis.strings()) {
      if (mayHoldOne(string)) {
        String text = analysis.source().text(string.start(), string.end());
        if (text.length() == string.end() - string.start()) { // places count bytes
          rewrite(string.start(), text);
        }
      }
    }
  }

  private void rewrite(int offset, String text) {
    int start = 0;
    while (start <= text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      Matcher entry = ENTRY_POINT.matcher(text).region(start, end);
      boolean found = entry.matches();
      if (!found && setup) {
        entry = MODULE_POINT.matcher(text).region(start, end);
        found = entry.matches();
      }
      if (found) {
        StringUse named =
            new StringUse(
                offset + entry.start(1), offset + entry.end(1), new StringUse.Elsewhere());
        references.rewrite(named, entry.group(1), true);
      }
      start = end + 1;
    }
  }

  /** An equals sign and a colon behind it. */
  private boolean mayHoldOne(StringUse string) {
    byte[] bytes = analysis.source().bytes();
    boolean equals = false;
    for (int i = string.start(); i < string.end(); i++) {
      equals |= bytes[i] == '=';
      if (equals && (setup || bytes[i] == ':')) {
        return true;
      }
    }
    return false;
  }
}
