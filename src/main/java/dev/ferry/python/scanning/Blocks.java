package dev.ferry.python.scanning;

import java.util.Arrays;

/** The indented blocks around the line being read, and what each adds to the contexts within. */
final class Blocks {
  /** What a compound statement opens; its bits are those of {@code ImportFact.Context}. */
  enum Kind {
    /**
     * {@code for}, {@code while}, {@code with}, {@code finally}, {@code else} behind {@code
     * except}: what stands within counts as if it stood outside.
     */
    PLAIN(0),
    FUNCTION(1),
    CLASS(1 << 1),
    TRY(1 << 2),
    CONDITION(1 << 3),
    TYPE_CHECKING(1 << 4),
    HANDLER(1 << 5),
    /** {@code match} itself; its {@code case} blocks are conditions. */
    MATCH(0);

    final int bits;

    Kind(int bits) {
      this.bits = bits;
    }
  }

  private static final int NOT_YET = -1;
  private static final int MODULE_LEVEL = ~(1 | 1 << 1);

  private final Marks marks;
  private int[] headerIndents = new int[8];
  private int[] bodyIndents = new int[8];
  private int[] contexts = new int[8];
  private Kind[] kinds = new Kind[8];
  private int open;

  /** The block that ended last: a following {@code else} or {@code except} belongs to it. */
  private Kind closedKind = Kind.PLAIN;

  private int closedIndent = NOT_YET;

  Blocks(Marks marks) {
    this.marks = marks;
  }

  /** A line with this indentation begins. */
  void line(int indent) {
    if (open == 0) {
      if (indent != 0) {
        marks.broken();
      }
      return;
    }
    while (open > 0 && headerIndents[open - 1] >= indent) {
      open--;
      if (bodyIndents[open] == NOT_YET) {
        marks.broken();
      }
      closed(kinds[open], headerIndents[open]);
    }
    if (open == 0) {
      if (indent != 0) {
        marks.broken();
      }
    } else if (bodyIndents[open - 1] == NOT_YET) {
      bodyIndents[open - 1] = indent;
    } else if (bodyIndents[open - 1] != indent) {
      marks.broken();
    }
  }

  /** A block begins below a header with this indentation. */
  void push(Kind kind, int headerIndent) {
    if (open == kinds.length) {
      headerIndents = Arrays.copyOf(headerIndents, open * 2);
      bodyIndents = Arrays.copyOf(bodyIndents, open * 2);
      contexts = Arrays.copyOf(contexts, open * 2);
      kinds = Arrays.copyOf(kinds, open * 2);
    }
    contexts[open] = bits() | kind.bits;
    headerIndents[open] = headerIndent;
    bodyIndents[open] = NOT_YET;
    kinds[open++] = kind;
  }

  /** A block stood in its header's own line. */
  void closed(Kind kind, int headerIndent) {
    closedKind = kind;
    closedIndent = headerIndent;
  }

  /** What the {@code else} of this indentation continues. */
  Kind continued(int indent) {
    return closedIndent == indent ? closedKind : Kind.PLAIN;
  }

  int bits() {
    return open == 0 ? 0 : contexts[open - 1];
  }

  boolean isDirectlyInMatch() {
    return open > 0 && kinds[open - 1] == Kind.MATCH;
  }

  boolean isOutermost() {
    return open == 0;
  }

  static boolean isModuleLevel(int bits) {
    return (bits & ~MODULE_LEVEL) == 0;
  }
}
