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
    String above = DottedNames.ancestor(anchor(open), level - 1);
    if (above == null || !names.existed(above)) {
      return;
    }
    String full = DottedNames.join(above, text.substring(level));
    if (known.isComplete()) {
      if (names.existed(full) && names.isMoved(full)) {
        edits.note(at, Code.M098, full, names.moved(full));
      }
      return;
    }
    String beginning = text.length() > level ? DottedNames.parent(full) : full;
    String within = beginning.isEmpty() ? "" : names.movedWithin(beginning);
    if (!within.isEmpty()) {
      edits.note(at, Code.M099, beginning + ".", within);
    }
  }

  /** The package that a call gives beside a relative name; empty where that is not known. */
  private String anchor(int open) {
    List<Argument> arguments = Argument.of(tokens, open);
    for (Argument argument : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
      boolean counts = argument.keyword().equals("package") || argument.keyword().isEmpty();
      if (counts && argument.first() == argument.last()) {
        return anchorAt(argument.first());
      }
    }
    return "";
  }

  private String anchorAt(int token) {
    if (tokens.kind(token) == TokenKind.STRING) {
      Literal literal = Literal.of(tokens, token);
      return tokens.source().text(literal.start(), literal.end());
    }
    String name = tokens.kind(token) == TokenKind.NAME ? tokens.identifier(token) : "";
    return name.equals("__package__") ? ownPackage : name.equals("__name__") ? ownName : "";
  }
}
