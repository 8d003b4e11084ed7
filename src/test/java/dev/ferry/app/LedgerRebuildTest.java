package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger rebuilt from git, against the one that was lost. */
final class LedgerRebuildTest {
  @TempDir private Path directory;
  private CommandRun checkout;

  @BeforeEach
  void sample() {
    checkout =
        CommandRun.sample(directory)
            .file("core/berth.py", "PLACES = 4\n")
            .file("labs/rules.py", "LIMIT = 7\n")
            .file(
                "batches/batch_core.tsv",
                "labs.clock\tlabs/clock.py\tcore/clock.py\n"
                    + "labs.bell\tlabs/bell.py\tcore/bell.py\n"
                    + "labs.rules\tlabs/rules.py\tcore/berth/rules.py\n")
            .commit();
    assertThat(checkout.ferry("run", "--all").exit()).isZero();
  }

  /** What the log says of every module, without times, sessions and figures. */
  private List<String> known() {
    return checkout.ferry("log", "--json", "-n", "99").out().transform(LedgerRebuildTest::attempts);
  }

  private static List<String> attempts(String json) {
    return java.util.regex.Pattern.compile(
            "\"module\":\"([^\"]*)\".*?\"outcome\":(\\{[^}]*}|\"[^\"]*\"|null)")
        .matcher(json)
        .results()
        .map(match -> match.group(1) + " " + match.group(2))
        .sorted()
        .toList();
  }

  private void loseLedger() {
    for (String part : List.of("", "-wal", "-shm")) {
      try {
        Files.deleteIfExists(directory.resolve(".git/ferry/ledger.db" + part));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  @Test
  void theRebuiltLedgerSaysWhatTheLostOneSaid() {
    List<String> before = known();
    assertThat(before).hasSize(4);
    loseLedger();
    assertThat(known()).isEmpty();

    var ended = checkout.ferry("ledger", "rebuild");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo("4 integrated, 0 landed unattributed\n");
    assertThat(known()).isEqualTo(before);
    assertThat(checkout.ferry("show", "labs.rules").out())
        .contains("source   labs/rules.py\nto       core/berth/rules.py\n")
        .contains("PASS             schema")
        .contains("PASS             history");
    assertThat(checkout.ferry("show", "core.berth").out())
        .contains("source   core/berth.py\nto       core/berth/__init__.py\n");
    assertThat(checkout.ferry("status").out()).contains("done:  3  rem:  0");
  }

  @Test
  void theFormerLedgerIsComparedAndKept() throws IOException {
    var ended = checkout.ferry("ledger", "rebuild");

    assertThat(ended.err()).contains("the former ledger is kept as").doesNotContain("FRY-L");
    try (var files = Files.list(directory.resolve(".git/ferry"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("ledger.db.before-"));
    }
    checkout.git("branch", "-q", "-D", "feat/integrate-labs-bell");

    var again = checkout.ferry("ledger", "rebuild");

    assertThat(again.out()).isEqualTo("3 integrated, 0 landed unattributed\n");
    assertThat(again.err()).contains("warning[FRY-L031]").contains("labs.bell");
  }

  @Test
  void mergesAndSquashMergesAreAttributedAndOtherLandingsTold() {
    checkout.git("merge", "-q", "--no-ff", "-m", "Merge clock", "feat/integrate-labs-clock");
    checkout.git("merge", "-q", "--squash", "feat/integrate-labs-rules");
    checkout.git(
        "commit",
        "-q",
        "-m",
        "Rules (#7)\n\n* feat: rules\n\n  Ferry-Module: labs.rules\n  Ferry-Gates: schema PASS\n");
    checkout.git("mv", "labs/bell.py", "core/bell.py");
    checkout.git("commit", "-q", "-m", "Somebody moved the bell by hand");
    for (String name : List.of("clock", "bell", "rules")) {
      checkout.git("branch", "-q", "-D", "feat/integrate-labs-" + name);
    }
    loseLedger();

    var ended = checkout.ferry("ledger", "rebuild");

    assertThat(ended.out()).isEqualTo("3 integrated, 1 landed unattributed\n");
    assertThat(ended.err()).contains("FRY-L035").contains("labs.bell landed, unattributed");
    assertThat(checkout.ferry("show", "labs.rules").out())
        .contains("labs/rules.py")
        .contains("PASS             schema");
    assertThat(known()).hasSize(3).allMatch(line -> line.contains("integrated"));
  }

  @Test
  void aLandingThatWasRevertedIsNoneEvenWhereItsBranchStands() {
    checkout.git("merge", "-q", "--no-ff", "-m", "Merge clock", "feat/integrate-labs-clock");
    checkout.git("revert", "--no-edit", "-m", "1", "HEAD");

    var ended = checkout.ferry("ledger", "rebuild");

    assertThat(ended.out()).isEqualTo("3 integrated, 0 landed unattributed\n");
    assertThat(ended.err()).contains("FRY-L031").contains("labs.clock");
  }

  @Test
  void withoutAWordItSaysWhatThereIs() {
    var ended = checkout.ferry("ledger");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("rebuild");
  }

  @Test
  void asJson() {
    assertThat(checkout.ferry("ledger", "rebuild", "--json").out())
        .startsWith("{\"schema\":\"ferry.ledger/v1\",\"integrated\":[{\"module\":\"labs.clock\"");
  }
}
