package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.model.EditReason;
import dev.ferry.python.scopes.Binding;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Submodules that are named as attributes in a string: {@code getattr(a, "b")}, {@code
 * patch.object(a, "b")}. Rewritten where the package has the module under another name, else told.
 */
final class NamedAttributes {
  private static final Set<String> FUNCTIONS =
      Set.of("getattr", "hasattr", "setattr", "delattr", "object", "spy", "stub_with");

  private final FileAnalysis analysis;
  private final Tokens tokens;
  private final ModuleNames names;
  private final BoundModules modules;
  private final TextEdits edits;
  private final boolean strings;

  /**
   * @param strings whether strings are rewritten
   */
  NamedAttributes(
      FileAnalysis analysis,
      ModuleNames names,
      BoundModules modules,
      TextEdits edits,
      boolean strings) {
    this.analysis = analysis;
    this.tokens = analysis.tokens();
    this.names = names;
    this.modules = modules;
    this.edits = edits;
    this.strings = strings;
  }

  void rewrite() {
    for (Reference reference : analysis.references()) {
      boolean loads = reference.use() == Reference.Use.LOAD && !reference.inString();
      int first = loads ? reference.chain().segments()[0] : 0;
      int literal = loads ? reference.chain().segments()[reference.length() - 1] + 2 : 0;
      boolean given =
          first > 1
              && literal < tokens.size()
              && tokens.kind(literal) == TokenKind.STRING
              && tokens.is(literal - 1, ",")
              && tokens.is(first - 1, "(")
              && tokens.kind(first - 2) == TokenKind.NAME
              && FUNCTIONS.contains(tokens.identifier(first - 2));
      String module = given ? module(reference) : null;
      if (module != null) {
        rewrite(first - 2, literal, module);
      }
    }
  }

  /** The module that the whole chain names; null where it names none. */
  private @Nullable String module(Reference reference) {
    Scope owner = reference.owner();
    List<Binding> bindings = owner == null ? List.of() : owner.bindings(reference.name());
    for (Binding binding : bindings) {
      String known = modules.of(binding);
      if (known != null) {
        List<String> segments = new ArrayList<>(List.of(known.split("\\.", -1)));
        int certain = segments.size();
        segments.addAll(Segments.names(reference).subList(1, reference.length()));
        boolean whole = names.moduleLength(segments, certain) == segments.size();
        return whole ? String.join(".", segments) : null;
      }
    }
    return null;
  }

  private void rewrite(int function, int token, String module) {
    Literal literal = Literal.of(tokens, token);
    String name = tokens.source().text(literal.start(), literal.end());
    if (!names.isSubmodule(module, name)) {
      return;
    }
    String old = module + "." + name;
    String now = names.moved(old);
    String there = names.moved(module) + ".";
    if (now.equals(there + name)) {
      return;
    }
    boolean within = now.startsWith(there) && now.indexOf('.', there.length()) < 0;
    if (within && strings && literal.end() - literal.start() == name.length()) {
      edits.replace(
          literal.start(), literal.end(), now.substring(there.length()), EditReason.STRING);
      return;
    }
    String text = tokens.source().text(tokens.start(function), tokens.end(token)) + ")";
    edits.note(literal.start(), Code.M096, text.replaceAll("\\s+", " "), old, now);
  }
}
