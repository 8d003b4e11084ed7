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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of modules that stand in pieces: literals side by side or put together, and f-strings.
 * Rewritten where a loader is given them and what changes lies in one literal, else reported.
 */
final class PiecedNames {
  private static final Pattern BEGINNING = Pattern.compile("[A-Za-z_][\\w.]*");

  private static final Pattern WITHIN =
      Pattern.compile("(?<![\\w./@$%}-])[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)+");

  /** Longer ones are data. */
  private static final int LONGEST_TEXT = 2000;

  private static final Set<String> KEYWORDS = Set.of("name", "target");

  private final Tokens tokens;
  private final ModuleNames names;
  private final TextEdits edits;
  private final @Nullable Confidence least;
  private final PieceReader reader;
  private final RelativePieces relatives;

  /**
   * @param settled literals that were rewritten already
   */
  PiecedNames(
      FileAnalysis analysis,
      ModuleNames names,
      TextEdits edits,
      @Nullable Confidence least,
      Set<Integer> settled,
      RelativePieces relatives) {
    this.relatives = relatives;
    this.tokens = analysis.tokens();
    this.names = names;
    this.edits = edits;
    this.least = least;
    this.reader = new PieceReader(analysis, settled);
  }

  void rewrite() {
    int read = 0;
    for (int token = 0; token + 2 < tokens.size(); token++) {
      boolean calls =
          tokens.kind(token) == TokenKind.NAME && tokens.is(token + 1, "(") && loads(token);
      if (calls) {
        read = Math.max(read, rewriteArgument(token + 2));
      } else if (token >= read && begins(token)) {
        read = Math.max(read, noteAlone(token));
      }
    }
  }

  private boolean loads(int token) {
    String name = tokens.identifier(token);
    return LoadingFunctions.contains(name)
        || (token > 1 && LoadingFunctions.ofMonkeypatch(tokens.identifier(token - 2), name));
  }

  /** The first token that was not read. */
  private int rewriteArgument(int first) {
    boolean named =
        first + 2 < tokens.size()
            && tokens.is(first + 1, "=")
            && KEYWORDS.contains(tokens.identifier(first));
    int start = named ? first + 2 : first;
    Pieces known = reader.read(start);
    boolean ends = ends(known, start);
    boolean relative = known.length() > 0 && known.at(0) == '.';
    if (relative && (ends || !known.isComplete())) {
      relatives.note(known, first - 1, tokens.start(start));
    } else if (ends || !known.isComplete()) {
      rewrite(known, start, true);
    }
    return known.isComplete() ? known.next() : start + 1;
  }

  /** Whether an expression of several pieces may begin here. */
  private boolean begins(int token) {
    boolean goesOn =
        token > 0
            && (tokens.is(token - 1, "+")
                || tokens.is(token - 1, "%")
                || tokens.is(token - 1, ".")
                || isText(token - 1));
    return !goesOn
        && switch (tokens.kind(token)) {
          case STRING -> isText(token + 1) || joins(token + 1);
          case FIELDS_START -> true;
          case NAME -> joins(token + 1);
          case NUMBER,
              FIELDS_END,
              FIELD_OPEN,
              FIELD_CLOSE,
              FIELD_FORMAT,
              OPERATOR,
              NEWLINE,
              INDENT,
              DEDENT,
              END,
              ERROR ->
              false;
        };
  }

  private boolean joins(int token) {
    return tokens.is(token, "+") || tokens.is(token, "%") || tokens.is(token, ".");
  }

  private boolean isText(int token) {
    return tokens.kind(token) == TokenKind.STRING || tokens.kind(token) == TokenKind.FIELDS_START;
  }

  private int noteAlone(int token) {
    Pieces known = reader.read(token);
    if (ends(known, token)) {
      rewrite(known, token, false);
      return known.next();
    }
    return token + 1;
  }

  /** Whether all of an expression is known that has more than one token. */
  private boolean ends(Pieces known, int first) {
    int next = known.next();
    return known.isComplete() && next > first + 1 && !tokens.is(next, "(");
  }

  private void rewrite(Pieces known, int first, boolean loaded) {
    String whole = known.text();
    String text = known.isComplete() ? whole : whole.substring(0, whole.lastIndexOf('.') + 1);
    List<String> segments = List.of(text.split("\\."));
    boolean named = BEGINNING.matcher(text).matches() && !segments.getFirst().isEmpty();
    if (!named && known.isComplete() && known.length() <= LONGEST_TEXT) {
      noteWithin(known, tokens.start(first));
    }
    if (!named || !names.existed(segments.getFirst())) {
      return;
    }
    int length = names.moduleLength(segments, 1);
    String module = String.join(".", segments.subList(0, length));
    String moved = names.moved(module);
    int at = tokens.start(first);
    if (moved.equals(module)) {
      if (!known.isComplete() && length == segments.size() && names.holdsMoved(module)) {
        edits.note(at, Code.M099, text, names.movedWithin(module));
      }
    } else if (!known.isComplete() && names.isSplit(module, moved)) {
      edits.note(at, Code.M099, text, moved);
    } else if (loaded) {
      rewrite(known, segments.subList(0, length), moved, at);
    } else if (length > 1 && !known.isOnePiece(0, module.length())) {
      edits.note(at, Code.M098, module, moved);
    } else if (length > 1 && isText(first + 1)) {
      edits.note(at, Code.M023, text, moved); // literals side by side are not looked at one by one
    }
  }

  /** Names that stand in several pieces of a longer text. */
  private void noteWithin(Pieces known, int at) {
    Matcher word = WITHIN.matcher(known.text());
    while (word.find()) {
      List<String> segments = List.of(word.group().split("[.]", -1));
      if (names.existed(segments.getFirst())) {
        int length = names.importedLength(segments);
        String module = String.join(".", segments.subList(0, length));
        String moved = names.moved(module);
        boolean pieced = !known.isOnePiece(word.start(), word.start() + module.length());
        if (length > 1 && pieced && !moved.equals(module)) {
          edits.note(at, Code.M098, module, moved);
        }
      }
    }
  }

  private void rewrite(Pieces known, List<String> module, String moved, int at) {
    List<NameEdit> changes = changes(segments(module), moved);
    boolean certain =
        changes.stream().allMatch(change -> known.isOnePiece(change.start(), change.end()));
    if (least == null || !certain) {
      edits.note(at, Code.M098, String.join(".", module), moved);
      return;
    }
    for (NameEdit change : changes) {
      int start = known.place(change.start());
      int end = known.place(change.end() - 1) + 1;
      edits.replace(start, end, change.text(), EditReason.STRING, Confidence.HIGH);
    }
  }

  /** One for each segment where there are as many as before, since pieces may end between them. */
  private static List<NameEdit> changes(List<Segment> module, String moved) {
    List<String> wanted = List.of(moved.split("\\."));
    if (wanted.size() != module.size()) {
      return List.of(NameEdit.between(module, moved));
    }
    List<NameEdit> changes = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Segment old = module.get(i);
      if (!old.name().equals(wanted.get(i))) {
        changes.add(new NameEdit(old.start(), old.end(), wanted.get(i)));
      }
    }
    return changes;
  }

  /** By the characters of the name, wherever they stand. */
  private static List<Segment> segments(List<String> names) {
    List<Segment> segments = new ArrayList<>();
    int at = 0;
    for (String name : names) {
      segments.add(new Segment(name, at, at + name.length()));
      at += name.length() + 1;
    }
    return segments;
  }
}
