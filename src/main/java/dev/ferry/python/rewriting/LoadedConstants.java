package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.EditReason;
import dev.ferry.python.scopes.Binding;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.scopes.StringUse;
import dev.ferry.python.scopes.StringUse.Value;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites constants that hold the name of a module and that the file gives to nothing but loaders:
 * {@code MODULE = "a.b"} with {@code patch(f"{MODULE}.f")}. All that is read of them is known then.
 */
final class LoadedConstants {
  private static final Pattern DOTTED = Pattern.compile("[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)+");

  /** Longer than any dotted name. */
  private static final int LONGEST = 200;

  private static final Set<String> KEYWORDS = Set.of("name", "target");

  private final FileAnalysis analysis;
  private final Tokens tokens;
  private final ModuleNames names;
  private final TextEdits edits;
  private final @Nullable Confidence least;
  private final Predicate<String> readElsewhere;
  private final PieceReader reader;
  private final Set<Integer> rewritten = new HashSet<>();

  /**
   * @param readElsewhere whether other files, or {@code __all__}, count on a name of this one
   */
  LoadedConstants(
      FileAnalysis analysis,
      ModuleNames names,
      TextEdits edits,
      @Nullable Confidence least,
      Predicate<String> readElsewhere) {
    this.analysis = analysis;
    this.tokens = analysis.tokens();
    this.names = names;
    this.edits = edits;
    this.least = least;
    this.readElsewhere = readElsewhere;
    this.reader = new PieceReader(analysis, Set.of());
  }

  /** Answers the literals that were rewritten, by their tokens. */
  Set<Integer> rewrite() {
    if (least != null && Confidence.MEDIUM.compareTo(least) <= 0) {
      for (StringUse string : analysis.strings()) {
        boolean name = string.end() - string.start() <= LONGEST;
        if (name && string.place() instanceof Value(String variable) && !variable.isEmpty()) {
          rewrite(string, variable);
        }
      }
    }
    return rewritten;
  }

  private void rewrite(StringUse string, String variable) {
    int literal = tokens.at(string.start());
    boolean alone =
        tokens.kind(literal) == TokenKind.STRING
            && tokens.end(literal) == string.end() + 1
            && tokens.kind(literal + 1) == TokenKind.NEWLINE;
    String text = alone ? analysis.source().text(string.start(), string.end()) : "";
    if (!DOTTED.matcher(text).matches() || !names.existed(DottedNames.first(text))) {
      return;
    }
    String now = moved(text);
    if (now.equals(text) || !isOnlyLoaded(literal, variable, text, now)) {
      return;
    }
    List<String> segments = List.of(text.split("\\.", -1));
    int length = names.moduleLength(segments, 1);
    String module = String.join(".", segments.subList(0, length));
    edits.replace(
        string.start(),
        string.start() + module.length(),
        names.moved(module),
        EditReason.STRING,
        Confidence.MEDIUM);
    edits.note(string.start(), Code.M024, text, now);
    rewritten.add(literal);
  }

  private String moved(String text) {
    List<String> segments = List.of(text.split("\\.", -1));
    int length = names.moduleLength(segments, 1);
    String module = String.join(".", segments.subList(0, length));
    return names.moved(module) + text.substring(module.length());
  }

  private boolean isOnlyLoaded(int literal, String variable, String text, String now) {
    boolean used = false;
    for (Reference reference : analysis.references()) {
      Scope owner = reference.name().equals(variable) ? reference.owner() : null;
      if (owner == null || !isBoundTo(owner, variable, literal)) {
        continue;
      }
      boolean stores = reference.use() == Reference.Use.STORE && reference.length() == 1;
      if (stores) {
        continue;
      }
      boolean loaded =
          reference.use() == Reference.Use.LOAD
              && !reference.inString()
              && isLoaded(tokens.nameAt(reference.start(0)), text, now)
              && !(owner == analysis.module() && readElsewhere.test(variable));
      if (!loaded) {
        return false;
      }
      used = true;
    }
    return used;
  }

  /** Whether the name stands for this literal and nothing else. */
  private boolean isBoundTo(Scope owner, String variable, int literal) {
    List<Binding> bindings = owner.bindings(variable);
    int name = bindings.size() == 1 ? tokens.nameAt(bindings.getFirst().start()) : -1;
    return name >= 0 && name < literal && literal - name <= 4 && tokens.beginsLine(name);
  }

  /** Whether a loader is given what is made of the name here, and finds the same module by it. */
  private boolean isLoaded(int token, String text, String now) {
    int first = argument(token);
    if (first < 0) {
      return false;
    }
    Pieces known = reader.read(first);
    String whole = known.text();
    if (!whole.startsWith(text)) {
      return false;
    }
    String rest = whole.substring(text.length());
    return known.isComplete()
        ? moved(whole).equals(now + rest)
        : rest.startsWith(".") && !names.isSplit(text, now);
  }

  /** The first token of the argument of a loader that the name is a part of; -1 without one. */
  private int argument(int token) {
    for (int at = token - 1; at > 0; at--) {
      boolean part =
          switch (tokens.kind(at)) {
            case STRING, FIELDS_START, FIELD_OPEN, FIELD_CLOSE -> true;
            case OPERATOR -> tokens.is(at, "+") || tokens.is(at, "%");
            case NAME, NUMBER, FIELDS_END, FIELD_FORMAT, NEWLINE, INDENT, DEDENT, END, ERROR ->
                false;
          };
      if (!part) {
        return isOpened(at) ? at + 1 : -1;
      }
    }
    return -1;
  }

  private boolean isOpened(int before) {
    int open = before;
    boolean named =
        tokens.is(before, "=")
            && tokens.kind(before - 1) == TokenKind.NAME
            && KEYWORDS.contains(tokens.identifier(before - 1));
    if (named) {
      open = before - 2;
    }
    if (open < 1 || tokens.kind(open - 1) != TokenKind.NAME) {
      return false;
    }
    String name = tokens.identifier(open - 1);
    if (tokens.is(open, "[")) {
      return name.equals("modules");
    }
    String owner = open > 2 && tokens.is(open - 2, ".") ? tokens.identifier(open - 3) : "";
    return tokens.is(open, "(")
        && (LoadingFunctions.contains(name) || LoadingFunctions.ofMonkeypatch(owner, name));
  }
}
