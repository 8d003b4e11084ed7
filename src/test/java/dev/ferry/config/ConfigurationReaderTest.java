package dev.ferry.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.config.ConfigurationSources.Option;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationReaderTest {
  private static final Configuration STANDARD = new Reading().read().configuration();

  @TempDir Path folder;

  /** The sources of one reading, nothing given. */
  private static final class Reading {
    Path folder = Path.of("/nonexistent");
    Optional<Path> repository = Optional.empty();
    Optional<Path> chosen = Optional.empty();
    Map<String, String> environment = Map.of();
    Map<String, Option> options = Map.of();

    Configured read() {
      return ConfigurationReader.read(
          new ConfigurationSources(folder, repository, chosen, environment, options));
    }
  }

  @Test
  void withoutAnythingEverySettingHasItsDefault() {
    Configured configured = new Reading().read();

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.settings()).allMatch(s -> s.origin().equals(Origin.STANDARD));
    assertThat(STANDARD.work().batches()).containsExactly("batches/*.tsv");
    assertThat(STANDARD.publication().subject())
        .isEqualTo("feat(integration): integrate {module} → {destination}");
    assertThat(STANDARD.gates().enabled())
        .containsExactly("syntax", "schema", "history", "module-test", "smoke");
    assertThat(STANDARD.gates().tests().minimum()).isEqualTo(0.9);
    assertThat(STANDARD.limits().step()).isEqualTo(Duration.ofMinutes(10));
    assertThat(STANDARD.limits().output()).isEqualTo(16 << 20);
  }

  @Test
  void everyKeyOfTheFileIsRead() throws IOException {
    Configured configured =
        file(
            """
            batches: [batches/*.tsv, /tmp/x.tsv]
            base: develop
            branch: move-{module}
            commit: {subject: "move {module}", task: Tidy}
            environment: {virtualenv: .venv}
            worktree: {link: [.venv], copy: [.env], setup: [[npm, ci]], env: {TZ: UTC}}
            tests:
              smoke: [pytest, -q, tests/smoke]
              minimum: 0.85
              module: "tests/{destination}.py"
              witness: required
              select: affected
            lanes: {config: .importlinter}
            gates: [syntax, acceptance]
            commands: [{name: acceptance, argv: [make, gates], junit: out.xml}]
            application:
              command: [run]
              ready: /up
              openapi: /api
              exempt: [/up]
              patience: 5s
              answer: 3s
              unsafe_methods: true
            publish: {per: batch}
            together: [[a, b], [c, d]]
            stack: all
            verify: group
            group: 7
            restack: false
            documents: rewrite
            strings: high
            relative: keep
            bindings: rename
            shim: 2027-06-30
            roots: [src, .]
            parallel: 5
            limits: {step: 90s, tests: 2h, output: 512KB, run: 3h, failures: 5}
            fix:
              command: [agent]
              attempts: 2
              timeout: 5m
              files: 3
              lines: 70
              allow: [tests/**]
              protect: [core/secret.py]
              env: [AGENT_HOME]
            schema: {openapi: [docs/api.yaml]}
            """);

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.configuration().fix())
        .isEqualTo(
            new Configuration.Fix(
                List.of("agent"),
                2,
                Duration.ofMinutes(5),
                3,
                70,
                List.of("tests/**"),
                List.of("core/secret.py"),
                List.of("AGENT_HOME")));
    Configuration read = configured.configuration();
    assertThat(read.work())
        .isEqualTo(
            new Configuration.Work(
                List.of("batches/*.tsv", "/tmp/x.tsv"),
                "develop",
                new Configuration.Together(
                    "ferry.yaml",
                    List.of(List.of(named("a"), named("b")), List.of(named("c"), named("d")))),
                new Configuration.Stacking(Configuration.Stack.ALL, Configuration.Verify.GROUP, 7),
                5));
    assertThat(read.publication().restack()).isFalse();
    assertThat(STANDARD.publication().restack()).isTrue();
    assertThat(read.surroundings())
        .isEqualTo(
            new Configuration.Surroundings(
                Optional.of(".venv"),
                List.of(".venv"),
                List.of(".env"),
                List.of(List.of("npm", "ci")),
                Map.of("TZ", "UTC")));
    assertThat(read.gates().commands())
        .containsExactly(
            new Configuration.RepositoryCommand(
                "acceptance", List.of("make", "gates"), Optional.of("out.xml")));
    assertThat(read.gates().tests().witness()).isEqualTo(Configuration.Witness.REQUIRED);
    assertThat(read.rewriting())
        .isEqualTo(
            new Configuration.Rewriting(
                Configuration.Documents.REWRITE,
                Configuration.Strings.HIGH,
                Configuration.Relative.KEEP,
                Configuration.Bindings.RENAME,
                Optional.of(LocalDate.of(2027, 6, 30)),
                List.of("src", ".")));
    assertThat(read.limits())
        .isEqualTo(
            new Configuration.Limits(
                Duration.ofSeconds(90),
                Duration.ofHours(2),
                512 << 10,
                Optional.of(Duration.ofHours(3)),
                5));
    assertThat(configured.settings())
        .allMatch(s -> s.origin().source() == Origin.Source.REPOSITORY_FILE);
  }

  @Test
  void theSourcesCoverEachOtherKeyByKey() throws IOException {
    Path user = Files.createDirectories(folder.resolve("home/.config/ferry"));
    Files.writeString(
        user.resolve("config.yaml"), "parallel: 2\nbase: u\nstack: none\nlimits: {step: 5m}\n");
    Path repository = Files.createDirectories(folder.resolve("repo/deep/er"));
    Files.writeString(
        folder.resolve("repo/ferry.yaml"), "parallel: 4\nbase: r\nlimits:\n  tests: 1m\n");
    Reading reading = new Reading();
    reading.folder = repository;
    reading.repository = Optional.of(folder.resolve("repo"));
    reading.environment =
        Map.of(
            "HOME",
            folder.resolve("home").toString(),
            "FERRY_PARALLEL",
            "6",
            "FERRY_TESTS_SMOKE",
            "a, b");
    reading.options = Map.of("parallel", new Option("--parallel", "8"));

    Configured configured = reading.read();

    assertThat(configured.problems()).isEmpty();
    assertThat(configured.configuration().work().parallel()).isEqualTo(8);
    assertThat(configured.configuration().work().base()).isEqualTo("r");
    assertThat(configured.configuration().work().stacking().stack())
        .isEqualTo(Configuration.Stack.NONE);
    assertThat(configured.configuration().gates().tests().smoke()).containsExactly("a", "b");
    assertThat(configured.configuration().limits().step()).isEqualTo(Duration.ofMinutes(5));
    assertThat(configured.configuration().limits().tests()).isEqualTo(Duration.ofMinutes(1));
    assertThat(origin(configured, "parallel"))
        .isEqualTo(new Origin(Origin.Source.OPTION, "--parallel"));
    assertThat(origin(configured, "tests.smoke"))
        .isEqualTo(new Origin(Origin.Source.ENVIRONMENT, "FERRY_TESTS_SMOKE"));
    assertThat(origin(configured, "limits.tests").where()).endsWith("repo/ferry.yaml:4:3");
    assertThat(origin(configured, "stack").source()).isEqualTo(Origin.Source.USER_FILE);
  }

  @Test
  void theSearchEndsAtTheTopOfTheRepository() throws IOException {
    Files.writeString(folder.resolve("ferry.yaml"), "parallel: 7\n");
    Path repository = Files.createDirectories(folder.resolve("repo"));
    Reading reading = new Reading();
    reading.folder = repository;
    reading.repository = Optional.of(repository);

    assertThat(reading.read().configuration()).isEqualTo(STANDARD);
  }

  @Test
  void allErrorsAreToldAtOnceEachWithItsPlace() throws IOException {
    Configured configured =
        file(
            """
            paralel: 3
            parallel: many
            tests:
              minimum: 3
              smok: [x]
            base: [a]
            gates: [sintax, smoke]
            branch: fixed
            base: twice
            commands: [{name: a}]
            """);

    assertThat(configured.problems())
        .extracting(p -> p.code() + " " + p.line() + ":" + p.column() + " " + p.arguments().get(0))
        .contains(
            "C003 1:1 paralel",
            "C004 2:11 parallel",
            "C004 4:12 tests.minimum",
            "C003 5:3 tests.smok",
            "C004 6:7 base",
            "C006 7:1 sintax",
            "C014 8:1 branch",
            "C005 9:1 base",
            "C004 10:12 commands");
    assertThat(configured.problems())
        .filteredOn(p -> p.code() == Code.C003)
        .extracting(p -> p.arguments().get(1))
        .containsExactly("parallel", "tests.smoke");
    assertThat(configured.hasErrors()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a: [b'|C002",
        "'\tx: 1'|C002",
        "'a: 1\n---\nb: 2'|C002",
        "'[1, 2]'|C004",
        "'tests: 5'|C004",
        "'x: &a [*a]'|C002",
        "'gates: []'|C011",
        "'tests: {smoke: []}'|C012",
        "'commit: {subject: \"{batch}\"}'|C013",
        "'gates: [syntax, syntax]'|C010",
        "'commands: [{name: smoke, argv: [x]}]'|C008",
        "'commands: [{name: own, argv: [x]}]'|C009",
        "'limits: {step: 0s}'|C004",
        "'limits: {step: -1m}'|C004",
        "'parallel: 0'|C004",
        "'parallel: 99999999999'|C004",
        "'stack: yes'|C004",
        "'commands: [{name: Bad Name, argv: [x]}]'|C004",
        "'commands: [{name: own, argv: [x], other: y}]'|C004",
        "'together: [a]'|C004",
        "'worktree: {env: {A: [b]}}'|C004",
      })
  void aWrongFileIsTold(String yaml, Code code) throws IOException {
    assertThat(file(yaml).problems()).extracting(Problem::code).contains(code);
  }

  @Test
  void manyAliasesDoNotExhaustTheMemory() throws IOException {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      yaml.append(
          "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
    }

    assertThat(file(yaml.toString()).problems())
        .extracting(Problem::code)
        .containsExactly(Code.C002);
  }

  @Test
  void anEmptyFileAndKeysWithoutValuesSayNothing() throws IOException {
    assertThat(file("").configuration()).isEqualTo(STANDARD);
    assertThat(file("# only a comment\n").configuration()).isEqualTo(STANDARD);
    assertThat(file("tests:\nbase:\nfix: {command: }\n").problems()).isEmpty();
  }

  @Test
  void aNamedFileThatIsMissingIsAnError() {
    Reading reading = new Reading();
    reading.chosen = Optional.of(folder.resolve("none.yaml"));

    assertThat(reading.read().problems()).extracting(Problem::code).containsExactly(Code.C001);
  }

  @Test
  void whatOneLineCannotExpressIsSaid() {
    Reading reading = new Reading();
    reading.environment = Map.of("FERRY_TOGETHER", "a,b", "FERRY_PARALLEL", "x");

    assertThat(reading.read().problems())
        .containsExactlyInAnyOrder(
            Problem.at("FERRY_TOGETHER", 0, Code.C007, "together"),
            Problem.at(
                "FERRY_PARALLEL", 0, Code.C004, "parallel", "a whole number from 1 to 64", "'x'"));
  }

  @Test
  void withoutAFileTheYamlLibraryIsNotLoaded() throws Exception {
    assertThat(loadedClasses(folder)).noneMatch(name -> name.contains("snakeyaml"));
    Files.writeString(folder.resolve("ferry.yaml"), "parallel: 2\n");
    assertThat(loadedClasses(folder)).anyMatch(name -> name.contains("snakeyaml"));
  }

  private static List<String> loadedClasses(Path in) throws Exception {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                ReadsOnce.class.getName(),
                in.toString())
            .redirectErrorStream(true)
            .start();
    List<String> lines =
        new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(java.waitFor()).isZero();
    return lines;
  }

  /** Run as a program of its own. */
  static final class ReadsOnce {
    private ReadsOnce() {}

    public static void main(String[] arguments) {
      Reading reading = new Reading();
      reading.folder = Path.of(arguments[0]);
      if (reading.read().hasErrors()) {
        throw new IllegalStateException("the configuration was refused");
      }
    }
  }

  private Configured file(String yaml) throws IOException {
    Files.writeString(folder.resolve("ferry.yaml"), yaml);
    Reading reading = new Reading();
    reading.folder = folder;
    return reading.read();
  }

  private static Origin origin(Configured configured, String key) {
    return configured.settings().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .orElseThrow()
        .origin();
  }

  private static Configuration.Together.Name named(String module) {
    return new Configuration.Together.Name(module, 25);
  }
}
