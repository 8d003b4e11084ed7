package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates that are asked for by hand. */
final class GateCommandTest {
  @TempDir private Path temporary;

  @Test
  void whoPicksGatesThatOnlyReadAsksForNoWitness() {
    CommandRun checkout = CommandRun.sample(temporary.resolve("checkout"));
    assertThat(checkout.ferry("next").exit()).isZero();
    checkout.with("FERRY_TESTS_WITNESS", "required");
    String branch = "feat/integrate-labs-clock";

    CommandRun.Ended all = checkout.ferry("gate", branch);
    CommandRun.Ended picked = checkout.ferry("gate", branch, "--only", "schema");

    assertThat(all.exit()).as(all.out() + all.err()).isEqualTo(10);
    assertThat(all.err()).contains("stopped by witness");
    assertThat(picked.exit()).as(picked.out() + picked.err()).isZero();
  }

  @Test
  void aGateThatDoesNotExistIsAMistakeInTheLine() {
    CommandRun checkout = CommandRun.sample(temporary.resolve("checkout"));

    CommandRun.Ended unknown = checkout.ferry("gate", "labs.clock", "--only", "lint");

    assertThat(unknown.exit()).as(unknown.out() + unknown.err()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("error[FRY-T027] there is no gate lint; there are: syntax, schema")
        .contains("fix: correct the name after --only");
  }

  @Test
  void whatAnApplicationServesIsAskedForWithTheGateThatReadsIt() {
    CommandRun checkout =
        CommandRun.sample(temporary.resolve("checkout"))
            .file("ferry.yaml", "application: {command: [no-such-program, \"{port}\"]}\n")
            .commit();

    CommandRun.Ended picked =
        checkout.ferry("gate", "labs.clock", "--only", "syntax", "--json", "--all");

    assertThat(picked.exit()).as(picked.out() + picked.err()).isEqualTo(10);
    assertThat(picked.out())
        .containsSubsequence(
            "\"gate\":\"syntax\",\"verdict\":\"PASS\"",
            "\"gate\":\"syntax-served\",\"verdict\":\"ERROR\"");
  }

  /** `ferry gc` throws logs away; what was changed is a row of the table of lies. */
  @Test
  void aLogThatIsGoneIsToldAndNotHeldAgainstTheCommit() throws IOException {
    CommandRun checkout =
        CommandRun.sample(temporary.resolve("checkout"))
            .file(
                "ferry.yaml",
                "gates: [schema, own]\ncommands:\n  - name: own\n    argv: [echo, 3 passed]\n")
            .commit();
    assertThat(checkout.ferry("next").exit()).isZero();
    String branch = "feat/integrate-labs-clock";
    String[] gate = {"gate", branch, "--only", "self-report", "--json"};
    CommandRun.Ended before = checkout.ferry(gate);
    assertThat(before.exit()).as(before.out() + before.err()).isZero();
    assertThat(before.out()).doesNotContain("T087");

    try (Stream<Path> logs = Files.walk(temporary.resolve("checkout/.git/ferry/logs"))) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        Files.delete(log);
      }
    }

    CommandRun.Ended after = checkout.ferry(gate);
    assertThat(after.exit()).as(after.out() + after.err()).isZero();
    assertThat(after.out()).contains("FRY-T087", "own.log");
    assertThat(checkout.git("log", "-1", "--format=%B", branch))
        .containsPattern("Ferry-Logs: sha256:");
  }
}
