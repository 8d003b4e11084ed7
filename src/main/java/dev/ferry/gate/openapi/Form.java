package dev.ferry.gate.openapi;

/** What a member's value may be. */
sealed interface Form {
  /** A scalar, or anything at all. */
  enum Plain implements Form {
    TEXT("text"),
    TRUTH("true or false"),
    NUMBER("a number"),
    ANY("anything");

    private final String shown;

    Plain(String shown) {
      this.shown = shown;
    }

    String shown() {
      return shown;
    }
  }

  record Of(ObjectKind kind) implements Form {}

  record ListOf(Form items) implements Form {}

  record MapOf(Form values) implements Form {}

  /**
   * {@code text}, {@code truth}, {@code number}, {@code any}, an object's kind, {@code [list]},
   * {@code <map>}.
   */
  static Form parsed(String text) {
    String inner = text.length() > 1 ? text.substring(1, text.length() - 1) : "";
    return switch (text.charAt(0)) {
      case '[' -> new ListOf(parsed(inner));
      case '<' -> new MapOf(parsed(inner));
      case 't', 'n', 'a' -> Plain.valueOf(text.toUpperCase(java.util.Locale.ROOT));
      default -> new Of(ObjectKind.valueOf(text));
    };
  }
}
