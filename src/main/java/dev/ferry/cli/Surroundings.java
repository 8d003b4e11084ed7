package dev.ferry.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command finds around it; handed in, so that tests can surround it with what they like.
 *
 * @param out standard output as text
 * @param bytes standard output as bytes, for patches: files have encodings of their own
 * @param directory where it was started; absolute
 */
public record Surroundings(
    PrintWriter out,
    OutputStream bytes,
    PrintWriter err,
    Terminal terminal,
    Map<String, String> environment,
    Path directory,
    String version) {
  /**
   * What is known of the terminal.
   *
   * @param out whether standard output reaches one
   * @param err whether standard error does
   * @param width in characters; 0 where nothing is known or there is none
   */
  public record Terminal(boolean out, boolean err, int width) {}

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Where a path that the user typed leads. */
  public Path resolve(Path typed) {
    return directory.resolve(typed).normalize();
  }
}
