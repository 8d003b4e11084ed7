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
      if (reference.length() > 2 && !edits.beginsAt(reference.start(0))) {
        List<String> segments = Segments.names(reference);
        int from = inClass(segments);
        String module = moduleOf(reference);
        boolean told = module != null && noteThrough(reference, segments, module);
        if (!told && from > 0) {
          noteFrom(reference, segments, from);
        }
      }
    }
    noteBehindBrackets();
  }

  /** Where the name of a package stands that the body of a class imports; 0 where none does. */
  private int inClass(List<String> segments) {
    for (int i = 1; i < segments.size(); i++) {
      if (boundInClasses.contains(segments.get(i))) {
        return i;
      }
    }
    return 0;
  }

  /** Tells of what moves in a chain from some segment on, which names a top-level package. */
  private boolean noteFrom(Reference reference, List<String> segments, int from) {
    List<String> tail = segments.subList(from, segments.size());
    String old = String.join(".", tail.subList(0, names.moduleLength(tail, 1)));
    String moved = names.moved(old);
    if (moved.equals(old) || edits.beginsAt(reference.start(from))) {
      return false;
    }
    String chain = String.join(".", segments.subList(0, from)) + "." + old;
    edits.note(reference.start(0), Code.M096, chain, old, moved);
    return true;
  }

  /**
   * Follows a chain from module to module, by submodules and by what modules import, and tells of
   * the first one that is no longer reached so.
   */
  private boolean noteThrough(Reference reference, List<String> segments, String start) {
    String module = start;
    boolean through = false;
    for (int at = 1; at < segments.size(); at++) {
      String name = segments.get(at);
      String next = DottedNames.join(module, name);
      if (names.isSubmodule(module, name)) {
        String moved = names.moved(next);
        if (through && !moved.equals(DottedNames.join(names.moved(module), name))) {
          String chain = String.join(".", segments.subList(0, at + 1));
          edits.note(reference.start(0), Code.M096, chain, next, moved);
          return true;
        }
        module = next;
        continue;
      }
      // a package that has a module of that name goes on binding it
      boolean kept = names.existed(next);
      if (!kept && names.bindsRoot(module, name) && noteFrom(reference, segments, at)) {
        return true;
      }
      String bound = names.boundModule(module, name);
      if (bound == null) {
        return false;
      }
      through = true;
      module = bound;
    }
    return false;
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
