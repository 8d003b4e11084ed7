package dev.ferry.python.rewriting;

import dev.ferry.python.scopes.Binding;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.BindingKind;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names stand for that a file binds once, to a literal. Not safe for several threads. */
final class ConstantTexts {
  private final FileAnalysis analysis;
  private final Tokens tokens;
  private @Nullable Map<Integer, Reference> references;

  ConstantTexts(FileAnalysis analysis) {
    this.analysis = analysis;
    this.tokens = analysis.tokens();
  }

  /** The text that the name at this token stands for; null where that is not certain. */
  @Nullable String at(int token) {
    int value = valueOf(token);
    boolean literal =
        value > 0
            && tokens.kind(value) == TokenKind.STRING
            && tokens.kind(value + 1) == TokenKind.NEWLINE;
    if (!literal) {
      return null;
    }
    String text = tokens.source().text(tokens.start(value), tokens.end(value));
    boolean plain = text.matches("(['\"])[\\w.%{}]+\\1");
    return plain ? text.substring(1, text.length() - 1) : null;
  }

  /**
   * The first token of the value of the only assignment that binds the name at this token; -1 where
   * it may stand for something else.
   */
  int valueOf(int token) {
    Reference reference = references().get(tokens.start(token));
    Scope owner = reference == null ? null : reference.owner();
    if (reference == null || owner == null) {
      return -1;
    }
    List<Binding> bindings = owner.bindings(reference.name());
    boolean once = bindings.size() == 1 && bindings.getFirst().kind() == BindingKind.ASSIGNMENT;
    int bound = once ? tokens.nameAt(bindings.getFirst().start()) : -1;
    if (bound < 0 || !tokens.beginsLine(bound)) {
      return -1;
    }
    boolean typed = tokens.is(bound + 1, ":") && tokens.is(bound + 3, "=");
    int equals = typed ? bound + 3 : bound + 1;
    return tokens.is(equals, "=") ? equals + 1 : -1;
  }

  private Map<Integer, Reference> references() {
    if (references == null) {
      references = new HashMap<>();
      for (Reference reference : analysis.references()) {
        boolean loads = reference.use() == Reference.Use.LOAD && !reference.inString();
        if (loads) {
          references.put(reference.start(0), reference);
        }
      }
    }
    return references;
  }
}
