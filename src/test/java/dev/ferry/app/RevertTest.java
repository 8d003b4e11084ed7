package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that are taken back: from their branch, or from the base. */
final class RevertTest {
  private static final String CLOCK = "feat/integrate-labs-clock";

  @TempDir private Path temporary;
  private CommandRun checkout;
  private Path top;

  @BeforeEach
  void twoIntegratedModules() {
    top = temporary.resolve("checkout");
    checkout =
        CommandRun.sample(top)
            .file("app.py", "from labs.clock import now\n\nNOW = now()\n")
            .file("ferry.yaml", "gates: [schema, leftovers, history, scope, self-report]\n")
            .commit();
    assertThat(checkout.ferry("run").exit()).isZero();
  }

  private CommandRun.Ended revertClock() {
    return checkout.ferry("revert", "labs.clock", "--why", "breaks the\nmorning run");
  }

  private boolean hasBranch(String name) {
    return !checkout.git("branch", "--list", name).isEmpty();
  }

  private void land() {
    checkout.git("merge", "-q", "--no-ff", "-m", "Merge clock", CLOCK);
  }

  private void loseLedger() {
    for (String part : List.of("", "-wal", "-shm")) {
      try {
        Files.deleteIfExists(top.resolve(".git/ferry/ledger.db" + part));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  @Test
  void anUnpublishedBranchIsWithdrawnAndTheModuleHeldBack() {
    String tip = checkout.git("rev-parse", CLOCK).strip();

    var ended = revertClock();

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("the branch " + CLOCK + " is withdrawn");
    assertThat(ended.err()).contains(tip);
    assertThat(hasBranch(CLOCK)).isFalse();
    assertThat(hasBranch("feat/integrate-labs-bell")).isTrue();
    var status = checkout.ferry("status");
    assertThat(status.out()).contains("done:  1  rem:  1  next:\n");
    assertThat(status.err()).contains("FRY-R065").contains("breaks the morning run");
    var run = checkout.ferry("run");
    assertThat(run.exit()).isEqualTo(5);
    assertThat(hasBranch(CLOCK)).isFalse();
    assertThat(checkout.ferry("show", "labs.clock").out())
        .contains("reverted  breaks the morning run");

    assertThat(checkout.ferry("retry", "labs.clock").exit()).isZero();
    assertThat(hasBranch(CLOCK)).isTrue();
    assertThat(checkout.ferry("status").err()).isEmpty();
  }

  @Test
  void gitAloneKnowsAWithdrawnBranch() {
    String tip = checkout.git("rev-parse", CLOCK).strip();
    assertThat(revertClock().exit()).isZero();
    String before = checkout.ferry("status").err();
    loseLedger();

    var lost = checkout.ferry("run");
    assertThat(lost.exit()).as(lost.err()).isEqualTo(5);
    assertThat(hasBranch(CLOCK)).isFalse();
    loseLedger();
    assertThat(checkout.ferry("ledger", "rebuild").exit()).isZero();

    assertThat(before).contains("labs.clock was reverted");
    assertThat(checkout.ferry("status").err()).isEqualTo(before);
    assertThat(checkout.ferry("show", "labs.clock").out())
        .contains("reverted  breaks the morning run");
    checkout.git("gc", "-q", "--prune=now");
    assertThat(checkout.git("cat-file", "-t", tip)).isEqualTo("commit\n");

    assertThat(checkout.ferry("retry", "labs.clock").exit()).isZero();
    checkout.git("branch", "-q", "-D", CLOCK);
    loseLedger();
    assertThat(checkout.ferry("status").err()).isEmpty();
  }

  @Test
  void aBranchThatSomebodyCommittedOnStays() {
    checkout.git("checkout", "-q", CLOCK);
    var checkedOut = revertClock();
    checkout.file("core/more.py", "").git("add", "-A");
    checkout.git("commit", "-q", "-m", "more");
    checkout.git("checkout", "-q", "main");

    var committed = revertClock();

    assertThat(checkedOut.exit()).isEqualTo(14);
    assertThat(checkedOut.err()).contains("FRY-G012");
    assertThat(committed.exit()).isEqualTo(13);
    assertThat(committed.err()).contains("FRY-R073");
    assertThat(hasBranch(CLOCK)).isTrue();
    loseLedger();
    assertThat(revertClock().err()).contains("FRY-R073");
  }

  @Test
  void aBranchIsKnownByItsReportWhereTheLedgerIsLost() {
    loseLedger();

    assertThat(revertClock().exit()).isZero();

    assertThat(hasBranch(CLOCK)).isFalse();
  }

  @Test
  void aBranchThatOthersStandOnStays() {
    checkout.git("branch", "somebody", CLOCK);

    var ended = revertClock();

    assertThat(ended.exit()).isEqualTo(13);
    assertThat(ended.err()).contains("FRY-R072").contains("somebody");
    assertThat(hasBranch(CLOCK)).isTrue();
  }

  @Test
  void aPushedBranchStaysUntilTheRemoteHasItNoMore() {
    CommandRun.repository(temporary.resolve("remote")).git("config", "core.bare", "true");
    checkout.git("remote", "add", "origin", temporary.resolve("remote").toString());
    assertThat(checkout.ferry("push", "labs.clock").exit()).isZero();

    var pushed = revertClock();
    checkout.git("remote", "set-url", "origin", temporary.resolve("nowhere").toString());
    var unknown = revertClock();
    checkout.git("remote", "set-url", "origin", temporary.resolve("remote").toString());
    checkout.git("push", "-q", "origin", "--delete", CLOCK);
    var deleted = revertClock();

    assertThat(pushed.exit()).isEqualTo(13);
    assertThat(pushed.err()).contains("FRY-R071").contains("git push origin --delete " + CLOCK);
    assertThat(unknown.exit()).isEqualTo(14);
    assertThat(unknown.err()).contains("FRY-R074");
    assertThat(deleted.exit()).as(deleted.err()).isZero();
    assertThat(hasBranch(CLOCK)).isFalse();
  }

  @Test
  void aLandedModuleIsMovedBackWithWhatWasWrittenSince() {
    land();
    checkout
        .file("core/clock.py", "def now():\n    return 0\n\n\ndef later():\n    return 1\n")
        .file("late.py", "import core.clock\n\nLATER = core.clock.later()\n")
        .commit();

    var ended = revertClock();

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("labs.clock moves back by ferry/revert-labs-clock, commit ");
    assertThat(checkout.git("show", "ferry/revert-labs-clock:labs/clock.py")).contains("later()");
    assertThat(checkout.git("show", "ferry/revert-labs-clock:late.py"))
        .isEqualTo("import labs.clock\n\nLATER = labs.clock.later()\n");
    assertThat(checkout.git("show", "ferry/revert-labs-clock:app.py"))
        .contains("from labs.clock import now");
    assertThat(checkout.git("log", "-1", "--format=%B", "ferry/revert-labs-clock"))
        .startsWith("revert(integration): move core.clock back to labs/clock.py\n\nbreaks the")
        .contains("\nFerry-Reverts: labs.clock\nFerry-Why: breaks the morning run\n")
        .doesNotContain("Ferry-Module");
    assertThat(checkout.ferry("status").out()).contains("done:  2  rem:  0");
    assertThat(hasBranch(CLOCK)).isFalse();
  }

  @Test
  void oneThatWasMovedBackRemainsAndIsMovedAgainOnlyByName() {
    land();
    assertThat(revertClock().exit()).isZero();
    checkout.git("merge", "-q", "--no-ff", "-m", "Take it back", "ferry/revert-labs-clock");

    assertThat(checkout.ferry("status").out()).contains("done:  1  rem:  1  next:\n");
    assertThat(checkout.ferry("run").exit()).isEqualTo(5);
    var retry = checkout.ferry("retry", "labs.clock");

    assertThat(retry.exit()).as(retry.err()).isZero();
    checkout.git("merge", "-q", "--no-ff", "-m", "Merge clock again", CLOCK);
    assertThat(checkout.ferry("run").out()).contains("labs.clock  main");
  }

  @Test
  void theRebuiltLedgerKnowsWhatWasTakenBack() {
    land();
    assertThat(revertClock().exit()).isZero();
    checkout.git("merge", "-q", "--no-ff", "-m", "Take it back", "ferry/revert-labs-clock");

    var compared = checkout.ferry("ledger", "rebuild");
    loseLedger();
    var rebuilt = checkout.ferry("ledger", "rebuild");

    assertThat(compared.err()).doesNotContain("FRY-L");
    assertThat(rebuilt.out()).isEqualTo("1 integrated, 0 landed unattributed\n");
    assertThat(checkout.ferry("status").err())
        .contains("labs.clock was reverted and is left out: breaks the morning run");
  }

  @Test
  void aMoveBackIsToldToProgramsToo() {
    land();

    var moved = checkout.ferry("revert", "labs.clock", "--why", "breaks it", "--json");
    var refused = checkout.ferry("revert", "labs.none", "--why", "breaks it", "--json");

    assertThat(moved.exit()).as(moved.err()).isZero();
    assertThat(moved.out())
        .startsWith(
            "{\"schema\":\"ferry.revert/v1\",\"module\":\"labs.clock\","
                + "\"result\":\"moves back\",\"why\":\"breaks it\","
                + "\"branch\":\"ferry/revert-labs-clock\"")
        .contains("\"former\":null");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void whoMovesItAgainByHandIsNotTakenForFerry() {
    land();
    assertThat(revertClock().exit()).isZero();
    checkout.git("merge", "-q", "--no-ff", "-m", "Take it back", "ferry/revert-labs-clock");
    checkout.git("mv", "labs/clock.py", "core/clock.py");
    checkout.git("commit", "-q", "-m", "Move the clock by hand");

    var rebuilt = checkout.ferry("ledger", "rebuild");

    assertThat(rebuilt.out()).isEqualTo("1 integrated, 1 landed unattributed\n");
    assertThat(rebuilt.err()).contains("labs.clock landed, unattributed");
  }

  @Test
  void aGateStopsARevertThatBreaksSomething() {
    land();
    checkout.file(".circleci/steps", "python core/clock.py\n").commit();

    var ended = revertClock();

    assertThat(ended.exit()).isEqualTo(10);
    assertThat(ended.err()).contains("FRY-R075").contains("ferry show core.clock");
    assertThat(hasBranch("ferry/revert-labs-clock")).isFalse();
    assertThat(hasBranch(CLOCK)).isTrue();
    assertThat(checkout.ferry("show", "core.clock").out()).contains(".circleci/steps");
  }

  @Test
  void shimsMakeWayForTheModule() {
    checkout.file("ferry.yaml", checkout.read("ferry.yaml") + "shim: 2099-01-01\n").commit();
    checkout.git("branch", "-q", "-D", CLOCK);
    var retry = checkout.ferry("retry", "labs.clock");
    assertThat(retry.exit()).as(retry.err()).isZero();
    land();
    assertThat(checkout.read("labs/clock.py")).contains("ferry-shim");

    var ended = revertClock();

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(checkout.git("show", "ferry/revert-labs-clock:labs/clock.py"))
        .isEqualTo("def now():\n    return 0\n");
  }

  @Test
  void whatWasNotIntegratedCannotBeReverted() {
    checkout.git("branch", "-q", "-D", CLOCK);

    assertThat(revertClock().exit()).isEqualTo(3);
    assertThat(checkout.ferry("revert", "labs.clock").exit()).isEqualTo(2);
    assertThat(checkout.ferry("revert", "labs.none", "--why", "x").exit()).isEqualTo(2);
    assertThat(checkout.ferry("run").err()).doesNotContain("FRY-R030");
    assertThat(hasBranch(CLOCK)).isTrue();
  }
}
