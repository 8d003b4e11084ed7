package dev.ferry.config;

/** What somebody wrote, in few words. */
final class Described {
  private static final int LONGEST = 60;

  private Described() {}

  static String value(Value value) {
    return switch (value) {
      case Value.Scalar scalar ->
          "'"
              + (scalar.text().length() > LONGEST
                  ? scalar.text().substring(0, LONGEST) + "…"
                  : scalar.text())
              + "'";
      case Value.Absent absent -> "nothing";
      case Value.Sequence sequence -> "a list";
      case Value.Table table -> "a table";
    };
  }
}
