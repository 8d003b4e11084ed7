package dev.ferry.config;

import dev.ferry.config.Configured.InEffect;
import dev.ferry.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a run's configuration: option over environment over the repository's {@code ferry.yaml}
 * over the user's own file over defaults, key by key. All problems are told at once.
 */
public final class ConfigurationReader {
  /** The name of the repository's file. */
  public static final String FILE_NAME = "ferry.yaml";

  private ConfigurationReader() {}

  public static Configured read(ConfigurationSources sources) {
    List<Problem> problems = new ArrayList<>();
    Layers layers = new Layers(problems);
    sources
        .userFile()
        .filter(Files::isRegularFile)
        .ifPresent(file -> layers.file(file, file.toString(), Origin.Source.USER_FILE));
    repositoryFile(sources)
        .ifPresent(file -> layers.file(file, shown(file, sources), Origin.Source.REPOSITORY_FILE));
    layers.environment(sources.environment());
    layers.options(sources.options());
    return assembled(layers, problems);
  }

  /** The {@code ferry.yaml} that counts, if there is one. */
  public static Optional<Path> repositoryFile(ConfigurationSources sources) {
    if (sources.chosen().isPresent()) {
      return sources.chosen();
    }
    Path folder = sources.folder().toAbsolutePath().normalize();
    Optional<Path> top = sources.repository().map(path -> path.toAbsolutePath().normalize());
    for (Path at = folder; at != null; at = at.getParent()) {
      Path file = at.resolve(FILE_NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      if (top.isEmpty() || at.equals(top.get())) {
        break;
      }
    }
    return Optional.empty();
  }

  private static Configured assembled(Layers layers, List<Problem> problems) {
    Configuration configuration = Assembly.of(layers);
    new Consistency(configuration, layers, problems).check();
    List<InEffect> settings = new ArrayList<>();
    for (Setting<?> setting : Settings.all()) {
      settings.add(new InEffect(setting.key(), layers.text(setting), layers.origin(setting)));
    }
    return new Configured(configuration, settings, problems);
  }

  private static String shown(Path file, ConfigurationSources sources) {
    Path folder = sources.folder().toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(folder)
        ? folder.relativize(absolute).toString()
        : absolute.toString();
  }
}
