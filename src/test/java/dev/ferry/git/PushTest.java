package dev.ferry.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PushTest {
  @TempDir Path directory;
  private final Programs programs = new Programs();
  private UserRepository user;
  private UserRepository remote;
  private ObjectId commit;

  @BeforeEach
  void open() {
    user = UserRepository.create(directory.resolve("r"));
    user.file("a.py", "a\n").commit("base");
    user.git("clone", "-q", "--bare", ".", "../remote.git");
    remote = UserRepository.at(directory.resolve("remote.git"));
    user.git("remote", "add", "origin", remote.directory().toString());
    user.git("switch", "-q", "-c", "topic");
    commit = user.file("b.py", "b\n").commit("topic");
    user.git("switch", "-q", "main");
  }

  @AfterEach
  void endAll() {
    programs.close();
  }

  @Test
  void theBranchArrivesAndTheCheckoutIsNotTouched() {
    user.file("a.py", "dirty\n");
    Map<String, String> before = user.untouchables();
    assertThat(push("origin", "topic", false)).isEqualTo(new PushResult.Pushed("topic", commit));
    assertThat(remote.id("topic")).isEqualTo(commit);
    assertThat(user.untouchables()).isEqualTo(before);
    assertThat(push("origin", "topic", false)).isEqualTo(new PushResult.UpToDate("topic", commit));
  }

  @Test
  void theUpstreamIsSetOnRequestOnly() {
    push("origin", "topic", false);
    assertThat(user.run("rev-parse", "topic@{upstream}").exit()).isNotZero();
    push("origin", "topic", true);
    assertThat(user.git("rev-parse", "--abbrev-ref", "topic@{upstream}").strip())
        .isEqualTo("origin/topic");
  }

  @Test
  void aRemoteBranchIsNeverOverwritten() {
    remote.git("branch", "topic", "main");
    push("origin", "topic", false);
    assertThat(remote.id("topic")).as("fast-forwarded").isEqualTo(commit);
    user.git("branch", "-f", "topic", "main");
    assertRefused(push("origin", "topic", false), Code.P002);
    assertThat(remote.id("topic")).isEqualTo(commit);
  }

  @Test
  void aBranchThatWasMadeAnewReplacesExactlyWhatWasGivenLast() {
    push("origin", "topic", false);
    user.git("switch", "-q", "topic");
    user.git("reset", "-q", "--hard", "main");
    ObjectId anew = user.file("b.py", "anew\n").commit("topic, anew");
    user.git("switch", "-q", "main");
    Push push = new Push(user.open(programs), Duration.ofSeconds(30));

    assertRefused(push.push("origin", "topic", Optional.of(anew), false), Code.G050);
    assertThat(remote.id("topic")).isEqualTo(commit);
    assertThat(push.push("origin", "topic", Optional.of(commit), false))
        .isEqualTo(new PushResult.Pushed("topic", anew));
    assertThat(remote.id("topic")).isEqualTo(anew);
  }

  @Test
  void aRuleOfTheRemoteIsTold() throws IOException {
    Path hook = remote.directory().resolve("hooks/pre-receive");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\necho no >&2; exit 1\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    assertRefused(push("origin", "topic", false), Code.P002);
  }

  @Test
  void unknownRemotesAndBranchesAreTold() {
    assertRefused(push("nowhere", "topic", false), Code.P001);
    assertRefused(push("--upload-pack=touch x", "topic", false), Code.P001);
    assertRefused(push("origin", "no-such", false), Code.G006);
  }

  @Test
  void anUnreachableRemoteIsToldWithoutItsPassword() {
    user.git("remote", "add", "far", "https://ada:s3cret@localhost:1/x.git");
    PushResult result = push("far", "topic", false);
    assertRefused(result, Code.P004);
    assertThat(result.toString()).doesNotContain("s3cret");
  }

  @Test
  void otherProtocolsAreNotSpoken() {
    Path canary = directory.resolve("canary");
    user.git("remote", "add", "evil", "ext::touch " + canary);
    assertRefused(push("evil", "topic", false), Code.P004);
    assertThat(canary).doesNotExist();
  }

  @Test
  void aLostAnswerIsAskedFor() throws IOException {
    // a git that does what it was told, and dies before it says so
    String real = "/usr/bin/git";
    assertThat(Path.of(real)).exists();
    Path bin = Files.createDirectories(directory.resolve("bin"));
    Path wrapper = bin.resolve("git");
    Files.writeString(
        wrapper,
        "#!/bin/sh\nfor a in \"$@\"; do [ \"$a\" = push ] && { "
            + real
            + " \"$@\" >/dev/null 2>&1; exit 137; }; done\nexec "
            + real
            + " \"$@\"\n");
    assertThat(wrapper.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment = new TreeMap<>(UserRepository.ENVIRONMENT);
    environment.put("PATH", bin + ":" + environment.get("PATH"));
    Repository repository = Repository.open(new Git(programs, environment), user.directory());
    Push push = new Push(repository, Duration.ofSeconds(30));
    assertThat(push.push("origin", "topic", Optional.empty(), false))
        .isEqualTo(new PushResult.Pushed("topic", commit));
    user.git("remote", "set-url", "--push", "origin", directory.resolve("gone").toString());
    user.git("remote", "set-url", "origin", directory.resolve("gone").toString());
    assertRefused(push.push("origin", "topic", Optional.empty(), false), Code.P004);
  }

  private PushResult push(String to, String branch, boolean setUpstream) {
    return new Push(user.open(programs), Duration.ofSeconds(30))
        .push(to, branch, Optional.empty(), setUpstream);
  }

  private static void assertRefused(PushResult result, Code code) {
    assertThat(result)
        .isInstanceOfSatisfying(
            PushResult.Refused.class, refused -> assertThat(refused.why().code()).isEqualTo(code));
  }
}
