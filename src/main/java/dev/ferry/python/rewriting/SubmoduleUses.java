package dev.ferry.python.rewriting;

import dev.ferry.model.EditReason;
import dev.ferry.python.scopes.Binding;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.ImportStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rewrites uses of a moved module as an attribute of a package that was imported under a name of
 * its own: {@code from a import b} and {@code b.c.f()}, {@code import a.b as o} and {@code
 * o.c.f()}.
 */
final class SubmoduleUses {
  private final FileAnalysis analysis;
  private final ModuleNames names;
  private final BoundModules modules;
  private final Uses uses;
  private final AddedImports added;
  private final TextEdits edits;

  SubmoduleUses(
      FileAnalysis analysis,
      ModuleNames names,
      BoundModules modules,
      Uses uses,
      AddedImports added,
      TextEdits edits) {
    this.analysis = analysis;
    this.names = names;
    this.modules = modules;
    this.uses = uses;
    this.added = added;
    this.edits = edits;
  }

  void rewrite() {
    rewriteIn(analysis.module());
    analysis.scopes().forEach(this::rewriteIn);
  }

  private void rewriteIn(Scope scope) {
    scope
        .bindings()
        .forEach(
            (name, bindings) -> {
              for (Binding binding : bindings) {
                ImportStatement statement = binding.statement();
                String module = BoundModules.isShared(binding) ? null : modules.of(binding);
                if (statement != null && module != null) {
                  rewrite(scope, name, module, statement);
                  return;
                }
              }
            });
  }

  private void rewrite(Scope owner, String name, String module, ImportStatement anchor) {
    List<String> known = List.of(module.split("\\.", -1));
    String moved = names.moved(module);
    List<Reference> wanting = uses.of(owner, name);
    Map<String, String> written = new HashMap<>();
    for (Reference reference : wanting) {
      if (reference.length() == 1) {
        continue;
      }
      List<String> segments = new ArrayList<>(known);
      segments.addAll(Segments.names(reference).subList(1, reference.length()));
      int length = names.moduleLength(segments, known.size());
      String old = String.join(".", segments.subList(0, length));
      String target = names.moved(old);
      if (target.equals(moved + old.substring(module.length()))) {
        continue;
      }
      String text =
          staysWithin(module, moved, target)
              ? name + target.substring(moved.length())
              : written.computeIfAbsent(
                  target, key -> added.nameFor(owner, key, anchor, name, wanting));
      uses.willRead(reference.scope(), owner, DottedNames.first(text));
      int used = length - known.size() + 1;
      edits.replace(reference.start(0), reference.end(used - 1), text, EditReason.USE);
    }
  }

  /**
   * Whether the package that the name stands for has the module afterwards too: whoever loaded it
   * there before loads it there now, so no import has to be added.
   */
  private boolean staysWithin(String module, String moved, String target) {
    if (!target.startsWith(moved + ".")) {
      return false;
    }
    return !names.binds(module, DottedNames.first(target.substring(moved.length() + 1)));
  }
}
