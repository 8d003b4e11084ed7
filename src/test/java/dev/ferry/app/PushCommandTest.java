package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PushCommandTest {
  @TempDir private Path directory;
  private CommandRun checkout;
  private CommandRun remote;

  @BeforeEach
  void sample() {
    checkout = CommandRun.sample(directory.resolve("checkout"));
    remote = CommandRun.directory(directory.resolve("remote.git"));
    remote.git("init", "-q", "--bare");
    checkout.git("remote", "add", "origin", directory.resolve("remote.git").toString());
  }

  @Test
  void whatWasIntegratedIsPushedOnceInTheOrderOfTheBatch() {
    checkout.ferry("run", "--all");

    var ended = checkout.ferry("push");

    assertThat(ended.exit()).isZero();
    assertThat(ended.out())
        .isEqualTo("PR READY: feat/integrate-labs-clock\nPR READY: feat/integrate-labs-bell\n");
    assertThat(remoteCommit("feat/integrate-labs-clock"))
        .isEqualTo(checkout.git("rev-parse", "feat/integrate-labs-clock"));
    assertThat(checkout.ferry("push").exit()).isEqualTo(3);
    assertThat(checkout.ferry("push", "--all").out().lines()).hasSize(2);
  }

  @Test
  void whatABranchStandsOnIsPushedBeforeIt() {
    checkout
        .file("core/rules.py", "GAP = 1\n")
        .file("labs/rules/__init__.py", "")
        .file("labs/rules/limits.py", "LIMIT = 2\n")
        .file(
            "batches/batch_core.tsv",
            "labs.rules.limits\tlabs/rules/limits.py\tcore/rules/limits.py\n")
        .commit();
    checkout.ferry("run", "--all");

    assertThat(checkout.ferry("push", "labs.rules.limits").out())
        .isEqualTo(
            "PR READY: feat/integrate-core-rules\nPR READY: feat/integrate-labs-rules-limits\n");
  }

  @Test
  void whatIsNotIntegratedIsToldAndTheRestIsPushed() {
    checkout.ferry("next");

    var ended = checkout.ferry("push", "labs.clock", "labs.bell", "labs.typo");

    assertThat(ended.exit()).isEqualTo(5);
    assertThat(ended.out()).isEqualTo("PR READY: feat/integrate-labs-clock\n");
    assertThat(ended.err()).contains("error[FRY-R036] labs.bell").contains("error[FRY-R032]");
  }

  @Test
  void nothingIntegratedIsNothingToPush() {
    assertThat(checkout.ferry("push").exit()).isEqualTo(3);
  }

  @Test
  void aMissingRemoteEndsItAtTheFirstBranch() {
    checkout.ferry("run", "--all");

    var ended = checkout.ferry("push", "--remote", "elsewhere");

    assertThat(ended.exit()).isEqualTo(14);
    assertThat(ended.err()).containsOnlyOnce("error[FRY-P001]").contains("1 more was not tried");
  }

  @Test
  void aRemoteThatIsGoneIsTheEnvironmentsFault() {
    checkout.ferry("next");
    checkout.git("remote", "set-url", "origin", directory.resolve("gone.git").toString());

    var ended = checkout.ferry("push");

    assertThat(ended.exit()).isEqualTo(14);
    assertThat(ended.err()).contains("error[FRY-P004]");
  }

  @Test
  void aBranchThatTheRemoteHasOtherwiseIsRefusedAndTheOthersArePushed() {
    checkout.ferry("run", "--all");
    String other = checkout.git("commit-tree", "-m", "other", "main^{tree}").strip();
    checkout.git("push", "-q", "origin", other + ":refs/heads/feat/integrate-labs-clock");

    var ended = checkout.ferry("push");

    assertThat(ended.exit()).isEqualTo(5);
    assertThat(ended.out()).isEqualTo("PR READY: feat/integrate-labs-bell\n");
    assertThat(ended.err()).contains("error[FRY-P002]");
    assertThat(remoteCommit("feat/integrate-labs-clock").strip()).isEqualTo(other);
  }

  @Test
  void theUpstreamIsSetOnRequestAndTheCheckoutStaysAsItIs() {
    checkout.ferry("next");
    String head = checkout.git("rev-parse", "--symbolic-full-name", "HEAD");

    checkout.ferry("push", "--set-upstream");

    assertThat(checkout.git("config", "branch.feat/integrate-labs-clock.remote").strip())
        .isEqualTo("origin");
    assertThat(checkout.git("rev-parse", "--symbolic-full-name", "HEAD")).isEqualTo(head);
    assertThat(checkout.git("status", "--porcelain")).isEmpty();
  }

  private String remoteCommit(String branch) {
    return remote.git("rev-parse", "refs/heads/" + branch);
  }
}
