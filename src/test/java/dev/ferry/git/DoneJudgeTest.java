package dev.ferry.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.git.DoneJudge.Question;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoneJudgeTest {
  @TempDir Path directory;
  private final Programs programs = new Programs();
  private UserRepository user;
  private DoneJudge judge;

  @BeforeEach
  void open() {
    user = UserRepository.create(directory.resolve("r"));
    user.file("labs/a.py", "a\n").file("labs/b.py", "b\n").file("labs/p/x.py", "x\n");
    user.file("top.py", "t\n").commit("base");
    judge = new DoneJudge(user.open(programs));
  }

  @AfterEach
  void endAll() {
    programs.close();
  }

  @Test
  void aSourceThatIsThereRemains() {
    assertThat(judged("labs/a.py", "core/a.py")).isEqualTo(new Done.Remaining());
    assertThat(judged("labs/p", "core/p")).isEqualTo(new Done.Remaining());
    assertThat(judged("top.py", "core/top.py")).isEqualTo(new Done.Remaining());
  }

  @Test
  void aRowInPlaceIsThereOrMissing() {
    assertThat(judged("labs/a.py", "labs/a.py")).isEqualTo(new Done.InPlace());
    assertThat(judged("labs/A.py", "labs/A.py")).isEqualTo(new Done.Missing());
  }

  @Test
  void neitherSourceNorDestinationIsMissing() {
    assertThat(judged("labs/zz.py", "core/zz.py")).isEqualTo(new Done.Missing());
    assertThat(judged("labs/a.py/x.py", "core/x.py")).isEqualTo(new Done.Missing());
  }

  @Test
  void aDestinationBesideItsSourceIsNotDone() {
    user.file("core/a.py", "a\n").commit("copied");
    assertThat(judged("labs/a.py", "core/a.py")).isEqualTo(new Done.Remaining());
  }

  @Test
  void aShimInThePlaceOfTheSourceDoesNotCount() {
    String mark = "# ferry-shim: labs.a -> core.a, remove after 2027-06-30\n";
    user.file("core/a.py", "a\n").file("labs/a.py", mark);
    user.file("core/p/x.py", "x\n").file("labs/p/x.py", mark).commit("with shims");
    assertThat(judged("labs/a.py", "core/a.py")).isEqualTo(new Done.Landed("main"));
    assertThat(judged("labs/p", "core/p")).isEqualTo(new Done.Landed("main"));
    user.file("labs/p/y.py", "y\n").commit("and something else");
    assertThat(judged("labs/p", "core/p")).isEqualTo(new Done.Remaining());
  }

  @Test
  void theModulesBranchHasIt() {
    moveOn("feat/integrate-a", "labs/a.py", "core/a.py");
    user.git("switch", "-q", "main");
    assertThat(judge("feat/integrate-a", "labs/a.py", "core/a.py"))
        .isEqualTo(new Done.OnBranch("feat/integrate-a", user.id("feat/integrate-a")));
    assertThat(judge("feat/other", "labs/a.py", "core/a.py")).isEqualTo(new Done.Remaining());
    user.git("branch", "feat/empty", "main");
    assertThat(judge("feat/empty", "labs/a.py", "core/a.py")).isEqualTo(new Done.Remaining());
  }

  @Test
  void theBaseHasItHoweverItCameThere() {
    moveOn("feat/integrate-p", "labs/p", "core/p");
    user.git("switch", "-q", "main");
    user.git("merge", "-q", "--squash", "feat/integrate-p");
    user.git(
        "commit", "-q", "-m", "Somebody's squash\n\n* feat: move\n\n  Ferry-Module: labs.p\n\nend");
    ObjectId squash = user.head();
    assertThat(judge("feat/integrate-p", "labs/p", "core/p")).isEqualTo(new Done.Landed("main"));
    assertThat(judge.attribute(squash, Set.of("labs.p", "labs.a")))
        .containsExactly(java.util.Map.entry("labs.p", squash));
  }

  @Test
  void aRevertedMoveRemains() {
    user.git("mv", "labs/a.py", "labs/moved.py");
    ObjectId moved = user.commit("move\n\nFerry-Module: labs.a");
    assertThat(judged("labs/a.py", "labs/moved.py")).isEqualTo(new Done.Landed("main"));
    user.git("revert", "--no-edit", moved.hex());
    assertThat(judged("labs/a.py", "labs/moved.py")).isEqualTo(new Done.Remaining());
  }

  @Test
  void aMergedBranchWhoseMoveWasRevertedSaysNothing() {
    moveOn("feat/integrate-a", "labs/a.py", "core/a.py");
    user.git("switch", "-q", "main");
    user.git("merge", "-q", "--no-ff", "-m", "merge", "feat/integrate-a");
    assertThat(judge("feat/integrate-a", "labs/a.py", "core/a.py"))
        .isEqualTo(new Done.Landed("main"));
    user.git("revert", "--no-edit", "-m", "1", "HEAD");
    assertThat(judge("feat/integrate-a", "labs/a.py", "core/a.py")).isEqualTo(new Done.Remaining());
  }

  @Test
  void theRemotesCopyOfTheBaseHasIt() {
    user.git("clone", "-q", "--bare", ".", "../remote.git");
    user.git("remote", "add", "origin", "../remote.git");
    user.git("fetch", "-q", "origin");
    user.git("branch", "-q", "--set-upstream-to=origin/main");
    moveOn("side", "labs/a.py", "core/a.py");
    user.git("push", "-q", "origin", "side:main");
    user.git("switch", "-q", "main");
    user.git("branch", "-D", "side");
    assertThat(judged("labs/a.py", "core/a.py"))
        .isEqualTo(new Done.Landed("refs/remotes/origin/main"));
  }

  @Test
  void aMissingBlobIsNoMissingFile() throws IOException {
    String id = user.id("HEAD:labs/a.py").hex();
    Files.delete(
        user.directory().resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
    user.file("core/a.py", "other\n");
    user.git("add", "core/a.py");
    user.git("commit", "-q", "-m", "copied");
    assertThat(judged("labs/a.py", "core/a.py")).isEqualTo(new Done.Remaining());
  }

  @Test
  void manyRowsAreJudgedInTheirOrder() {
    moveOn("m", "labs/a.py", "core/a.py");
    List<Done> done =
        judge.judge(
            user.open(programs).base("main"),
            List.of(
                new Question(new Move("x", "labs/b.py", "core/b.py"), "m"),
                new Question(new Move("x", "labs/a.py", "core/a.py"), "m"),
                new Question(new Move("x", "labs/b.py", "labs/b.py"), "m")));
    assertThat(done)
        .containsExactly(
            new Done.Remaining(), new Done.OnBranch("m", user.id("m")), new Done.InPlace());
  }

  private void moveOn(String branch, String source, String destination) {
    user.git("switch", "-q", "-c", branch);
    user.file("core/keep", "");
    user.git("mv", source, destination);
    user.commit("move\n\nFerry-Module: labs.p");
  }

  private Done judged(String source, String destination) {
    return judge("none", source, destination);
  }

  private Done judge(String branch, String source, String destination) {
    Base base = user.open(programs).base("main");
    return judge
        .judge(base, List.of(new Question(new Move("m", source, destination), branch)))
        .getFirst();
  }
}
