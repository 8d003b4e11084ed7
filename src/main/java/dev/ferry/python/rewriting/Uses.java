package dev.ferry.python.rewriting;

import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.ScopeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The names of a file by the scope that they belong to. */
final class Uses {
  private final BoundModules modules;
  private final FileAnalysis analysis;
  private final Map<Scope, Map<String, List<Reference>>> byOwner = new IdentityHashMap<>();
  private final Map<String, List<Reference>> byName = new HashMap<>();

  /** Names that rewritten uses will read, with the scope that will own them. */
  private final Map<String, Map<Scope, Scope>> toBeRead = new HashMap<>();

  /** Names that rewritten imports will bind. */
  private final Map<Scope, Set<String>> toBeBound = new IdentityHashMap<>();

  /** Names that rewritten imports will give to modules whose own name is taken. */
  private final Map<Scope, Set<String>> aliased = new IdentityHashMap<>();

  /** Names of submodules, which the file of a package must not bind to something else. */
  private final Predicate<String> submodules;

  Uses(FileAnalysis analysis, BoundModules modules, Predicate<String> submodules) {
    this.modules = modules;
    this.submodules = submodules;
    this.analysis = analysis;
    for (Reference reference : analysis.references()) {
      String name = reference.name();
      byName.computeIfAbsent(name, key -> new ArrayList<>()).add(reference);
      Scope owner = reference.owner();
      if (owner != null) {
        byOwner
            .computeIfAbsent(owner, key -> new HashMap<>())
            .computeIfAbsent(name, key -> new ArrayList<>())
            .add(reference);
      }
    }
  }

  /** An import in {@code owner} will bind the name. */
  void willBind(Scope owner, String name) {
    toBeBound.computeIfAbsent(owner, key -> new HashSet<>()).add(name);
  }

  /** The name will be another one of some module in {@code owner}, and means nothing else there. */
  void willAlias(Scope owner, String name) {
    aliased.computeIfAbsent(owner, key -> new HashSet<>()).add(name);
    willBind(owner, name);
  }

  /** A use in {@code scope} will read the name as {@code owner} binds it. */
  void willRead(Scope scope, Scope owner, String name) {
    toBeRead.computeIfAbsent(name, key -> new IdentityHashMap<>()).put(scope, owner);
  }

  /** Whether a function declares the scope's name {@code nonlocal}: it has to stay bound then. */
  boolean isNonlocalOf(Scope owner, String name) {
    return !nonlocalIn(owner, name).isEmpty();
  }

  /** The functions that declare the scope's name {@code nonlocal}. */
  List<Scope> nonlocalIn(Scope owner, String name) {
    return analysis.scopes().stream()
        .filter(scope -> scope.isNonlocal(name) && scope.owner(name) == owner)
        .toList();
  }

  List<Reference> of(Scope owner, String name) {
    return byOwner.getOrDefault(owner, Map.of()).getOrDefault(name, List.of());
  }

  /**
   * The uses of a name, and where a class owns it those by {@code self} and {@code cls} in its
   * functions, from the name on; but not where these assign to it, and so mean something of theirs.
   */
  List<Reference> including(Scope owner, String name) {
    List<Reference> found = new ArrayList<>();
    if (owner.kind() == ScopeKind.CLASS) {
      for (String self : List.of("self", "cls")) {
        byName.getOrDefault(self, List.of()).stream()
            .filter(use -> use.length() > 1 && use.segment(1).equals(name))
            .filter(use -> classAround(use) == owner)
            .forEach(use -> found.add(use.withoutFirst()));
      }
    }
    if (found.stream().anyMatch(use -> use.length() == 1 && use.use() != Reference.Use.LOAD)) {
      found.clear();
    }
    found.addAll(of(owner, name));
    return found;
  }

  private static @Nullable Scope classAround(Reference use) {
    Scope scope = use.scope();
    while (scope != null && scope.kind() != ScopeKind.CLASS) {
      scope = scope.parent();
    }
    return scope;
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
    boolean hidesSubmodule = owner.kind() == ScopeKind.MODULE && submodules.test(name);
    return boundOtherwise
        || hidesSubmodule
        || aliased.getOrDefault(owner, Set.of()).contains(name)
        || wanting.stream().anyMatch(use -> isHidden(use.scope(), owner, name))
        || byName.getOrDefault(name, List.of()).stream()
            .anyMatch(use -> captures(owner, use.scope(), use.owner()))
        || toBeRead.getOrDefault(name, Map.of()).entrySet().stream()
            .anyMatch(use -> captures(owner, use.getKey(), use.getValue()));
  }

  private boolean isHidden(Scope from, Scope owner, String name) {
    for (Scope scope = from; scope != null && scope != owner; scope = scope.parent()) {
      boolean visible = scope == from || scope.kind() != ScopeKind.CLASS;
      boolean bound = scope.binds(name) || toBeBound.getOrDefault(scope, Set.of()).contains(name);
      if (visible && bound) {
        return true;
      }
    }
    return false;
  }

  /** Whether a binding in the scope would change what the use means. */
  private static boolean captures(Scope owner, Scope from, @Nullable Scope current) {
    for (Scope scope = from; scope != null; scope = scope.parent()) {
      if (scope == current) {
        return false;
      }
      if (scope == owner && (scope == from || scope.kind() != ScopeKind.CLASS)) {
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
    return !owner.binds(name)
        && !toBeBound.getOrDefault(owner, Set.of()).contains(name)
        && !isTaken(owner, name, wanting);
  }
}
