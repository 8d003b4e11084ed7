package dev.ferry.plan;

import dev.ferry.model.BatchRow;
import java.util.List;

/**
 * Rows of one batch that must move in one commit.
 *
 * @param rows at least two, in the order of their batch
 */
public record Binding(List<BatchRow> rows, Reason reason) {
  public Binding {
    rows = List.copyOf(rows);
    if (rows.size() < 2) {
      throw new IllegalArgumentException("nothing to bind: " + rows);
    }
    if (rows.stream().map(BatchRow::batch).distinct().count() > 1) {
      throw new IllegalArgumentException("rows of several batches: " + rows);
    }
  }

  /** Why rows move together. */
  public sealed interface Reason {
    /** The user wants it. */
    record Asked(String file, int line) implements Reason {}

    /** The modules import each other in a circle: each is imported by the one before it. */
    record Circle(List<String> modules) implements Reason {
      public Circle {
        modules = List.copyOf(modules);
      }
    }

    /**
     * Alone the first one would break an import contract, which it keeps where the others come
     * along.
     *
     * @param module that would break it alone
     * @param contract as it is named
     * @param chain of imports by which it would be broken
     */
    record Lane(String module, String contract, List<String> chain) implements Reason {
      public Lane {
        chain = List.copyOf(chain);
      }
    }
  }

  /** Whether the rows may not be moved one by one either. */
  boolean isAsked() {
    return reason instanceof Reason.Asked;
  }
}
