package dev.ferry.cli;

import dev.ferry.run.restack.RestackEnd;
import dev.ferry.view.RestackRow;

/** An open branch's ending, as it is shown. */
final class RestackWords {
  private RestackWords() {}

  static RestackRow row(RestackEnd end) {
    return new RestackRow(
        end.module(),
        end.branch(),
        word(end.kind()),
        end.before(),
        end.after(),
        end.told(),
        end.why());
  }

  private static String word(RestackEnd.Kind kind) {
    return switch (kind) {
      case KEPT -> "kept";
      case REPLACED -> "derived again";
      case WOULD_BE_REPLACED -> "would be derived again";
      case LANDED -> "landed";
      case LEFT_ALONE -> "left alone";
      case STOPPED -> "stopped";
    };
  }

  /** Whether somebody has to see to it. */
  static boolean asksForSomebody(RestackEnd.Kind kind) {
    return switch (kind) {
      case LEFT_ALONE, STOPPED -> true;
      case KEPT, REPLACED, WOULD_BE_REPLACED, LANDED -> false;
    };
  }
}
