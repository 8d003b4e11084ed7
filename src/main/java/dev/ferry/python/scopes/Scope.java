package dev.ferry.python.scopes;

import dev.ferry.python.syntax.BindingKind;
import dev.ferry.python.syntax.ScopeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part of a file in which names have their own meaning. Filled once, then only read. */
public final class Scope {
  private final ScopeKind kind;
  private final @Nullable Scope parent;
  private final Map<String, List<Binding>> bindings = new HashMap<>();
  private final Map<String, Integer> globals = new HashMap<>();
  private final Map<String, Integer> nonlocals = new HashMap<>();
  private boolean star;

  Scope(ScopeKind kind, @Nullable Scope parent) {
    this.kind = kind;
    this.parent = parent;
  }

  public ScopeKind kind() {
    return kind;
  }

  public @Nullable Scope parent() {
    return parent;
  }

  /** Whether {@code from x import *} may bind any name here. */
  public boolean hasStar() {
    return star;
  }

  public boolean binds(String name) {
    return bindings.containsKey(name);
  }

  public List<Binding> bindings(String name) {
    return bindings.getOrDefault(name, List.of());
  }

  public Map<String, List<Binding>> bindings() {
    return bindings;
  }

  /** Where the name was declared {@code global} here: the byte after it; otherwise null. */
  public @Nullable Integer globalDeclaration(String name) {
    return globals.get(name);
  }

  /** Whether the name was declared {@code nonlocal} here. */
  public boolean isNonlocal(String name) {
    return nonlocals.containsKey(name);
  }

  /** Where the name was declared {@code nonlocal} here: the byte after it; otherwise null. */
  public @Nullable Integer nonlocalDeclaration(String name) {
    return nonlocals.get(name);
  }

  /** The names declared {@code global} or {@code nonlocal} here. */
  Set<String> declarations() {
    Set<String> names = new HashSet<>(globals.keySet());
    names.addAll(nonlocals.keySet());
    return names;
  }

  public Scope module() {
    Scope scope = this;
    while (scope.parent != null) {
      scope = scope.parent;
    }
    return scope;
  }

  /**
   * The scope whose binding a name means that is read here, or null where no binding is in the
   * file: then it is a builtin, or came by a star.
   */
  public @Nullable Scope owner(String name) {
    if (globals.containsKey(name)) {
      return module().binds(name) ? module() : null;
    }
    if (binds(name) && !nonlocals.containsKey(name)) {
      return this;
    }
    for (Scope scope = parent; scope != null; scope = scope.parent) {
      if (scope.globals.containsKey(name)) {
        return scope.module().binds(name) ? scope.module() : null;
      }
      boolean visible = scope.kind != ScopeKind.CLASS && !scope.nonlocals.containsKey(name);
      if (visible && scope.binds(name)) {
        return scope;
      }
    }
    return null;
  }

  void bind(String name, Binding binding) {
    Scope target = bindingScope(name, binding.kind());
    target.bindings.computeIfAbsent(name, key -> new ArrayList<>(2)).add(binding);
  }

  private Scope bindingScope(String name, BindingKind kind) {
    Scope scope = this;
    while (kind == BindingKind.WALRUS && scope.kind == ScopeKind.COMPREHENSION) {
      scope = java.util.Objects.requireNonNull(scope.parent);
    }
    return scope.globals.containsKey(name) ? scope.module() : scope;
  }

  void declareGlobal(String name, int end) {
    globals.put(name, end);
  }

  void declareNonlocal(String name, int end) {
    nonlocals.put(name, end);
  }

  void bindStar() {
    star = true;
  }

  /** Gives what a {@code nonlocal} name is bound to here to the function that owns the name. */
  void settleNonlocals() {
    for (String name : nonlocals.keySet()) {
      List<Binding> mine = bindings.remove(name);
      if (mine == null) {
        continue;
      }
      Scope owner = owner(name);
      (owner == null ? this : owner)
          .bindings
          .computeIfAbsent(name, key -> new ArrayList<>(2))
          .addAll(mine);
    }
  }
}
