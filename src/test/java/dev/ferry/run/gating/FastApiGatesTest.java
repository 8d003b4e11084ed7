package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.gate.GateKind;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.probe.ApplicationSettings;
import dev.ferry.probe.Revision;
import dev.ferry.probe.WorktreeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FastAPI behind uvicorn, with limits by slowapi: well behaved, and misbehaving in each way. */
@Timeout(180)
final class FastApiGatesTest {
  private static final List<String> UVICORN =
      List.of("uvicorn", "service:app", "--port", "{port}", "--log-level", "warning");

  /** Waited for, so not for long. */
  private static final List<String> STUCK = List.of("hangs", "stops");

  /** Code of FastAPI itself, compiled once for all. */
  @TempDir static Path compiled = Path.of("");

  @TempDir Path temporary = Path.of("");
  private GatingFixture fixture;
  private Path tally;
  private boolean unsafe;
  private List<String> command = UVICORN;

  @BeforeEach
  void sample() {
    fixture = new GatingFixture(temporary);
    fixture.virtualenv = Optional.of(python());
    tally = fixture.place.resolve("tally");
    fixture.worktree =
        new WorktreeSettings(List.of(), List.of(), List.of(), Map.of("TALLY", tally.toString()));
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  /** The interpreter with FastAPI that the build makes. */
  private static String python() {
    String python = System.getProperty("ferry.test.application");
    assertThat(python).as("system property ferry.test.application; pom.xml sets it").isNotNull();
    return Objects.requireNonNull(python);
  }

  private static String service() {
    try (InputStream in = FastApiGatesTest.class.getResourceAsStream("service.py")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param habit how the candidate misbehaves; with a second word always, at base as well
   */
  private List<GateResult> judge(String habit, GateKind... gates) {
    fixture.all = true;
    if (gates.length > 0) {
      fixture.gates =
          java.util.Arrays.stream(gates).<ChosenGate>map(ChosenGate.Known::new).toList();
    }
    Duration patience = Duration.ofSeconds(habit.startsWith("never") ? 2 : 60);
    Duration answer = Duration.ofSeconds(STUCK.contains(habit) ? 6 : 60);
    fixture.application =
        new ApplicationSettings(
            command, "/healthz", "/openapi.json", List.of("/healthz"), patience, answer, unsafe);
    fixture.repository.with("service.py", service()).with("habit.txt", habit + "\n");
    Revision base = fixture.repository.commit("base");
    fixture.moved().repository.with("service.py", service().replace("labs.engine", "core.engine"));
    shareCompiled();
    return fixture.judgeAgainst(base);
  }

  private void shareCompiled() {
    try {
      Path shared = fixture.workplace().belongings().resolve("compiled-shared");
      Files.createSymbolicLink(shared, compiled);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GateResult endpoints(String habit) {
    return judge(habit, GateKind.ENDPOINTS).getFirst();
  }

  private GateResult limits(String habit) {
    return judge(habit, GateKind.RATE_LIMITS).getFirst();
  }

  @Test
  void aRightMovePassesBothGatesAndOnlyReads() {
    List<GateResult> results = judge("well", GateKind.RATE_LIMITS, GateKind.ENDPOINTS);

    assertThat(results)
        .as(results + fixture.logs())
        .extracting(GateResult::verdict)
        .containsExactly(Verdict.PASS, Verdict.PASS);
    GateResult limits = results.getFirst();
    assertThat(limits.findings()).isEmpty();
    assertThat(limits.numerator()).as("a speed, and a car that is not there").isEqualTo(2);
    GateResult endpoints = results.getLast();
    assertThat(endpoints.numerator()).isEqualTo(endpoints.denominator()).isGreaterThan(3);
    assertThat(endpoints.findings())
        .as("routes of its own table are asked though the document hides them")
        .extracting(Problem::code, finding -> finding.arguments().getLast().contains("/hidden"))
        .containsExactly(org.assertj.core.groups.Tuple.tuple(dev.ferry.model.Code.T081, true));
    assertThat(tally).as("nothing was posted").doesNotExist();
  }

  private GateResult served(String habit, GateKind kind) {
    fixture.gates = List.of(new ChosenGate.Served(kind));
    return judge(habit, new GateKind[0]).getFirst();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "SYNTAX, well, PASS, ''",
    "SYNTAX, lies, FAIL, GET /speed/{car}: $.speed: is no integer",
    "SYNTAX, lies always, PASS, GET /speed/{car}: $.speed: is no integer",
    "SCHEMA, well, PASS, ''",
    "SCHEMA, misdescribes, FAIL, #/paths/~1speed~1{car}/get/requestBody/required: has to be true or"
        + " false",
    "SCHEMA, misdescribes always, PASS, 2: #/paths/~1speed~1{car}/get/requestBody: lacks 'content'"
  })
  void whatIsServedIsRead(GateKind kind, String habit, Verdict verdict, String finding) {
    GateResult result = served(habit, kind);

    assertThat(result.verdict()).as(result + fixture.logs()).isEqualTo(verdict);
    assertThat(result.denominator()).isEqualTo(kind == GateKind.SCHEMA ? 1 : 3);
    List<String> told =
        result.findings().stream().map(each -> String.join(": ", each.arguments())).toList();
    if (finding.isEmpty()) {
      assertThat(told).isEmpty();
    } else {
      assertThat(told).contains(finding);
    }
  }

  @Test
  void aRouteThatOnlyTheOwnTableHasIsMissedWhenItIsGone() {
    GateResult result = endpoints("loses");

    assertThat(result.verdict()).as(result + fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings())
        .contains(
            Problem.of(dev.ferry.model.Code.T054, "GET /hidden", "200", "404 (no such route)"));
  }

  @Test
  void whatMayChangeSomethingIsSentOnlyWhenToldSo() throws IOException {
    unsafe = true;

    GateResult well = endpoints("well");

    assertThat(well.verdict()).as(well + fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(Files.readAllLines(tally))
        .as("base and candidate")
        .containsExactly("POST x", "POST x");
  }

  @Test
  void whatFailsOnlyWhenItIsPostedIsSeenWhenToldSo() {
    unsafe = true;

    GateResult result = endpoints("refuses");

    assertThat(result.findings())
        .contains(Problem.of(dev.ferry.model.Code.T054, "POST /cars", "200", "500"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "broken, FAIL, T054",
    "broken always, PASS, T055",
    "redirects, FAIL, T054",
    "hangs, FAIL, T058",
    "stops, FAIL, T080",
    "dies, FAIL, T080",
    "dies always, ERROR, T080",
    "flips, FAIL, T054",
    "never, ERROR, T049"
  })
  void endpointsOfOneThatMisbehaves(String habit, Verdict verdict, String code) {
    GateResult result = endpoints(habit);

    assertThat(result.verdict()).as(result + fixture.logs()).isEqualTo(verdict);
    assertThat(GatingFixture.codes(result)).contains(code);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "unlimited, FAIL, T051",
    "unlimited always, NO_WITNESS, T082",
    "resets, FAIL, T052",
    "fractions, NO_WITNESS, T082",
    "stub, PASS, T053"
  })
  void limitsOfOneThatMisbehaves(String habit, Verdict verdict, String code) {
    GateResult result = limits(habit);

    assertThat(result.verdict()).as(result + fixture.logs()).isEqualTo(verdict);
    assertThat(GatingFixture.codes(result)).contains(code);
  }

  @Test
  void workersAndChildrenEndWithIt() {
    command =
        java.util.stream.Stream.concat(
                UVICORN.stream(), java.util.stream.Stream.of("--workers", "2"))
            .toList();

    GateResult result = endpoints("children");

    assertThat(result.verdict()).as(result + fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(
            ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(
                    line -> line.endsWith("sleep 985") || line.contains(fixture.place.toString())))
        .isEmpty();
  }
}
