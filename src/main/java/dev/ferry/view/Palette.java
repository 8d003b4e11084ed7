package dev.ferry.view;

import dev.ferry.model.Severity;
import dev.ferry.model.Verdict;
import java.util.Map;

/** Colours, or none. Whether there are any is decided once, from option and surroundings. */
public final class Palette {
  /** What {@code --color} may say. */
  public enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  private final boolean colourful;

  private Palette(boolean colourful) {
    this.colourful = colourful;
  }

  public static Palette plain() {
    return new Palette(false);
  }

  /**
   * The palette for one stream. An explicit {@code --color} wins; else NO_COLOR, CI, TERM=dumb and
   * a pipe each mean no colour (https://no-color.org).
   *
   * @param isTerminal whether the stream reaches a terminal
   */
  public static Palette choose(When when, Map<String, String> environment, boolean isTerminal) {
    return switch (when) {
      case ALWAYS -> new Palette(true);
      case NEVER -> new Palette(false);
      case AUTO ->
          new Palette(isTerminal && allowsControlCodes(environment) && !noColor(environment));
    };
  }

  /** Whether progress may redraw lines: not in CI, not on a dumb terminal. */
  public static boolean allowsControlCodes(Map<String, String> environment) {
    return environment.getOrDefault("CI", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  private static boolean noColor(Map<String, String> environment) {
    return !environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  public boolean isColourful() {
    return colourful;
  }

  public String of(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> wrap("1;31", text);
      case WARNING -> wrap("1;33", text);
      case NOTE -> wrap("1;36", text);
    };
  }

  public String of(Verdict verdict, String text) {
    return switch (verdict) {
      case PASS -> wrap("32", text);
      case FAIL, ERROR -> wrap("1;31", text);
      case NO_WITNESS -> wrap("33", text);
      case SKIPPED -> wrap("2", text);
    };
  }

  public String good(String text) {
    return wrap("32", text);
  }

  public String bad(String text) {
    return wrap("1;31", text);
  }

  public String doubtful(String text) {
    return wrap("33", text);
  }

  public String strong(String text) {
    return wrap("1", text);
  }

  public String faint(String text) {
    return wrap("2", text);
  }

  private String wrap(String style, String text) {
    return colourful && !text.isEmpty() ? "\033[" + style + "m" + text + "\033[0m" : text;
  }
}
