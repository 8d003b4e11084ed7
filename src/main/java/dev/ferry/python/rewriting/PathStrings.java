package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.StringUse;

/** Reports strings that spell the path of something that moves. */
final class PathStrings {
  /** Longer than the paths that somebody writes into a program. */
  private static final int LONGEST = 200;

  private final FileAnalysis analysis;
  private final MovedPaths paths;
  private final TextEdits edits;

  PathStrings(FileAnalysis analysis, MovedPaths paths, TextEdits edits) {
    this.analysis = analysis;
    this.paths = paths;
    this.edits = edits;
  }

  void note() {
    for (StringUse string : analysis.strings()) {
      if (mayBePath(string)) {
        note(string, analysis.source().text(string.start(), string.end()));
      }
    }
  }

  private void note(StringUse string, String text) {
    String path = text.startsWith("./") ? text.substring(2) : text;
    String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    paths
        .of(whole)
        .ifPresent(
            moved ->
                edits.note(
                    string.start(),
                    Code.M062,
                    text,
                    moved.now() + whole.substring(moved.old().length())));
  }

  private boolean mayBePath(StringUse string) {
    if (string.end() - string.start() > LONGEST) {
      return false;
    }
    byte[] bytes = analysis.source().bytes();
    boolean slash = false;
    for (int i = string.start(); i < string.end(); i++) {
      if (bytes[i] >= 0 && bytes[i] <= ' ') {
        return false;
      }
      slash |= bytes[i] == '/';
    }
    return slash;
  }
}
