package dev.ferry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.Step;
import dev.ferry.model.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLedgerTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final ObjectId BASE = new ObjectId("1".repeat(40));
  private static final ObjectId COMMIT = new ObjectId("2".repeat(40));
  private static final int KILLED_WRITERS = 3;
  private static final int ACKNOWLEDGED = 40;

  @TempDir Path directory;
  private final List<Problem> told = new ArrayList<>();

  private SqliteLedger open() {
    return SqliteLedger.open(
        directory.resolve("ledger.db"), Clock.fixed(NOON, ZoneOffset.UTC), told::add);
  }

  private static Attempt.Start start(String id, String module) {
    Move move = new Move(module, module.replace('.', '/') + ".py", "core/x.py");
    return new Attempt.Start(id, "session", "batch_core.tsv", move, BASE, NOON);
  }

  /** F11: what came later counts as later, whatever the clock says. */
  @Test
  void aClockThatJumpsChangesNoOrder() {
    for (Duration jump : List.of(Duration.ofDays(400), Duration.ofDays(-400), Duration.ZERO)) {
      String module = "labs.a" + jump.toDays();
      Clock jumping = Clock.offset(Clock.fixed(NOON, ZoneOffset.UTC), jump);
      Outcome failed = new Outcome.Failed(Step.TEST, Problem.of(Code.R020, "smoke"));
      try (SqliteLedger ledger = open()) {
        ledger.attemptStarted(start("first" + jump, module));
        ledger.attemptEnded("first" + jump, failed);
      }
      try (SqliteLedger ledger =
          SqliteLedger.open(directory.resolve("ledger.db"), jumping, told::add)) {
        Attempt.Start known = start("second" + jump, module);
        ledger.attemptStarted(
            new Attempt.Start(
                known.id(),
                known.session(),
                known.batch(),
                known.move(),
                known.base(),
                jumping.instant()));
        ledger.attemptEnded(
            "second" + jump, new Outcome.Integrated("feat/integrate-labs-a", COMMIT));
        ledger.decided(module, Decision.Kind.REVERTED, "why");
      }
      try (SqliteLedger ledger = open()) {
        assertThat(ledger.attemptsAt(module))
            .extracting(attempt -> attempt.start().id())
            .containsExactly("first" + jump, "second" + jump);
        assertThat(ledger.lastOfEach())
            .filteredOn(attempt -> attempt.start().move().module().equals(module))
            .singleElement()
            .satisfies(
                last -> assertThat(last.outcome().get()).isInstanceOf(Outcome.Integrated.class));
        assertThat(ledger.reverted()).extracting(Decision::module).contains(module);
        ledger.attemptStarted(start("third" + jump, module));
        assertThat(ledger.reverted()).extracting(Decision::module).doesNotContain(module);
      }
    }
  }

  @Test
  void anAttemptIsReadBackAsItWasRecorded() {
    StepEnd review =
        new StepEnd(
            Step.REVIEW,
            StepEnd.Result.DONE,
            List.of(Problem.at("labs/a b\tü.py", 3, Code.R001, "x", ""), Problem.of(Code.L001)),
            Duration.ofMillis(12));
    GateResult smoke =
        new GateResult(
            "smoke",
            Verdict.NO_WITNESS,
            false,
            131,
            223,
            List.of(Problem.of(Code.L004)),
            Duration.ofSeconds(9));
    Outcome integrated = new Outcome.Integrated("feat/integrate-labs-a", COMMIT);
    try (SqliteLedger ledger = open()) {
      ledger.attemptStarted(start("one", "labs.a"));
      ledger.stepEnded("one", review);
      ledger.gateJudged("one", smoke);
      ledger.attemptEnded("one", integrated);
    }

    try (SqliteLedger ledger = open()) {
      assertThat(ledger.attemptsAt("labs.a"))
          .containsExactly(
              new Attempt(
                  start("one", "labs.a"),
                  List.of(review),
                  List.of(smoke),
                  Optional.of(integrated),
                  Optional.of(NOON)));
    }
  }

  @Test
  void everyKindOfOutcomeIsReadBack() {
    Problem why = Problem.at("batch_core.tsv", 7, Code.L003, "because");
    List<Outcome> outcomes =
        List.of(
            new Outcome.Integrated("b", COMMIT),
            new Outcome.InPlace(),
            new Outcome.Failed(Step.TEST, why),
            new Outcome.Blocked(why),
            new Outcome.Skipped(why));
    try (SqliteLedger ledger = open()) {
      for (int i = 0; i < outcomes.size(); i++) {
        ledger.attemptStarted(start("id" + i, "labs.a"));
        ledger.attemptEnded("id" + i, outcomes.get(i));
      }

      assertThat(ledger.attemptsAt("labs.a"))
          .extracting(attempt -> attempt.outcome().orElseThrow())
          .containsExactlyElementsOf(outcomes);
    }
  }

  @Test
  void theFirstEndingOfAnAttemptCounts() {
    try (SqliteLedger ledger = open()) {
      ledger.attemptStarted(start("one", "labs.a"));
      ledger.attemptEnded("one", new Outcome.InPlace());
      ledger.attemptEnded("one", new Outcome.Skipped(Problem.of(Code.L004)));

      assertThat(ledger.attemptsAt("labs.a").getFirst().outcome()).contains(new Outcome.InPlace());
    }
  }

  @Test
  void attemptsWithoutAnEndingAreUnfinished() {
    try (SqliteLedger ledger = open()) {
      ledger.attemptStarted(start("ended", "labs.a"));
      ledger.attemptEnded("ended", new Outcome.InPlace());
      ledger.attemptStarted(start("killed", "labs.b"));

      assertThat(ledger.unfinished()).extracting(a -> a.start().id()).containsExactly("killed");
    }
  }

  @Test
  void theNewestAttemptOfEachModuleIsFound() {
    try (SqliteLedger ledger = open()) {
      ledger.attemptStarted(start("b1", "labs.b"));
      ledger.attemptStarted(start("a1", "labs.a"));
      ledger.attemptStarted(start("b2", "labs.b"));

      assertThat(ledger.lastOfEach()).extracting(a -> a.start().id()).containsExactly("a1", "b2");
      assertThat(ledger.newest(2)).extracting(a -> a.start().id()).containsExactly("b2", "a1");
    }
  }

  @Test
  void theLastPushOfABranchIsKnown() {
    try (SqliteLedger ledger = open()) {
      assertThat(ledger.lastPushed("b", "origin")).isEmpty();
      ledger.pushed("b", "origin", BASE);
      ledger.pushed("b", "origin", COMMIT);

      assertThat(ledger.lastPushed("b", "origin")).contains(COMMIT);
    }
  }

  /** A ferry may stall in the middle of a record; others must come to see that it holds a batch. */
  @Test
  void aLedgerOpensWhileAnotherHoldsTheWriteLock() throws SQLException {
    try (SqliteLedger ledger = open()) {
      ledger.attemptStarted(start("one", "labs.a"));
    }
    String url = "jdbc:sqlite:" + directory.resolve("ledger.db");
    try (Connection stalled = DriverManager.getConnection(url);
        Statement statement = stalled.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try (SqliteLedger ledger = open()) {
        assertThat(ledger.attemptsAt("labs.a")).hasSize(1);
      }
      statement.execute("ROLLBACK");
    }
  }

  @Test
  void twoLedgersOfOneFileSeeEachOther() {
    try (SqliteLedger one = open();
        SqliteLedger other = open()) {
      one.attemptStarted(start("one", "labs.a"));
      other.attemptStarted(start("two", "labs.b"));

      assertThat(one.newest(9)).hasSize(2).isEqualTo(other.newest(9));
    }
  }

  @Test
  void aDamagedLedgerIsSetAsideAndSaid() throws IOException {
    Files.writeString(directory.resolve("ledger.db"), "this is no database, it is a sentence\n");

    try (SqliteLedger ledger = open()) {
      ledger.attemptStarted(start("one", "labs.a"));
      assertThat(ledger.newest(9)).hasSize(1);
    }

    assertThat(told).extracting(Problem::code).containsExactly(Code.L001);
    assertThat(Path.of(told.getFirst().arguments().get(1)))
        .hasContent("this is no database, it is a sentence\n");
  }

  @Test
  void aLedgerOfALaterFerryIsLeftAlone() throws Exception {
    open().close();
    String url = "jdbc:sqlite:" + directory.resolve("ledger.db");
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version=99");
    }

    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(Code.L002));
  }

  @Test
  void whatWasAcknowledgedOutlivesAKilledProcess() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    for (int writer = 0; writer < KILLED_WRITERS; writer++) {
      acknowledged.addAll(writeAndKill("w" + writer + "-"));
    }

    try (SqliteLedger ledger = open()) {
      assertThat(ledger.newest(Integer.MAX_VALUE))
          .extracting(attempt -> attempt.start().id())
          .containsAll(acknowledged);
    }
    assertThat(told).isEmpty();
  }

  private List<String> writeAndKill(String prefix) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerWriter.class.getName(),
                directory.resolve("ledger.db").toString(),
                prefix)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = new ArrayList<>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      while (lines.size() < ACKNOWLEDGED) {
        lines.add(reader.readLine());
      }
      process.destroyForcibly().waitFor();
    }
    return lines;
  }
}
