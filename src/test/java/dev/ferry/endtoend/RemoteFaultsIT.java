package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.endtoend.BuiltFerry.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F7: a remote that hangs, rejects, or takes a push and is not heard of again. */
final class RemoteFaultsIT {
  private static final List<String> BRANCHES =
      List.of(
          "feat/integrate-core-berth",
          "feat/integrate-labs-clock",
          "feat/integrate-labs-pricing",
          "feat/integrate-labs-rules");

  @TempDir private Path temporary;
  private Harbor harbor;
  private RealRepository remote;
  private String user;
  private Map<String, String> trees;

  @BeforeEach
  void publishHere() {
    harbor = Harbor.at(temporary.resolve("harbor"));
    remote = RealRepository.in(temporary.resolve("remote.git"));
    RealRepository here = harbor.repository();
    here.file("ferry.yaml", "gates: [syntax, schema]", "limits: {step: 5s}").commit("quick");
    here.git("clone", "-q", "--bare", ".", remote.root().toString());
    here.git("remote", "add", "origin", remote.root().toString());
    Ended ended = BuiltFerry.in(harbor.root()).run("run", "--all", "--keep-going");
    assertThat(ended.exit()).as(ended.all()).isEqualTo(5);
    user = harbor.userState();
    trees = harbor.trees();
    assertThat(trees.keySet()).containsExactlyElementsOf(BRANCHES);
  }

  private void hook(String name, String script) {
    remote.script("hooks/" + name, "#!/bin/sh", script);
  }

  private Ended push() {
    return BuiltFerry.in(harbor.root()).run("push");
  }

  /** What ferry pushed, as the remote has it. */
  private Map<String, String> remoteTrees() {
    Map<String, String> there = new TreeMap<>();
    for (String branch : remote.branches()) {
      if (!branch.equals("main")) {
        there.put(branch, remote.git("rev-parse", branch + "^{tree}").strip());
      }
    }
    return there;
  }

  private void assertNothingElseChanged(Ended ended) {
    assertThat(harbor.userState()).as(ended.all()).isEqualTo(user);
    assertThat(harbor.trees()).as(ended.all()).isEqualTo(trees);
    assertThat(harbor.gitLocks()).as(ended.all()).isEmpty();
    assertThat(harbor.sessions()).as(ended.all()).isEmpty();
    assertThat(harbor.processes()).as(ended.all()).isEmpty();
    assertThat(ended.err()).doesNotContain("\tat ");
  }

  private void assertConverges() throws IOException {
    // a slow machine has all the time there is
    harbor.repository().file("ferry.yaml", "gates: [syntax, schema]");
    user = harbor.userState();
    Ended again = push();
    assertThat(again.exit()).as(again.all()).isIn(0, 3);
    assertThat(remoteTrees()).as(again.all()).isEqualTo(trees);
    for (String branch : BRANCHES) {
      assertThat(remote.git("rev-parse", branch))
          .isEqualTo(harbor.repository().git("rev-parse", branch));
    }
    assertNothingElseChanged(again);
    assertThat(BuiltFerry.in(harbor.root()).run("status").out()).startsWith(Harbor.STATUS);
    remote.git("fsck", "--no-dangling", "--strict");
  }

  @Test
  void oneThatRejectsIsToldAndAskedAgain() throws IOException {
    hook("pre-receive", "echo 'not on a Friday' >&2; exit 1");

    Ended refused = push();

    assertThat(refused.exit()).as(refused.all()).isNotZero();
    assertThat(refused.err()).contains("error[FRY-P").contains("not on a Friday");
    assertThat(remoteTrees()).isEmpty();
    assertNothingElseChanged(refused);
    Files.delete(remote.root().resolve("hooks/pre-receive"));
    assertConverges();
  }

  @Test
  void oneThatHangsIsLeftAfterItsTime() throws Exception {
    Path held = Files.createFile(temporary.resolve("held"));
    hook("pre-receive", "while [ -e '" + held + "' ]; do sleep 0.2; done; exit 1");

    Ended late = push();

    assertThat(late.exit()).as(late.all()).isNotZero();
    assertThat(late.err()).as(late.all()).contains("error[FRY-P").contains("no answer within 5 s");
    assertThat(remoteTrees()).as(late.all()).isEmpty();
    Files.delete(held);
    Waiting.until("the remote to let go", () -> harbor.processes().isEmpty());
    assertNothingElseChanged(late);
    Files.delete(remote.root().resolve("hooks/pre-receive"));
    assertConverges();
  }

  /** The refs are written, then nothing more is heard: the truth is asked for. */
  @Test
  void oneWhoseAnswerIsLostHasWhatItWasGiven() throws Exception {
    Path held = Files.createFile(temporary.resolve("held"));
    hook("post-receive", "while [ -e '" + held + "' ]; do sleep 0.2; done");

    Ended pushed = push();

    assertThat(pushed.exit()).as(pushed.all()).isZero();
    for (String branch : BRANCHES) {
      assertThat(pushed.out()).as(pushed.all()).contains("PR READY: " + branch);
    }
    assertThat(remoteTrees()).as(pushed.all()).isEqualTo(trees);
    Files.delete(held);
    Waiting.until("the remote to let go", () -> harbor.processes().isEmpty());
    assertNothingElseChanged(pushed);
    Files.delete(remote.root().resolve("hooks/post-receive"));
    assertConverges();
  }
}
