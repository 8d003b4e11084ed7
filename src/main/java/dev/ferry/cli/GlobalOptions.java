package dev.ferry.cli;

import dev.ferry.view.Palette;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {
  /** How progress is shown. */
  public enum Progress {
    AUTO,
    TTY,
    PLAIN,
    NONE
  }

  @Option(
      names = "-C",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "work in the repository of DIR instead of the current directory")
  private Path directory = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "read this configuration instead of the nearest ferry.yaml")
  private @Nullable Path configuration;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "auto (default), always or never")
  private Palette.When color = Palette.When.AUTO;

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      scope = ScopeType.INHERIT,
      description = "auto (default), tty, plain or none")
  private Progress progress = Progress.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "say only what was asked for, and errors")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "say more on standard error")
  private boolean verbose;

  /** As given; relative to the current directory. */
  public Path directory() {
    return directory;
  }

  public @Nullable Path configuration() {
    return configuration;
  }

  /**
   * The file of {@code --config} where it is no YAML, so that it is meant for what the command
   * reads besides; ferry's own configuration is then found as usual.
   */
  Optional<Path> takeOtherThanYaml() {
    Path given = configuration;
    if (given == null || given.toString().matches(".*\\.ya?ml")) {
      return Optional.empty();
    }
    configuration = null;
    return Optional.of(given);
  }

  public Palette.When color() {
    return color;
  }

  public Progress progress() {
    return progress;
  }

  public boolean quiet() {
    return quiet;
  }

  public boolean verbose() {
    return verbose;
  }
}
