package dev.ferry.app;

import dev.ferry.cli.Surroundings.Terminal;
import java.util.Map;

/**
 * Finds out whether the streams reach a terminal. Java cannot tell them apart, so the launcher
 * tests each and says so; without the launcher both count as one where Java sees a terminal.
 */
final class TerminalProbe {
  /** Set by the launcher: holds {@code out} and {@code err} where they are terminals. */
  static final String STREAMS = "ferry.terminal";

  private TerminalProbe() {}

  static Terminal probe(Map<String, String> environment) {
    String streams = System.getProperty(STREAMS);
    if (streams == null) {
      boolean terminal = System.console() != null && System.console().isTerminal();
      return new Terminal(terminal, terminal, terminal ? width(environment) : 0);
    }
    boolean out = streams.contains("out");
    return new Terminal(out, streams.contains("err"), out ? width(environment) : 0);
  }

  private static int width(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    try {
      return Math.max(0, Integer.parseInt(columns));
    } catch (NumberFormatException unknown) {
      return 0;
    }
  }
}
