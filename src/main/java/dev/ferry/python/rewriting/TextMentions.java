package dev.ferry.python.rewriting;

import dev.ferry.facts.Relocation;
import dev.ferry.facts.Rewriting;
import dev.ferry.model.Code;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.syntax.Tokens;
import java.util.List;
import java.util.Optional;

/**
 * Tells of names and paths that stand as whole words in strings of any kind, and that nothing else
 * has rewritten or told: prose, commands that nobody is known to run, bytes.
 */
final class TextMentions {
  /** Longer than the patterns that somebody writes. */
  private static final int LONGEST = 200;

  private final FileAnalysis analysis;
  private final Tokens tokens;
  private final byte[] bytes;
  private final ModuleNames names;
  private final MovedPaths paths;
  private final MovedBeginnings beginnings;
  private final TextEdits edits;
  private final TextEdits.Settled settled;
  private final LostPatterns patterns;

  /**
   * Characters without a blank.
   *
   * @param literal where the literal begins that they stand in
   * @param opened whether a name or path may begin here: not behind a field, a variable or an
   *     escape
   */
  private record Run(int literal, int start, int end, boolean opened) {}

  TextMentions(
      FileAnalysis analysis,
      ModuleNames names,
      Relocation relocation,
      MovedBeginnings beginnings,
      TextEdits edits,
      Rewriting examples) {
    this.analysis = analysis;
    this.tokens = analysis.tokens();
    this.bytes = analysis.source().bytes();
    this.names = names;
    this.paths = new MovedPaths(relocation);
    this.beginnings = beginnings;
    this.edits = edits;
    this.settled = edits.settled(examples);
    this.patterns = new LostPatterns(relocation, names);
  }

  void note() {
    boolean inText = false;
    int opening = 0;
    int from = 0;
    for (int token = 0; token < tokens.size(); token++) {
      switch (tokens.kind(token)) {
        case STRING -> {
          Literal literal = Literal.of(tokens, token);
          read(tokens.start(token), literal.start(), literal.end());
        }
        case FIELDS_START -> {
          opening = tokens.start(token);
          from = tokens.end(token);
          inText = true;
        }
        case FIELD_CLOSE -> {
          from = tokens.end(token);
          inText = true;
        }
        case FIELD_OPEN, FIELDS_END -> {
          if (inText) {
            read(opening, from, tokens.start(token));
          }
          inText = false;
        }
        case NAME, NUMBER, FIELD_FORMAT, OPERATOR, NEWLINE, INDENT, DEDENT, END, ERROR -> {}
      }
    }
  }

  /** The runs of characters that names and paths consist of. */
  private void read(int literal, int start, int end) {
    int at = start;
    while (at < end) {
      if (!isPart(bytes[at])) {
        if (bytes[at] == '\\' && at + 1 < end && bytes[at + 1] == '.') {
          escaped(literal, start, at + 1, end);
        }
        at += bytes[at] == '\\' ? 2 : 1;
        continue;
      }
      int from = at;
      boolean separated = false;
      while (at < end && isPart(bytes[at])) {
        separated |= bytes[at] == '.' || bytes[at] == '/';
        at++;
      }
      if (separated) {
        boolean address = at < bytes.length && bytes[at] == '@';
        boolean opened = "$%}@\\".indexOf(bytes[from - 1]) < 0 && !address;
        run(new Run(literal, from, at, opened));
        if (opened && at < end && bytes[at] == '*') {
          pattern(new Run(literal, from, at, true), end);
        }
        if (bytes[from] == '.' && from > start && bytes[from - 1] == '\\') {
          escaped(literal, start, from, end);
        }
      }
    }
  }

  private void pattern(Run fixed, int end) {
    int to = fixed.end();
    while (to < end && (isPart(bytes[to]) || bytes[to] == '*' || bytes[to] == '?')) {
      to++;
    }
    String text = analysis.source().text(fixed.start(), to);
    int first = 0;
    while (text.charAt(first) != '.' && text.charAt(first) != '/') {
      first++;
    }
    if (text.length() <= LONGEST && beginnings.mayBegin(text.substring(0, first))) {
      patterns.by(text).ifPresent(lost -> tell(fixed, Code.M110, text, lost.old(), lost.now()));
    }
  }

