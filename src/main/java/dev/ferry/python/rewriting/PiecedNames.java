package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.EditReason;
import dev.ferry.python.rewriting.NameEdit.Segment;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of modules that a loader is given in pieces: literals side by side or with a plus between
 * them, and f-strings. Rewritten where what changes lies in one literal, else reported.
 */
final class PiecedNames {
  private static final Pattern BEGINNING = Pattern.compile("[A-Za-z_][\\w.]*");

  private final FileAnalysis analysis;
  private final Tokens tokens;
  private final ModuleNames names;
  private final TextEdits edits;
  private final @Nullable Confidence least;

  PiecedNames(
      FileAnalysis analysis, ModuleNames names, TextEdits edits, @Nullable Confidence least) {
    this.analysis = analysis;
    this.tokens = analysis.tokens();
    this.names = names;
    this.edits = edits;
    this.least = least;
  }

  /**
   * What is known of an argument: its text, each character with its place, up to where something
   * else goes on.
   *
   * @param pieces number of literals
   */
  private record Known(String text, List<Integer> places, int pieces, boolean complete) {}

  void rewrite() {
    for (int token = 0; token + 2 < tokens.size(); token++) {
      boolean calls =
          tokens.kind(token) == TokenKind.NAME && tokens.is(token + 1, "(") && loads(token);
      if (calls) {
        Known known = argument(token + 2);
        boolean pieced = known.pieces() > 1 || !known.complete();
        if (pieced && BEGINNING.matcher(known.text()).matches()) {
          rewrite(known);
        }
      }
    }
  }

  private boolean loads(int token) {
    String name = tokens.identifier(token);
    return LoadingFunctions.contains(name)
        || (token > 1 && LoadingFunctions.ofMonkeypatch(tokens.identifier(token - 2), name));
  }

  private Known argument(int first) {
    StringBuilder text = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    int pieces = 0;
    int token = first;
    while (true) {
      if (tokens.kind(token) == TokenKind.STRING) {
        if (!add(tokens.start(token), tokens.end(token), text, places)) {
          return new Known(text.toString(), places, pieces, false);
        }
        pieces++;
        token++;
      } else if (tokens.kind(token) == TokenKind.FIELDS_START) {
        boolean opens = tokens.kind(token + 1) == TokenKind.FIELD_OPEN;
        if (opens) {
          add(tokens.end(token), tokens.start(token + 1), text, places, 0);
        }
        return new Known(text.toString(), places, pieces + 1, false);
      } else if (tokens.is(token, "+") && pieces > 0) {
        token++;
      } else {
        boolean ends = tokens.is(token, ")") || tokens.is(token, ",");
        return new Known(text.toString(), places, pieces, ends);
      }
    }
  }

  private boolean add(int start, int end, StringBuilder text, List<Integer> places) {
    byte[] bytes = analysis.source().bytes();
    byte mark = bytes[start];
    if (mark != '"' && mark != '\'') {
      return false;
    }
    boolean triple = end - start >= 6 && bytes[start + 1] == mark && bytes[start + 2] == mark;
    add(start, end, text, places, triple ? 3 : 1);
    return true;
  }

  private void add(int start, int end, StringBuilder text, List<Integer> places, int quotes) {
    for (int i = start + quotes; i < end - quotes; i++) {
      text.append((char) (analysis.source().bytes()[i] & 0xff));
      places.add(i);
    }
  }

  private void rewrite(Known known) {
    String whole = known.text();
    String text = known.complete() ? whole : whole.substring(0, whole.lastIndexOf('.') + 1);
    List<String> segments = List.of(text.split("\\."));
    if (text.isEmpty() || !names.existed(segments.getFirst())) {
      return;
    }
    int length = names.moduleLength(segments, 1);
    String module = String.join(".", segments.subList(0, length));
    String moved = names.moved(module);
    int at = known.places().getFirst();
    if (moved.equals(module)) {
      if (!known.complete() && length == segments.size() && names.holdsMoved(module)) {
        edits.note(at, Code.M099, text, names.movedWithin(module));
      }
      return;
    }
    if (!known.complete() && names.isSplit(module, moved)) {
      edits.note(at, Code.M099, text, moved);
      return;
    }
    NameEdit edit = NameEdit.between(segments(known, segments, length), moved);
    boolean inOnePiece = edit.end() - edit.start() == spelled(known, edit);
    if (!inOnePiece || least == null) {
      edits.note(at, Code.M098, module, moved);
      return;
    }
    edits.replace(edit.start(), edit.end(), edit.text(), EditReason.STRING, Confidence.HIGH);
  }

  /** How many characters of the name lie in what is replaced. */
  private static int spelled(Known known, NameEdit edit) {
    return (int)
        known.places().stream()
            .filter(place -> place >= edit.start() && place < edit.end())
            .count();
  }

  private static List<Segment> segments(Known known, List<String> names, int count) {
    List<Segment> segments = new ArrayList<>();
    int at = 0;
    for (String name : names.subList(0, count)) {
      int end = known.places().get(at + name.length() - 1) + 1;
      segments.add(new Segment(name, known.places().get(at), end));
      at += name.length() + 1;
    }
    return segments;
  }
}
