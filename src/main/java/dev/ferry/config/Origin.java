package dev.ferry.config;

/**
 * Where a value came from.
 *
 * @param where as a person finds it: {@code ferry.yaml:3:5}, {@code FERRY_PARALLEL}, {@code
 *     --parallel}; empty for defaults
 */
public record Origin(Source source, String where) {
  static final Origin STANDARD = new Origin(Source.DEFAULT, "");

  /** The places that values come from, weakest first. */
  public enum Source {
    DEFAULT,
    USER_FILE,
    REPOSITORY_FILE,
    ENVIRONMENT,
    OPTION
  }
}
