package dev.ferry.python.rewriting;

import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.ScopeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The names of a file by the scope that they belong to. */
final class Uses {
  private final BoundModules modules;
  private final Map<Scope, Map<String, List<Reference>>> byOwner = new IdentityHashMap<>();
  private final Map<String, List<Reference>> byName = new HashMap<>();

  Uses(FileAnalysis analysis, BoundModules modules) {
    this.modules = modules;
    for (Reference reference : analysis.references()) {
      String name = reference.name();
      byName.computeIfAbsent(name, key -> new ArrayList<>()).add(reference);
      Scope owner = reference.scope().owner(name);
      if (owner != null) {
        byOwner
            .computeIfAbsent(owner, key -> new HashMap<>())
            .computeIfAbsent(name, key -> new ArrayList<>())
            .add(reference);
      }
    }
  }

  List<Reference> of(Scope owner, String name) {
    return byOwner.getOrDefault(owner, Map.of()).getOrDefault(name, List.of());
  }

  /**
   * Whether a name that an import would newly bind in a scope is taken: bound otherwise there,
   * bound between there and a place that wants to use it, or read by code that means something
   * else.
   */
  boolean isTaken(Scope owner, String name, List<Reference> wanting) {
    boolean boundOtherwise =
        owner.bindings(name).stream()
            .anyMatch(binding -> !BoundModules.isShared(binding) && !modules.willBe(binding, name));
    return boundOtherwise
        || wanting.stream().anyMatch(use -> isHidden(use.scope(), owner, name))
        || byName.getOrDefault(name, List.of()).stream().anyMatch(use -> captures(owner, use));
  }

  private static boolean isHidden(Scope from, Scope owner, String name) {
    for (Scope scope = from; scope != null && scope != owner; scope = scope.parent()) {
      boolean visible = scope == from || scope.kind() != ScopeKind.CLASS;
      if (visible && scope.binds(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a binding in the scope would change what the use means. */
  private static boolean captures(Scope owner, Reference use) {
    Scope current = use.scope().owner(use.name());
    for (Scope scope = use.scope(); scope != null; scope = scope.parent()) {
      if (scope == current) {
        return false;
      }
      if (scope == owner && (scope == use.scope() || scope.kind() != ScopeKind.CLASS)) {
        return true;
      }
    }
    return false;
  }

  /** A name for a module that is free in the scope. */
  String freeName(Scope owner, String module, List<Reference> wanting) {
    String last = DottedNames.last(module);
    String long_ = module.replace('.', '_');
    for (String candidate : List.of(last, long_, "_" + long_)) {
      if (isFree(owner, candidate, wanting)) {
        return candidate;
      }
    }
    int number = 2;
    while (!isFree(owner, long_ + "_" + number, wanting)) {
      number++;
    }
    return long_ + "_" + number;
  }

  private boolean isFree(Scope owner, String name, List<Reference> wanting) {
    return !owner.binds(name) && !isTaken(owner, name, wanting);
  }
}
