package dev.ferry.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
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
    /** Behind {@code try}, before its {@code except}; in {@code with suppress(...)}. */
    TRY,
    /** {@code if}, {@code elif}, {@code else} of an {@code if}, {@code case}. */
    CONDITION,
    /** {@code if TYPE_CHECKING}; not also a condition. */
    TYPE_CHECKING,
    /** {@code except}. */
    HANDLER;

    private static final List<Set<Context>> SETS = sets();

    /** The set with these ordinals as bits; the same object each time. */
    public static Set<Context> setOf(int bits) {
      return SETS.get(bits);
    }

    /** The reverse of {@link #setOf}. */
    public static int bits(Set<Context> contexts) {
      int bits = 0;
      for (Context context : contexts) {
        bits |= 1 << context.ordinal();
      }
      return bits;
    }

    private static List<Set<Context>> sets() {
      List<Set<Context>> sets = new ArrayList<>();
      for (int bits = 0; bits < 1 << values().length; bits++) {
        Set<Context> set = EnumSet.noneOf(Context.class);
        for (Context context : values()) {
          if ((bits & 1 << context.ordinal()) != 0) {
            set.add(context);
          }
        }
        sets.add(Collections.unmodifiableSet(set));
      }
      return List.copyOf(sets);
    }
  }

  public boolean isFrom() {
    return name != null;
  }

  /** Whether it is {@code import a.b}, which binds {@code a}. */
  public boolean isRootBinding() {
    return name == null && alias == null && level == 0;
  }

  /** Whether it binds this name for the whole module, in any case. */
  public boolean isRebinding(String bound) {
    if (!contexts.isEmpty()) {
      return false;
    }
    if (alias != null) {
      return alias.equals(bound);
    }
    int dot = module.indexOf('.');
    return bound.equals(name != null ? name : dot < 0 ? module : module.substring(0, dot));
  }

  public boolean isStar() {
    return "*".equals(name);
  }
}
