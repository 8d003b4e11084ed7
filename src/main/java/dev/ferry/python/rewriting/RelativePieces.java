package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.List;

/**
 * Tells of relative names that loaders are given in pieces: {@code import_module(f".{x}", "a")}.
 */
final class RelativePieces {
  private final Tokens tokens;
  private final ModuleNames names;
  private final TextEdits edits;
  private final String ownPackage;
  private final String ownName;

  /**
   * @param ownPackage what {@code __package__} is in the file; empty at the top
   * @param ownName what {@code __name__} is, where that is a package; else empty
   */
  RelativePieces(
      Tokens tokens, ModuleNames names, TextEdits edits, String ownPackage, String ownName) {
    this.tokens = tokens;
    this.names = names;
    this.edits = edits;
    this.ownPackage = ownPackage;
    this.ownName = ownName;
  }

  /**
   * @param known what is known of the name, from its first dot on
   * @param open the bracket before the loader's arguments
   * @param at where the name begins in the file
   */
  void note(Pieces known, int open, int at) {
    String text = known.text();
    int level = 1;
    while (level < text.length() && text.charAt(level) == '.') {
      level++;
    }
    int anchor = anchor(open);
    String above = anchor < 0 ? null : DottedNames.ancestor(packageAt(anchor), level - 1);
    if (above == null || !names.existed(above)) {
      return;
    }
    // the file's own package is called by its new name afterwards
    boolean follows = tokens.kind(anchor) == TokenKind.NAME;
    String now = follows ? names.moved(above) : above;
    String rest = text.substring(level);
    String full = DottedNames.join(above, rest);
    if (known.isComplete()) {
      if (names.existed(full) && !names.moved(full).equals(DottedNames.join(now, rest))) {
        edits.note(at, Code.M098, full, names.moved(full));
      }
      return;
    }
    String beginning = text.length() > level ? DottedNames.parent(full) : full;
    String within = names.movedWithin(beginning);
    String inside = beginning.substring(Math.min(beginning.length(), above.length()));
    if (!within.isEmpty() && names.isSplit(beginning, now + inside)) {
      edits.note(at, Code.M099, beginning + ".", within);
    }
  }

  /** The package that a call gives beside a relative name, by its token; -1 without one. */
  private int anchor(int open) {
    List<Argument> arguments = Argument.of(tokens, open);
    for (Argument argument : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
      boolean counts = argument.keyword().equals("package") || argument.keyword().isEmpty();
      if (counts && argument.first() == argument.last()) {
        return argument.first();
      }
    }
    return -1;
  }

  private String packageAt(int token) {
    if (tokens.kind(token) == TokenKind.STRING) {
      Literal literal = Literal.of(tokens, token);
      return tokens.source().text(literal.start(), literal.end());
    }
    String name = tokens.kind(token) == TokenKind.NAME ? tokens.identifier(token) : "";
    return name.equals("__package__") ? ownPackage : name.equals("__name__") ? ownName : "";
  }
}
