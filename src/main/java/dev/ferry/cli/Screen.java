package dev.ferry.cli;

import dev.ferry.view.Palette;

/** A terminal that is wiped before what stands on it is printed anew; elsewhere lines follow. */
final class Screen {
  private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

  private final Context context;

  Screen(Context context) {
    this.context = context;
  }

  void clear() {
    if (isThere()) {
      context.surroundings().out().print(CLEAR);
    }
  }

  /** Whether nobody reads any more what is printed. */
  boolean isGone() {
    return context.surroundings().out().checkError();
  }

  private boolean isThere() {
    return switch (context.options().progress()) {
      case TTY -> true;
      case PLAIN, NONE -> false;
      case AUTO ->
          context.surroundings().terminal().out()
              && Palette.allowsControlCodes(context.surroundings().environment());
    };
  }
}
