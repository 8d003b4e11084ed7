package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.EditReason;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.StringUse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports strings that spell the path of something that moves. In setup.py, which is read in its
 * own directory, they are rewritten.
 */
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

  /** Whether paths in this file begin at its directory for certain. */
  static boolean isSetup(String path) {
    return RepoPaths.name(path).equals("setup.py");
  }

  /**
   * Rewrites the paths that the file gives to its build.
   *
   * @param path of the file
   * @param least confidence at which strings are rewritten; null for none
   */
  void rewrite(String path, @Nullable Confidence least) {
    if (least == null || Confidence.MEDIUM.compareTo(least) > 0) {
      note();
      return;
    }
    String parent = RepoPaths.parent(path);
    String directory = parent.isEmpty() ? "" : parent + "/";
    for (StringUse string : analysis.strings()) {
      if (mayBePath(string)) {
        rewrite(string, analysis.source().text(string.start(), string.end()), directory);
      }
    }
  }

  private void rewrite(StringUse string, String text, String directory) {
    String path = text.startsWith("./") ? text.substring(2) : text;
    String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    Optional<MovedPaths.Moved> moved =
        paths
            .of(directory + whole)
            .filter(found -> found.now().startsWith(directory))
            .filter(found -> text.length() == string.end() - string.start())
            .filter(found -> !edits.isSettled(string.start(), string.end()));
    if (moved.isEmpty()) {
      return;
    }
    String old = moved.get().old().substring(directory.length());
    String now = moved.get().now().substring(directory.length());
    int start = string.start() + text.length() - path.length();
    edits.replace(start, start + old.length(), now, EditReason.STRING, Confidence.MEDIUM);
    edits.note(string.start(), Code.M024, text, now + whole.substring(old.length()));
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
        .filter(moved -> !edits.isSettled(string.start(), string.end()))
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
