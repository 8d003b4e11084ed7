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
    Reference reference = references().get(tokens.start(token));
    Scope owner = reference == null ? null : reference.owner();
    if (reference == null || owner == null) {
      return null;
    }
    List<Binding> bindings = owner.bindings(reference.name());
    boolean once = bindings.size() == 1 && bindings.getFirst().kind() == BindingKind.ASSIGNMENT;
    int bound = once ? tokens.nameAt(bindings.getFirst().start()) : -1;
    return bound < 0 || !tokens.beginsLine(bound) ? null : assigned(bound);
  }

  private @Nullable String assigned(int name) {
    boolean typed = tokens.is(name + 1, ":") && tokens.is(name + 3, "=");
    int equals = typed ? name + 3 : name + 1;
    boolean literal =
        tokens.is(equals, "=")
            && tokens.kind(equals + 1) == TokenKind.STRING
            && tokens.kind(equals + 2) == TokenKind.NEWLINE;
    if (!literal) {
      return null;
    }
    String text = tokens.source().text(tokens.start(equals + 1), tokens.end(equals + 1));
    boolean plain = text.matches("(['\"])[\\w.%{}]+\\1");
    return plain ? text.substring(1, text.length() - 1) : null;
  }

  private Map<Integer, Reference> references() {
    if (references == null) {
      references = new HashMap<>();
      for (Reference reference : analysis.references()) {
        boolean loads = reference.use() == Reference.Use.LOAD && !reference.inString();
        if (loads && reference.length() <= 2) {
          references.put(reference.start(0), reference); // NAME, or NAME.format
        }
      }
    }
    return references;
  }
}
