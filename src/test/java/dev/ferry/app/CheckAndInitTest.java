package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckAndInitTest {
  @TempDir private Path directory;
  private CommandRun checkout;

  @BeforeEach
  void sample() {
    checkout = CommandRun.sample(directory);
  }

  @Test
  void batchesWithoutProblemsPass() {
    var ended = checkout.ferry("check");

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).isEqualTo("1 batch, 2 rows: no problems\n");
  }

  @Test
  void everyProblemOfEveryRowIsToldAtOnceWithItsMend() {
    checkout.file(
        "batches/batch_core.tsv",
        "labs.clock\tlabs/CLOCK.py\tcore/class/clock.py\n"
            + "labs.bell\t/etc/bell.py\tcore/bell.py\n"
            + "labs.bell\tlabs/bell.py\n");

    var ended = checkout.ferry("check");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.out())
        .contains(
            "error[FRY-B004] batches/batch_core.tsv:1: source labs/CLOCK.py does not exist;"
                + " labs/clock.py differs only in case\n  fix: ")
        .contains("error[FRY-B022] batches/batch_core.tsv:1: ")
        .contains("error[FRY-B014] batches/batch_core.tsv:2: ")
        .contains("error[FRY-B010] batches/batch_core.tsv:3: ");
    assertThat(ended.err()).isEqualTo("1 batch, 1 row: 4 errors\n");
  }

  @Test
  void rowsAreJudgedByTheBaseAndNotByTheCheckout() {
    checkout.git("rm", "-q", "--cached", "labs/clock.py");
    checkout.git("commit", "-q", "-m", "without the clock");

    assertThat(checkout.ferry("check").out()).contains("source labs/clock.py does not exist");
  }

  @Test
  void whatIsWrongWithTheRepositoryDoesNotHideWhatIsWrongWithTheRows() {
    CommandRun empty =
        CommandRun.repository(directory.resolve("empty")).file("batches/a.tsv", "a\tb\n");

    var ended = empty.ferry("check");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.out()).contains("error[FRY-B010]").contains("error[FRY-G005]");
  }

  @Test
  void fixWritesTheTidyFormOnceAndSaysWhatItChanged() {
    checkout.file(
        "batches/batch_core.tsv",
        "labs.clock\tlabs//clock.py\tcore/./clock.py\r\n\n"
            + "labs.clock\tlabs/clock.py\tcore/clock.py");

    var ended = checkout.ferry("check", "--fix");

    assertThat(ended.exit()).isZero();
    assertThat(checkout.read("batches/batch_core.tsv"))
        .isEqualTo("labs.clock\tlabs/clock.py\tcore/clock.py\n");
    assertThat(ended.err())
        .contains("note[FRY-B070]")
        .contains("note[FRY-B071]")
        .contains("changes");
    assertThat(checkout.ferry("check", "--fix").err()).contains("nothing to mend");
  }

  @Test
  void problemsForProgramsAreOneDocument() {
    checkout.file("batches/batch_core.tsv", "labs.x\tlabs/x.py\tcore/x.py\n");

    var ended = checkout.ferry("check", "--json");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.out())
        .startsWith("{\"schema\":\"ferry.problems/v1\",\"problems\":[{\"code\":\"FRY-B004\"")
        .endsWith("\"omitted\":0}\n");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void initNeverWritesOverAConfiguration() {
    var ended = checkout.ferry("init");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("error[FRY-U020]").contains("--force");
    assertThat(checkout.read("ferry.yaml")).isEqualTo("gates: [schema, history]\n");
  }

  @Test
  void initWritesAConfigurationThatSaysNothingUntilItIsEdited() {
    assertThat(checkout.ferry("init", "--force").exit()).isZero();

    assertThat(checkout.read("ferry.yaml").lines())
        .allMatch(line -> line.isEmpty() || line.startsWith("#"));
    assertThat(checkout.ferry("status").exit()).isZero();
  }

  @Test
  void initSetsWhatItFindsToBeOtherThanTheDefaults() {
    CommandRun other =
        CommandRun.repository(directory.resolve("other"))
            .file("batch_core.tsv", "a.b\ta/b.py\tc/b.py\n")
            .file("a/b.py", "")
            .commit();
    other.git("branch", "-m", "main", "master");

    assertThat(other.ferry("init").exit()).isZero();

    assertThat(other.read("ferry.yaml"))
        .contains("\nbatches: [batch_*.tsv]\n")
        .contains("\nbase: master\n");
    assertThat(other.ferry("check").exit()).isZero();
  }

  @Test
  void initWritesTheMakefileTargetsOnce() {
    checkout.file("Makefile", "all:\n\techo all\n");
    assertThat(checkout.ferry("init", "--makefile").exit()).isZero();
    String once = checkout.read("Makefile");

    assertThat(once)
        .startsWith("all:\n\techo all\n")
        .contains("\nbatch-next-core: ")
        .contains("\t@ferry next --batch batches/batch_core.tsv\n");
    assertThat(checkout.ferry("init", "--makefile").err()).contains("already");
    assertThat(checkout.read("Makefile")).isEqualTo(once);
  }

  @Test
  void aRepositoryWithoutACheckoutHasNoPlaceForAConfiguration() {
    checkout.git("clone", "-q", "--bare", ".", "bare.git");

    var ended = CommandRun.directory(directory.resolve("bare.git")).ferry("init");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("error[FRY-U022]");
  }
}
