package dev.ferry.endtoend;

import java.util.List;

/** What a ferry is about when it is harmed. */
enum Errand {
  /** Branches of their own. */
  ROWS(5, "run", "--all", "--keep-going"),
  /** One stack, judged in groups. */
  GROUPS(5, "run", "--all", "--keep-going"),
  /** Open branches that the base has left behind. */
  RESTACK(0, "restack");

  private static final String[] SETTINGS = {
    "gates: [syntax, schema, history, own]",
    "commands:",
    "  - {name: own, argv: [sh, -c, 'test -f app/shop.py']}"
  };

  private final int exit;
  private final List<String> arguments;

  Errand(int exit, String... arguments) {
    this.exit = exit;
    this.arguments = List.of(arguments);
  }

  /** How it ends where nobody disturbs it. */
  int exit() {
    return exit;
  }

  /** How it ends after one that was disturbed, which may have left nothing to be done. */
  List<Integer> exitsAfterwards() {
    return this == RESTACK ? List.of(0, 3) : List.of(exit);
  }

  String[] arguments() {
    return arguments.toArray(String[]::new);
  }

  /** Whether each branch comes to the same tree, whichever of them was first. */
  boolean isIndependentOfTheOrder() {
    return this != GROUPS;
  }

  /** The harbor as it is before the errand. */
  void prepare(Harbor harbor) {
    RealRepository repository = harbor.repository();
    switch (this) {
      case ROWS -> {
        // as it is
      }
      case GROUPS -> {
        repository
            .file("ferry.yaml", "stack: all", "verify: group")
            .append("ferry.yaml", SETTINGS)
            .commit("stack");
      }
      case RESTACK -> {
        BuiltFerry.Ended ended = BuiltFerry.in(harbor.root()).run("run", "--all", "--keep-going");
        if (ended.exit() != 5) {
          throw new AssertionError(ended.all());
        }
        repository
            .file(
                "app/pier.py",
                "from labs.pricing import RATE",
                "from labs.rules import LIMIT",
                "",
                "FULL = RATE * LIMIT")
            .commit("a new importer");
      }
    }
  }
}
