package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.model.EditReason;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.FileAnalysis.PlacedImport;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.ImportStatement;
import dev.ferry.python.syntax.ImportStatement.Item;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes sure that each scope imports the modules that its rewritten uses name: a use that relied on
 * somebody else's import of a submodule gets an import of its own, beside the import that bound the
 * name.
 */
final class AddedImports {
  private final Uses uses;
  private final TextEdits edits;
  private final Map<ImportStatement, Scope> scopes = new IdentityHashMap<>();

  /** What plain imports without an alias will import, by the scope that they bind a name in. */
  private final Map<Scope, NavigableSet<String>> provided = new IdentityHashMap<>();

  /** The other name that an import gives a module, by scope. */
  private final Map<Scope, Map<String, String>> aliases = new IdentityHashMap<>();

  /** Names that functions declare {@code global} from now on. */
  private final Map<Scope, Set<String>> declaredToo = new IdentityHashMap<>();

  AddedImports(FileAnalysis analysis, ModuleNames names, Uses uses, TextEdits edits) {
    this.uses = uses;
    this.edits = edits;
    for (PlacedImport placed : analysis.imports()) {
      scopes.put(placed.statement(), placed.scope());
      if (placed.statement() instanceof ImportStatement.Plain plain) {
        for (Item item : plain.names()) {
          if (item.alias() < 0) {
            String module = Segments.text(plain.tokens(), item.segments());
            provides(owner(placed.scope(), DottedNames.first(module)), names.moved(module));
          }
        }
      }
    }
  }

  private static Scope owner(Scope scope, String name) {
    return scope.globalDeclaration(name) != null ? scope.module() : scope;
  }

  void provides(Scope owner, String module) {
    provided.computeIfAbsent(owner, key -> new TreeSet<>()).add(module);
  }

  /** The scope that a statement stands in. */
  Scope scopeOf(ImportStatement statement) {
    return java.util.Objects.requireNonNull(scopes.get(statement));
  }

  boolean isProvided(Scope owner, String module) {
    return DottedNames.anyWithin(provided.getOrDefault(owner, new TreeSet<>()), module);
  }

  /** Gives an import that is already there another name, because its own is taken. */
  String aliasFor(Scope owner, String module, List<Reference> wanting) {
    String known = aliases.getOrDefault(owner, Map.of()).get(module);
    if (known != null) {
      return known; // several imports of one module share the name that the uses have
    }
    String alias = uses.freeName(owner, module, wanting);
    uses.willAlias(owner, alias);
    aliases.computeIfAbsent(owner, key -> new LinkedHashMap<>()).put(module, alias);
    provided.getOrDefault(owner, new TreeSet<>()).remove(module);
    return alias;
  }

  boolean hasAlias(Scope owner, String module) {
    return aliases.getOrDefault(owner, Map.of()).containsKey(module);
  }

  /** The name that an import of the module binds. */
  String boundName(Scope owner, String module) {
    return aliases.getOrDefault(owner, Map.of()).getOrDefault(module, DottedNames.first(module));
  }

  /**
   * How uses in the scope can name the module: by its dotted name, where an import provides it or
   * one can be added, else by another name.
   *
   * @param anchor the import that bound what the uses began with
   * @param bound the name that it bound
   */
  String nameFor(
      Scope owner, String module, ImportStatement anchor, String bound, List<Reference> wanting) {
    for (Map.Entry<String, String> alias : aliases.getOrDefault(owner, Map.of()).entrySet()) {
      if (DottedNames.isWithin(module, alias.getKey())) {
        return alias.getValue() + module.substring(alias.getKey().length());
      }
    }
    if (isProvided(owner, module) && !uses.isTaken(owner, DottedNames.first(module), wanting)) {
      return module;
    }
    String name = add(owner, module, anchor, wanting);
    declareGlobal(anchor, bound, DottedNames.first(name));
    return name;
  }

  /** What an import in a function binds for the module is bound for the module again. */
  void declareGlobal(ImportStatement statement, String bound, String name) {
    Scope standing = scopeOf(statement);
    Integer declared = standing.globalDeclaration(bound);
    if (declared != null
        && standing.globalDeclaration(name) == null
        && declaredToo.computeIfAbsent(standing, key -> new HashSet<>()).add(name)) {
      edits.insert(declared, ", " + name, EditReason.IMPORT);
    }
  }

  private String add(Scope owner, String module, ImportStatement anchor, List<Reference> wanting) {
    boolean taken = uses.isTaken(owner, DottedNames.first(module), wanting);
    String name = taken ? uses.freeName(owner, module, wanting) : module;
    String statement = "import " + module + (taken ? " as " + name : "");
    new StatementPlace(anchor).putAfter(List.of(statement), edits, EditReason.ADDED_IMPORT);
    edits.note(anchor.tokens().start(anchor.first()), Code.M021, statement);
    if (taken) {
      uses.willAlias(owner, name);
      aliases.computeIfAbsent(owner, key -> new LinkedHashMap<>()).put(module, name);
    } else {
      provides(owner, module);
      uses.willBind(owner, DottedNames.first(module));
    }
    return name;
  }
}
