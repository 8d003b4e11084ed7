package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.python.scopes.Binding;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.ScopeKind;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells of moved modules that are reached through what another module or a class has imported:
 * {@code mid.a.b} where {@code mid} says {@code import a.b}, {@code K.a.b} where the body of {@code
 * K} does.
 */
final class ReachedModules {
  private final FileAnalysis analysis;
  private final ModuleNames names;
  private final BoundModules modules;
  private final TextEdits edits;
  private final Set<String> boundInClasses;

  ReachedModules(FileAnalysis analysis, ModuleNames names, BoundModules modules, TextEdits edits) {
    this.analysis = analysis;
    this.names = names;
    this.modules = modules;
    this.edits = edits;
    this.boundInClasses = new HashSet<>(names.boundInImportedClasses());
    for (Scope scope : analysis.scopes()) {
      if (scope.kind() == ScopeKind.CLASS) {
        scope
            .bindings()
            .forEach(
                (name, bindings) -> {
                  if (bindings.stream().anyMatch(BoundModules::isShared)) {
                    boundInClasses.add(name);
                  }
                });
      }
    }
  }

  void note() {
    for (Reference reference : analysis.references()) {
      int from = reference.length() < 3 ? 0 : rootOf(reference);
      if (from > 0 && !edits.beginsAt(reference.start(from))) {
        List<String> segments = Segments.names(reference);
        List<String> tail = segments.subList(from, segments.size());
        String old = String.join(".", tail.subList(0, names.moduleLength(tail, 1)));
        String moved = names.moved(old);
        if (!moved.equals(old) && !edits.beginsAt(reference.start(0))) {
          String chain = String.join(".", segments.subList(0, from)) + "." + old;
          edits.note(reference.start(0), Code.M096, chain, old, moved);
        }
      }
    }
    noteBehindBrackets();
  }

  /** What follows a call or a subscript: {@code super().a.b}, {@code K().a.b}. */
  private void noteBehindBrackets() {
    Tokens tokens = analysis.tokens();
    for (int token = 0; token + 2 < tokens.size() && !boundInClasses.isEmpty(); token++) {
      boolean closes = tokens.is(token, ")") || tokens.is(token, "]");
      if (closes && tokens.is(token + 1, ".") && tokens.kind(token + 2) == TokenKind.NAME) {
        noteBehind(tokens, token + 2);
      }
    }
  }

  private void noteBehind(Tokens tokens, int first) {
    List<String> segments = new ArrayList<>(List.of(tokens.identifier(first)));
    int token = first + 1;
    while (tokens.is(token, ".") && tokens.kind(token + 1) == TokenKind.NAME) {
      segments.add(tokens.identifier(token + 1));
      token += 2;
    }
    for (int from = 0; from < segments.size(); from++) {
      if (boundInClasses.contains(segments.get(from))) {
        List<String> tail = segments.subList(from, segments.size());
        String old = String.join(".", tail.subList(0, names.moduleLength(tail, 1)));
        String moved = names.moved(old);
        if (!moved.equals(old)) {
          String chain =
              "." + String.join(".", segments.subList(0, from + DottedNames.length(old)));
          edits.note(tokens.start(first), Code.M096, chain, old, moved);
        }
        return;
      }
    }
  }

  /** Which segment is a package that the segments before it have imported; 0 where none is. */
  private int rootOf(Reference reference) {
    List<String> segments = Segments.names(reference);
    String module = moduleOf(reference);
    if (module != null) {
      List<String> known = new ArrayList<>(List.of(module.split("\\.", -1)));
      int shift = known.size() - 1;
      known.addAll(segments.subList(1, segments.size()));
      int length = names.moduleLength(known, shift + 1);
      boolean through =
          length < known.size()
              && names.bindsRoot(String.join(".", known.subList(0, length)), known.get(length));
      if (through) {
        return length - shift;
      }
    }
    for (int i = 1; i < segments.size(); i++) {
      if (boundInClasses.contains(segments.get(i))) {
        return i;
      }
    }
    return 0;
  }

  private @Nullable String moduleOf(Reference reference) {
    Scope owner = reference.owner();
    if (owner == null) {
      return null;
    }
    for (Binding binding : owner.bindings(reference.name())) {
      String module = modules.of(binding);
      if (module != null) {
        return module;
      }
    }
    return null;
  }
}
