package dev.ferry.config;

import java.util.Locale;

/**
 * One setting: its key, what it takes, what it is where nobody says anything.
 *
 * @param key as in the file, groups joined by dots: {@code tests.minimum}
 * @param says what it is for, in the words of the template's comment
 */
record Setting<T>(String key, Kind<T> kind, T standard, String says) {
  /** The environment variable that sets it: {@code FERRY_TESTS_MINIMUM}. */
  String variable() {
    return "FERRY_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** The table that it stands in; empty at the top. */
  String group() {
    int dot = key.indexOf('.');
    return dot < 0 ? "" : key.substring(0, dot);
  }

  /** The key inside its group. */
  String name() {
    return key.substring(key.indexOf('.') + 1);
  }

  String standardText() {
    return kind.write(standard);
  }
}
