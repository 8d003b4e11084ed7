package dev.ferry.python.rewriting;

import dev.ferry.facts.RewriteOptions.Renamed;
import dev.ferry.model.Code;
import dev.ferry.model.EditReason;
import dev.ferry.python.scopes.Binding;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.ImportStatement;
import dev.ferry.python.syntax.ImportStatement.From;
import dev.ferry.python.syntax.ImportStatement.Item;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the name that a file has for a module follows the module to its new last name,
 * and renames the uses (rule 3).
 */
final class LocalNames {
  private final FileAnalysis analysis;
  private final Uses uses;
  private final TextEdits edits;
  private final Predicate<String> readElsewhere;
  private final Renamed renamed;
  private final Map<ImportStatement, Scope> scopes = new IdentityHashMap<>();
  private final Map<Scope, Map<String, Boolean>> decided = new IdentityHashMap<>();
  private final Map<Scope, Map<String, String>> following = new IdentityHashMap<>();

  /**
   * @param readElsewhere whether other files, or {@code __all__}, count on a name of this one
   */
  LocalNames(
      FileAnalysis analysis,
      Uses uses,
      TextEdits edits,
      Predicate<String> readElsewhere,
      Renamed renamed) {
    this.analysis = analysis;
    this.uses = uses;
    this.edits = edits;
    this.readElsewhere = readElsewhere;
    this.renamed = renamed;
    analysis.imports().forEach(placed -> scopes.put(placed.statement(), placed.scope()));
  }

  /** What the file calls a name that it imports and that is called otherwise now. */
  String bound(From statement, Item item, String newName) {
    String old = statement.tokens().identifier(item.first());
    if (item.alias() >= 0) {
      return statement.tokens().identifier(item.alias());
    }
    if (renamed == Renamed.KEEP || old.equals(newName) || statement.isStar()) {
      return old;
    }
    Scope scope = java.util.Objects.requireNonNull(scopes.get(statement));
    boolean follows =
        decided
            .computeIfAbsent(scope, key -> new HashMap<>())
            .computeIfAbsent(old, key -> decide(statement, scope, old, newName));
    return follows ? newName : old;
  }

  private boolean decide(From statement, Scope scope, String old, String newName) {
    if (analysis.broken()) {
      return false; // scopes are uncertain in it, and that it does not parse is told
    }
    Code against = against(statement, scope, old, newName);
    if (against != null) {
      edits.note(statement.tokens().start(statement.first()), against, old, newName);
      return false;
    }
    following.computeIfAbsent(scope, key -> new LinkedHashMap<>()).put(old, newName);
    uses.willBind(scope, newName);
    return true;
  }

  /** What stands against renaming; null where nothing does. */
  private @Nullable Code against(From statement, Scope scope, String old, String newName) {
    boolean onlyThis =
        scope.globalDeclaration(old) == null
            && !uses.isNonlocalOf(scope, old)
            && scope.bindings(old).stream().map(Binding::statement).allMatch(statement::equals);
    if (!onlyThis) {
      return Code.M044;
    }
    if (scope == analysis.module() && readElsewhere.test(old)) {
      return Code.M046;
    }
    boolean taken = scope.binds(newName) || uses.isTaken(scope, newName, uses.of(scope, old));
    return taken ? Code.M047 : null;
  }

  /** Renames the uses of the names that follow, but for those that are rewritten otherwise. */
  void renameUses() {
    following.forEach(
        (scope, names) ->
            names.forEach(
                (old, newName) -> {
                  for (Reference use : uses.of(scope, old)) {
                    if (!edits.beginsAt(use.start(0))) {
                      edits.replace(use.start(0), use.end(0), newName, EditReason.USE);
                    }
                  }
                }));
  }
}
