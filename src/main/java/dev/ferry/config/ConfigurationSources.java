package dev.ferry.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a run's configuration may come from.
 *
 * @param folder where ferry was started
 * @param repository the top of the work tree, which bounds the search for {@code ferry.yaml};
 *     nothing outside a repository, then only {@code folder} is looked into
 * @param chosen the file of {@code --config}, which takes the place of {@code ferry.yaml}
 * @param environment the process's variables
 * @param options what the command line says, by the setting's key
 */
public record ConfigurationSources(
    Path folder,
    Optional<Path> repository,
    Optional<Path> chosen,
    Map<String, String> environment,
    Map<String, Option> options) {
  public ConfigurationSources {
    environment = Map.copyOf(environment);
    options = Map.copyOf(options);
  }

  /**
   * A value from the command line.
   *
   * @param name as the user typed it, for example {@code --parallel}
   */
  public record Option(String name, String value) {}

  /** The file of the user's own, whether or not it exists. */
  Optional<Path> userFile() {
    String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
    if (xdg.startsWith("/")) {
      return Optional.of(Path.of(xdg, "ferry", "config.yaml"));
    }
    String home = environment.getOrDefault("HOME", "");
    return home.isEmpty()
        ? Optional.empty()
        : Optional.of(Path.of(home, ".config", "ferry", "config.yaml"));
  }
}
