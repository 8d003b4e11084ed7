package dev.ferry.config;

import dev.ferry.config.Configuration.Bindings;
import dev.ferry.config.Configuration.Documents;
import dev.ferry.config.Configuration.Per;
import dev.ferry.config.Configuration.Relative;
import dev.ferry.config.Configuration.RepositoryCommand;
import dev.ferry.config.Configuration.Select;
import dev.ferry.config.Configuration.Stack;
import dev.ferry.config.Configuration.Strings;
import dev.ferry.config.Configuration.Together;
import dev.ferry.config.Configuration.Verify;
import dev.ferry.config.Configuration.Witness;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All settings, once: reading, defaults, the template of {@code ferry init} and the environment's
 * variables all follow from this table.
 */
final class Settings {
  /** Gates that run where the configuration names none. */
  static final List<String> GATES = List.of("syntax", "schema", "history", "module-test", "smoke");

  /** All gates that ferry has itself. The repository's commands come on top. */
  static final List<String> KNOWN_GATES =
      List.of(
          "syntax",
          "schema",
          "lanes",
          "history",
          "module-test",
          "smoke",
          "leftovers",
          "scope",
          "rate-limits",
          "log-coverage",
          "endpoints",
          "self-report");

  private static final List<Setting<?>> ALL = new ArrayList<>();

