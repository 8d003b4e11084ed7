package dev.ferry.probe;

import java.time.Duration;
import java.util.List;

/**
 * The repository's application, as gates start and ask it.
 *
 * @param command its argv, which may hold {@code {port}}; empty where there is none
 * @param ready the path that answers once it is up
 * @param openapi the path of its OpenAPI document
 * @param exempt operations without a rate limit
 * @param patience how long it may take to get ready
 * @param answer how long one answer may take
 * @param unsafeMethods whether operations that may change something are asked as well
 */
public record ApplicationSettings(
    List<String> command,
    String ready,
    String openapi,
    List<String> exempt,
    Duration patience,
    Duration answer,
    boolean unsafeMethods) {
  public static final ApplicationSettings NONE =
      new ApplicationSettings(
          List.of(),
          "/",
          "/openapi.json",
          List.of(),
          Duration.ofMinutes(1),
          Duration.ofSeconds(10),
          false);

  public ApplicationSettings {
    command = List.copyOf(command);
    exempt = List.copyOf(exempt);
  }

  public boolean isConfigured() {
    return !command.isEmpty();
  }
}
