package dev.ferry.facts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One name that an import statement brings in. {@code import a.b, c} gives two facts, {@code from a
 * import b, c} two, {@code from a import *} one with the name {@code *}.
 *
 * @param module the dotted name as written, without leading dots; empty in {@code from . import x}
 * @param level number of leading dots; 0 for an absolute import
 * @param name the imported name of a {@code from} statement, or null in {@code import a.b}
 * @param alias the name after {@code as}, or null
 * @param statementStart first byte of the statement
 * @param statementEnd byte after its last one (before a comment or line end)
 * @param moduleStart first byte of the module as written (its first dot where relative)
 * @param moduleEnd byte after the module
 * @param line of the statement, from 1
 */
public record ImportFact(
    String module,
    int level,
    @Nullable String name,
    @Nullable String alias,
    int statementStart,
    int statementEnd,
    int moduleStart,
    int moduleEnd,
    int line,
    Set<Context> contexts) {
  /** What an import statement stands in, at any depth. */
  public enum Context {
    FUNCTION,
    CLASS,
    TRY,
    CONDITION,
    TYPE_CHECKING
  }

  public boolean isFrom() {
    return name != null;
  }

  public boolean isStar() {
    return "*".equals(name);
  }
}
