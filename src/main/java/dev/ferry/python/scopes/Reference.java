package dev.ferry.python.scopes;

import dev.ferry.python.syntax.Expression.Chain;
import org.jspecify.annotations.Nullable;

/**
 * A name that is read, written or deleted, with the attributes that follow it.
 *
 * @param scope where it stands
 * @param use what is done to the last segment
 * @param inString whether it stands in a string that is a type expression
 * @param early whether it is read in the body of a class that has not bound the name yet
 */
public record Reference(Scope scope, Chain chain, Use use, boolean inString, boolean early) {
  /** What is done to the last segment of the chain. */
  public enum Use {
    LOAD,
    STORE,
    DELETE
  }

  /**
   * The scope whose binding is meant; null where none is in the file. A class that binds the name
   * further down reads that of the module until then, as in {@code class K: a = a.b}.
   */
  public @Nullable Scope owner() {
    if (!early) {
      return scope.owner(name());
    }
    Scope module = scope.module();
    return module.binds(name()) ? module : null;
  }

  /** The attribute that the first name has, with those that follow it. */
  public Reference withoutFirst() {
    int[] rest = java.util.Arrays.copyOfRange(chain.segments(), 1, chain.segments().length);
    return new Reference(scope, new Chain(chain.tokens(), rest), use, inString, early);
  }

  public String name() {
    return chain.name();
  }

  public int length() {
    return chain.segments().length;
  }

  public String segment(int index) {
    return chain.tokens().identifier(chain.segments()[index]);
  }

  /** First byte of a segment. */
  public int start(int index) {
    return chain.tokens().start(chain.segments()[index]);
  }

  /** The byte after a segment. */
  public int end(int index) {
    return chain.tokens().end(chain.segments()[index]);
  }
}
