package dev.ferry.python.documents;

import dev.ferry.facts.Relocation;
import dev.ferry.facts.RewriteOptions;
import dev.ferry.facts.Rewriting;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.Edit;
import dev.ferry.model.Problem;
import dev.ferry.python.documents.RunRewriter.Change;
import dev.ferry.python.rewriting.CommandLines;
import dev.ferry.python.rewriting.PythonRewriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Rewrites the Python that stands in a document: what an interpreter is given by {@code -c} or in a
 * here-document, and what a key or a fence says to be code. For one thread.
 */
final class EmbeddedCode {
  /** What may be put into quotes of any kind. */
  private static final Pattern SAFE = Pattern.compile("[\\w., ;\\n\\x80-\\uffff]*");

  private final Relocation relocation;
  private final String path;
  private final String text;
  private final TellingWords words;
  private final RewriteOptions options;
  private final NavigableMap<Integer, Integer> read = new TreeMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();

  EmbeddedCode(
      Relocation relocation, String path, String text, TellingWords words, RewriteOptions options) {
    this.relocation = relocation;
    this.path = path;
    this.text = text;
    this.words = words;
    this.options = options;
  }

  void rewrite(List<CodePieces.Piece> pieces) {
    pieces.stream().filter(piece -> !holds(piece.start())).forEach(this::rewrite);
  }

  /** Whether this byte stands in code that was read as such. */
  boolean holds(int at) {
    Map.Entry<Integer, Integer> before = read.floorEntry(at);
    return before != null && at < before.getValue();
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  List<Problem> notes() {
    return List.copyOf(notes);
  }

  private void rewrite(CodePieces.Piece piece) {
    if (piece.isSure()) {
      read.put(piece.start(), piece.end());
    }
    if (!relocation.isMoved(path) && !words.mayBeIn(text, piece.start(), piece.end())) {
      return;
    }
    PlacedCode code = new PlacedCode(text, piece.start(), piece.end(), piece.escapes());
    byte[] bytes = code.bytes();
    boolean declarations = isCython() && text.contains("cimport ");
    boolean declarationsMove =
        declarations
            && relocation.paths().keySet().stream().anyMatch(moved -> moved.endsWith(".pxd"));
    Rewriting found = rewritten(declarationsMove ? asPython(bytes) : bytes);
    List<Change> own = changes(found.edits(), code, bytes);
    if (piece.isSure() && own.stream().allMatch(change -> fits(change, code))) {
      changes.addAll(own);
    } else {
      tell(own, piece);
    }
    if (declarations && !declarationsMove) {
      tell(
          changes(rewritten(asPython(bytes)).edits(), code, bytes).stream()
              .filter(change -> isOfDeclarations(change.start()))
              .toList(),
          piece);
    }
    found.notes().forEach(note -> notes.add(placed(note, code, bytes)));
  }

  private Rewriting rewritten(byte[] code) {
    return new PythonRewriter(CommandLines.UNREAD).rewriteFragment(relocation, path, code, options);
  }

  private static List<Change> changes(List<Edit> edits, PlacedCode code, byte[] bytes) {
    List<Change> changes = new ArrayList<>();
    for (Edit edit : edits) {
      int start = code.place(edit.start());
      int end = code.placeOfEnd(edit.start(), edit.end());
      String fresh = code.spelled(new String(edit.replacement(), StandardCharsets.UTF_8), start);
      String old =
          new String(bytes, edit.start(), edit.end() - edit.start(), StandardCharsets.UTF_8);
      changes.add(new Change(start, end, fresh, old, fresh, Confidence.MEDIUM, Code.M061));
    }
    return changes;
  }

  private static boolean fits(Change change, PlacedCode code) {
    return SAFE.matcher(change.text()).matches()
        && (code.isOnSeveralLines() || change.text().indexOf('\n') < 0);
  }

  /** Tells of changes, each statement once. */
  private void tell(List<Change> own, CodePieces.Piece piece) {
    TreeMap<Integer, List<Change>> told = new TreeMap<>();
    for (Change change : own) {
      int line = statement(change.start(), piece.start());
      told.computeIfAbsent(line, key -> new ArrayList<>()).add(change);
    }
    told.forEach((line, parts) -> changes.add(told(line, piece.end(), parts)));
  }

  /** Where the statement begins around a place, over the lines of a list in brackets. */
  private int statement(int at, int first) {
    int line = Math.max(first, text.lastIndexOf('\n', at - 1) + 1);
    if (line == at && line > first) {
      line = Math.max(first, text.lastIndexOf('\n', at - 2) + 1); // put behind a statement
    }
    while (line > first) {
      int before = Math.max(first, text.lastIndexOf('\n', line - 2) + 1);
      String above = text.substring(before, line).strip();
      if (!above.endsWith(",") && !above.endsWith("(")) {
        break;
      }
      line = before;
    }
    return line;
  }

  private boolean isCython() {
    return Format.of(path).filter(format -> format == Format.CYTHON).isPresent();
  }

  /** Whether Cython takes this from a file of declarations. */
  private boolean isOfDeclarations(int at) {
    int line = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at);
    return text.substring(line, end < 0 ? text.length() : end).contains("cimport ");
  }

  /** Cython's own imports have the form of Python's. */
  private static byte[] asPython(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace("cimport ", "import  ")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A statement as it is and as it will be. */
  private Change told(int start, int limit, List<Change> parts) {
    int newline = text.indexOf('\n', Math.max(start, parts.getLast().end() - 1));
    int end = Math.max(parts.getLast().end(), newline < 0 ? limit : Math.min(limit, newline));
    StringBuilder now = new StringBuilder();
    int at = start;
    for (Change part : parts) {
      now.append(text, at, part.start()).append(part.text());
      at = part.end();
    }
    now.append(text, at, end);
    String old = text.substring(start, end);
    return new Change(
        start, end, old, shown(old), shown(now.toString()), Confidence.LOW, Code.M135);
  }

  private static String shown(String code) {
    return code.strip()
        .replaceAll("([(,])\\s*\\n\\s*", "$1 ")
        .replaceAll("\\s*\\n\\s*\\)", ")")
        .replaceAll("\\s*\\n\\s*", "; ");
  }

  private Problem placed(Problem note, PlacedCode code, byte[] bytes) {
    int at = 0;
    for (int line = 1; line < note.line() && at < bytes.length; at++) {
      line += bytes[at] == '\n' ? 1 : 0;
    }
    int place = code.place(at);
    int line = (int) text.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
    return new Problem(note.code(), note.file(), line, note.arguments());
  }
}