  static final Setting<List<String>> BATCHES =
      add(
          "batches",
          Kinds.texts(),
          List.of("batches/*.tsv"),
          "Batch files, as paths or globs seen from this file. BATCH_FILE names one for a run.");
  static final Setting<String> BASE =
      add("base", Kinds.text(), "main", "The branch that modules start from and land on.");
  static final Setting<String> BRANCH =
      add(
          "branch",
          Kinds.text(),
          "feat/integrate-{module}",
          "The branch of one module; in {module} '.' and '/' become '-'.");
  static final Setting<String> SUBJECT =
      add(
          "commit.subject",
          Kinds.text(),
          "feat(integration): integrate {module} → {destination}",
          "The commit's first line.");
  static final Setting<String> TASK =
      add(
          "commit.task",
          Kinds.text(),
          "Hidden Gems Integration",
          "What the commit's required task: names; \"\" for none.");
  static final Setting<Optional<String>> VIRTUALENV =
      add(
          "environment.virtualenv",
          Kinds.optionalText(),
          Optional.empty(),
          "The environment that tests run in. Left out, it is found: .venv, venv, VIRTUAL_ENV,"
              + " poetry, uv, conda.");
  static final Setting<List<String>> LINK =
      add(
          "worktree.link",
          Kinds.texts(),
          List.of(),
          "Untracked paths that gates share with your checkout, such as node_modules.");
  static final Setting<List<String>> COPY =
      add(
          "worktree.copy",
          Kinds.texts(),
          List.of(),
          "Untracked paths that gates get a copy of, such as .env.");
  static final Setting<List<List<String>>> SETUP =
      add(
          "worktree.setup",
          Kinds.lists(),
          List.of(),
          "Commands that make a slot ready, each a list: [[make, extensions]].");
  static final Setting<Map<String, String>> ENV =
      add(
          "worktree.env",
          Kinds.textMap(),
          Map.of(),
          "Variables for every command of a gate, such as {TZ: UTC}.");
  static final Setting<List<String>> GATE_NAMES =
      add(
          "gates",
          Kinds.texts(),
          GATES,
          "What a module has to pass, in this order. Commands (below) join by their names.");
  static final Setting<List<RepositoryCommand>> COMMANDS =
      add(
          "commands",
          Kinds.commands(),
          List.of(),
          "Gates of your own: [{name: acceptance, argv: [make, check], junit: build/junit.xml}].");
  static final Setting<List<String>> SMOKE =
      add(
          "tests.smoke",
          Kinds.texts(),
          List.of("pytest", "-q", "tests/smoke"),
          "The command of the smoke tests.");
  static final Setting<Double> MINIMUM =
      add("tests.minimum", Kinds.share(), 0.90, "The share of the smoke tests that must pass.");
  static final Setting<String> MODULE_TEST =
      add(
          "tests.module",
          Kinds.text(),
          "tests/integration/test_{destination}.py",
          "Where the test of a moved module is written.");
  static final Setting<Witness> WITNESS =
      add(
          "tests.witness",
          Kinds.choice(Witness.class),
          Witness.OPTIONAL,
          "Whether a module may pass that no test reaches: optional or required.");
  static final Setting<Select> SELECT =
      add(
          "tests.select",
          Kinds.choice(Select.class),
          Select.ALL,
          "Which tests run: affected (those that reach the module), smoke (the suite), or all.");
  static final Setting<List<String>> DOCUMENTS_OF_API =
      add(
          "schema.openapi",
          Kinds.texts(),
          List.of(),
          "OpenAPI documents of the repository that stay valid, besides those a move touches.");
  static final Setting<Optional<String>> LANES =
      add(
          "lanes.config",
          Kinds.optionalText(),
          Optional.empty(),
          "The import contracts that count. Left out, they are found: setup.cfg, .importlinter,"
              + " pyproject.toml.");
  static final Setting<List<String>> APPLICATION =
      add(
          "application.command",
          Kinds.texts(),
          List.of(),
          "How your application starts: [uvicorn, \"serve.main:app\", --port, \"{port}\"].");
  static final Setting<String> READY =
      add("application.ready", Kinds.text(), "/healthz", "The path that answers once it is up.");
  static final Setting<String> OPENAPI =
      add(
          "application.openapi",
          Kinds.text(),
          "/openapi.json",
          "The path of its OpenAPI document.");
  static final Setting<List<String>> EXEMPT =
      add(
          "application.exempt",
          Kinds.texts(),
          List.of(),
          "Paths or operations without a rate limit: [/healthz, \"GET /docs*\"].");
  static final Setting<Duration> PATIENCE =
      add(
          "application.patience",
          Kinds.duration(),
          Duration.ofMinutes(1),
          "How long it may take to get ready.");
  static final Setting<Duration> ANSWER =
      add(
          "application.answer",
          Kinds.duration(),
          Duration.ofSeconds(10),
          "How long one answer may take.");
  static final Setting<Boolean> UNSAFE_METHODS =
      add(
          "application.unsafe_methods",
          Kinds.truth(),
          false,
          "Whether POST, PUT, PATCH and DELETE are sent as well; otherwise GET and HEAD only.");
  static final Setting<Documents> DOCUMENTS =
      add(
          "documents",
          Kinds.choice(Documents.class),
          Documents.REPORT,
          "Mentions of a moved module in documents: report or rewrite.");
  static final Setting<Strings> STRINGS =
      add(
          "strings",
          Kinds.choice(Strings.class),
          Strings.MEDIUM,
          "Dotted names in strings: rewrite those of high confidence, of medium too, or none.");
  static final Setting<Relative> RELATIVE =
      add(
          "relative",
          Kinds.choice(Relative.class),
          Relative.ABSOLUTE,
          "A relative import that would get deeper: keep it relative or make it absolute.");
  static final Setting<Bindings> BINDINGS =
      add(
          "bindings",
          Kinds.choice(Bindings.class),
          Bindings.KEEP,
          "What importers call a module that gets another name: keep theirs, or rename it with all"
              + " uses.");
  static final Setting<Optional<LocalDate>> SHIM =
      add(
          "shim",
          Kinds.dayOrNone(),
          Optional.empty(),
          "The last day on which old names go on working, such as 2027-06-30; none leaves no"
              + " shims.");
  static final Setting<List<String>> SOURCE_ROOTS =
      add(
          "roots",
          Kinds.texts(),
          List.of(),
          "Directories where sources start, \".\" for the top. Left out, they are found:"
              + " pyproject.toml, setup.cfg, pytest, mypy, src/.");
  static final Setting<Per> PER =
      add(
          "publish.per",
          Kinds.choice(Per.class),
          Per.MODULE,
          "What one pull request holds: module, directory or batch.");
  static final Setting<List<List<Together.Name>>> TOGETHER =
      add(
          "together",
          new TogetherKind(),
          List.of(),
          "Modules that must move in one commit: [[labs.a, labs.b], [\"labs.bell.*\"]].");
  static final Setting<Stack> STACK =
      add(
          "stack",
          Kinds.choice(Stack.class),
          Stack.DEPENDENTS,
          "What a branch stands on: the base (none), the base or what it needs (dependents), or the"
              + " branch before it (all).");
  static final Setting<Verify> VERIFY =
      add(
          "verify",
          Kinds.choice(Verify.class),
          Verify.EACH,
          "What the gates that run something judge: each module, or a group of them, stacked; a"
              + " group needs stack: all.");
  static final Setting<Integer> GROUP =
      add(
          "group",
          Kinds.wholeNumber(1, 1000),
          20,
          "How many modules one run of a group's gates may judge at most.");
  static final Setting<Boolean> RESTACK =
      add(
          "restack",
          Kinds.truth(),
          true,
          "Before a run, derive open branches again that the base has left behind.");
  static final Setting<Integer> PARALLEL =
      add(
          "parallel",
          Kinds.wholeNumber(1, 64),
          1,
          "How many modules are worked on at once, each in a slot of its own.");
  static final Setting<Duration> STEP_LIMIT =
      add("limits.step", Kinds.duration(), Duration.ofMinutes(10), "The longest for one command.");
  static final Setting<Duration> TESTS_LIMIT =
      add(
          "limits.tests",
          Kinds.duration(),
          Duration.ofMinutes(30),
          "The longest for one run of tests.");
  static final Setting<Long> OUTPUT_LIMIT =
      add("limits.output", Kinds.size(), 16L << 20, "How much of a command's output is kept.");
  static final Setting<Optional<Duration>> RUN_LIMIT =
      add(
          "limits.run",
          Kinds.durationOrNone(),
          Optional.empty(),
          "How long a run begins new modules, such as 2h; none for as long as it takes.");
  static final Setting<Integer> FAILURES_LIMIT =
      add(
          "limits.failures",
          Kinds.wholeNumber(0, 1000),
          3,
          "After how many failures in a row a module is left out of runs; 0 for never.");
  static final Setting<List<String>> FIX =
      add(
          "fix.command",
          Kinds.texts(),
          List.of(),
          "Who is asked to mend a failing gate; nobody where this is empty.");
  static final Setting<Integer> ATTEMPTS =
      add("fix.attempts", Kinds.wholeNumber(0, 10), 1, "How often it is asked for one module.");
  static final Setting<Duration> FIX_LIMIT =
      add("fix.timeout", Kinds.duration(), Duration.ofMinutes(30), "The longest for one attempt.");
  static final Setting<Integer> FIX_FILES =
      add("fix.files", Kinds.wholeNumber(1, 1000), 20, "How many files it may change.");
  static final Setting<Integer> FIX_LINES =
      add(
          "fix.lines",
          Kinds.wholeNumber(1, 100_000),
          400,
          "How many lines it may add and remove, taken together.");
  static final Setting<List<String>> FIX_ALLOW =
      add(
          "fix.allow",
          Kinds.texts(),
          List.of(),
          "Globs it may change besides the moved module and what the move rewrote.");
  static final Setting<List<String>> FIX_PROTECT =
      add(
          "fix.protect",
          Kinds.texts(),
          List.of(),
          "Globs it may never change; tests, gates, hooks and CI are protected without it.");
  static final Setting<List<String>> FIX_ENV =
      add(
          "fix.env",
          Kinds.texts(),
          List.of(),
          "Names of variables it sees besides the usual ones; tokens are not seen.");

  private Settings() {}

  /** Every setting, in the order of the template. */
  static List<Setting<?>> all() {
    return List.copyOf(ALL);
  }

  private static <T> Setting<T> add(String key, Kind<T> kind, T standard, String says) {
    Setting<T> setting = new Setting<>(key, kind, standard, says);
    ALL.add(setting);
    return setting;
  }
}
