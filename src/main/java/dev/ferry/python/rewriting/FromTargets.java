package dev.ferry.python.rewriting;

import dev.ferry.python.syntax.ImportStatement.From;
import dev.ferry.python.syntax.ImportStatement.Item;
import dev.ferry.python.syntax.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the names of a {@code from} statement are called after the moves.
 *
 * <p>A relative import of a moved file that led nowhere is left as written where it leads somewhere
 * from the file's new place. Elsewhere it keeps its meaning, the same absolute name: what it names
 * may be built, or lie in a file that is not tracked, and did not move. One that climbs beyond the
 * top has no meaning and stays.
 */
final class FromTargets {
  private final ModuleNames names;
  private final OwnPackage own;

  FromTargets(ModuleNames names, OwnPackage own) {
    this.names = names;
    this.own = own;
  }

  /**
   * Where an imported name is to be found.
   *
   * @param module the absolute name to import from; empty where the name is a top-level module
   * @param name its name there
   * @param healed whether it failed before and is found where it now stands
   */
  record Target(String module, String name, boolean healed) {}

  /** The module as written, without dots. */
  static String written(From statement) {
    StringBuilder text = new StringBuilder();
    for (int segment : statement.module()) {
      text.append(text.isEmpty() ? "" : ".").append(statement.tokens().identifier(segment));
    }
    return text.toString();
  }

  /** The absolute name of the statement's module before the moves; null where it has none. */
  @Nullable String oldModule(From statement) {
    String written = written(statement);
    return statement.level() == 0 ? written : own.oldName(statement.level(), written);
  }

  /** What the statement as it stands would import from after the moves. */
  @Nullable String asWritten(From statement) {
    String written = written(statement);
    return statement.level() == 0 ? written : own.newName(statement.level(), written);
  }

  Target target(From statement, Item item, String oldModule) {
    Tokens tokens = statement.tokens();
    String name = tokens.identifier(item.first());
    if (statement.isStar()) {
      return heals(statement, oldModule, "")
          ? new Target(orEmpty(asWritten(statement)), name, true)
          : new Target(names.moved(oldModule), name, false);
    }
    if (heals(statement, oldModule, name)) {
      return new Target(orEmpty(asWritten(statement)), name, true);
    }
    int start = tokens.start(statement.first());
    // a package that imports from itself has bound nothing else yet
    boolean submodule =
        names.isSubmodule(oldModule, name, start)
            || own.isFileOf(oldModule) && names.existed(DottedNames.join(oldModule, name));
    if (names.existed(oldModule) && !submodule || isOfTop(statement, oldModule, name)) {
      return new Target(names.moved(oldModule), name, false);
    }
    String full = names.moved(DottedNames.join(oldModule, name));
    return new Target(DottedNames.parent(full), DottedNames.last(full), false);
  }

  /** A name that the directory around the top-level modules has, which is no module in it. */
  private boolean isOfTop(From statement, String oldModule, String name) {
    return statement.level() > 0
        && oldModule.isEmpty()
        && !names.isModuleAtTop(own.topFile(), name);
  }

  private static String orEmpty(@Nullable String name) {
    return name == null ? "" : name;
  }

  /** Whether a relative import that led nowhere leads somewhere from the file's new place. */
  private boolean heals(From statement, String oldModule, String name) {
    if (statement.level() == 0 || !own.isMoved()) {
      return false;
    }
    String now = asWritten(statement);
    if (now == null || now.equals(names.moved(oldModule)) || oldModule.isEmpty()) {
      return false;
    }
    if (!names.existed(oldModule)) {
      return names.exists(now);
    }
    return !name.isEmpty() && names.lackedName(oldModule, name) && names.findsSubmodule(now, name);
  }
}
