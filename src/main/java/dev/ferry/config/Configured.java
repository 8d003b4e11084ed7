package dev.ferry.config;

import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import java.util.List;

/**
 * A configuration with what there is to say about it.
 *
 * @param configuration complete; where a value was wrong, its default stands
 * @param settings every setting with its value and where that came from, for {@code ferry doctor}
 * @param problems all that was wrong, in the order of the sources
 */
public record Configured(
    Configuration configuration, List<InEffect> settings, List<Problem> problems) {
  public Configured {
    settings = List.copyOf(settings);
    problems = List.copyOf(problems);
  }

  /**
   * One setting.
   *
   * @param value as YAML has it
   */
  public record InEffect(String key, String value, Origin origin) {}

  /** Whether nobody said anything about a setting. */
  public boolean isDefault(String key) {
    return settings.stream()
        .noneMatch(
            each -> each.key().equals(key) && each.origin().source() != Origin.Source.DEFAULT);
  }

  /** Whether nothing may start with this configuration. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