  /** The name before and behind an escaped dot: {@code a\\.b} in a regular expression. */
  private void escaped(int literal, int start, int dot, int end) {
    int from = dot;
    while (from > start && bytes[from - 1] == '\\') {
      from--;
    }
    int first = from;
    while (first > start && (isNamePart(bytes[first - 1]) || bytes[first - 1] == '/')) {
      first--;
    }
    first += first > start && bytes[first - 1] == '\\' ? 1 : 0;
    if (first >= from || (first > start && bytes[first - 1] == '.')) {
      return;
    }
    StringBuilder name = new StringBuilder(analysis.source().text(first, from));
    int at = dot;
    while (at + 1 < end && bytes[at] == '.' && isNamePart(bytes[at + 1])) {
      int to = at + 1;
      while (to < end && isNamePart(bytes[to])) {
        to++;
      }
      name.append('.').append(analysis.source().text(at + 1, to));
      at = to;
      while (at + 1 < end && bytes[at] == '\\') {
        at++;
      }
    }
    Run run = new Run(literal, first, at, true);
    if (name.indexOf("/") >= 0) {
      path(run, name.toString());
    } else {
      name(run, name.toString());
    }
  }

  private static boolean isNamePart(byte b) {
    return isPart(b) && b != '.' && b != '/' && b != '-';
  }

  private static boolean isPart(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '_'
        || b == '.'
        || b == '/'
        || b == '-'
        || b < 0;
  }

  private void run(Run run) {
    int from = run.start();
    while (from < run.end() && bytes[from] == '-') {
      from++;
    }
    while (from + 1 < run.end() && bytes[from] == '.' && bytes[from + 1] == '/') {
      from += 2;
    }
    int to = run.end();
    while (to > from && (bytes[to - 1] == '.' || bytes[to - 1] == '/' || bytes[to - 1] == '-')) {
      to--;
    }
    if (from >= to) {
      return;
    }
    String text = analysis.source().text(from, to);
    if (text.indexOf('/') >= 0) {
      path(run, text);
    } else if (run.opened()) {
      name(run, text);
    }
  }

  private void tell(Run run, Code code, String... arguments) {
    if (!settled.at(run.literal(), run.start(), run.end())) {
      edits.note(run.start(), code, arguments);
    }
  }

  private void name(Run run, String text) {
    List<String> segments = List.of(text.split("[.]", -1));
    String first = segments.getFirst();
    if (segments.size() < 2 || !beginnings.mayBegin(first) || !names.existed(first)) {
      return;
    }
    int length = names.importedLength(segments);
    String module = String.join(".", segments.subList(0, length));
    String moved = names.moved(module);
    boolean file = length < segments.size() && FileEndings.contains(segments.get(length));
    if (length > 1 && !file && !moved.equals(module)) {
      tell(run, Code.M120, module, moved);
    }
  }

  private void path(Run run, String text) {
    if (run.opened() && !text.startsWith("/") && !text.startsWith("..")) {
      moved(text).ifPresent(now -> tell(run, Code.M062, text, now));
      return;
    }
    if (text.startsWith("//")) {
      return; // an address
    }
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
      String tail = text.substring(slash + 1);
      Optional<String> now = tail.indexOf('/') < 0 ? Optional.empty() : moved(tail);
      if (now.isPresent()) {
        tell(run, Code.M111, tail, now.get());
        return;
      }
    }
  }

  private Optional<String> moved(String path) {
    int slash = path.indexOf('/');
    return slash > 0 && beginnings.mayBegin(path.substring(0, slash))
        ? paths.of(path).map(found -> found.now() + path.substring(found.old().length()))
        : Optional.empty();
  }
}
