package dev.ferry.app;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Runs the commands that are typed most often, one after the other in one process, so that the
 * launcher's ahead-of-time cache knows the classes of all of them. How they end does not matter.
 */
final class Rehearsal {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("move", "labs/one.py", "core/one.py"),
          List.of("lanes"),
          List.of("plan", "--explain"),
          List.of("status"));

  private Rehearsal() {}

  /** Runs in the current directory, which the launcher has made for it. */
  public static void main(String[] arguments) {
    for (List<String> command : COMMANDS) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Main.run(Main.surroundings(out, err, System.getenv()), command.toArray(String[]::new));
    }
    System.exit(0);
  }
}
