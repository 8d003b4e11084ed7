package dev.ferry.python.scopes;

import dev.ferry.python.syntax.Expression.Chain;

/**
 * A name that is read, written or deleted, with the attributes that follow it.
 *
 * @param scope where it stands
 * @param use what is done to the last segment
 * @param inString whether it stands in a string that is a type expression
 */
public record Reference(Scope scope, Chain chain, Use use, boolean inString) {
  /** What is done to the last segment of the chain. */
  public enum Use {
    LOAD,
    STORE,
    DELETE
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
