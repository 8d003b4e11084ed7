package dev.ferry.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeChange;
import dev.ferry.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PublicationTest {
  private static final Identity ADA = new Identity("Ada Example", "ada@example.org");
  private static final String BRANCH = "feat/integrate-a";

  @TempDir Path directory;
  private final Programs programs = new Programs();
  private UserRepository user;
  private ObjectId base;
  private FerryClone clone;
  private Candidate candidate;

  @BeforeEach
  void build() {
    user = UserRepository.create(directory.resolve("r"));
    base = user.file("a.py", "a = 1\n").file("d/b.py", "b = 1\n").commit("base");
    open();
  }

  private void open() {
    clone = FerryClone.open(user.open(programs), FerryClone.USUAL_FILTERS);
    candidate = candidateOn(base, "core/a.py");
  }

  @AfterEach
  void endAll() {
    programs.close();
  }

  @Test
  void theBranchHoldsTheCandidateWithAllItsObjects() {
    assertThat(publish(BRANCH)).isEqualTo(new Published.Written(BRANCH, candidate.commit()));
    Deletion.of(clone.directory());
    assertThat(user.id(BRANCH)).isEqualTo(candidate.commit());
    assertThat(user.git("show", BRANCH + ":core/a.py")).isEqualTo("a = 1\n");
    assertThat(user.git("fsck", "--strict")).doesNotContain("missing").doesNotContain("error");
    assertThat(user.git("log", "--follow", "--format=%s", BRANCH, "--", "core/a.py").lines())
        .containsExactly("move", "base");
  }

  @Test
  void nothingElseOfADirtyRepositoryChanges() {
    user.file("d/b.py", "stashed\n");
    user.git("stash", "push", "-q");
    user.file("a.py", "staged\n");
    user.git("add", "a.py");
    user.file("d/b.py", "not staged\n").file("untracked", "u");
    Map<String, String> before = user.untouchables();
    String refs = user.git("for-each-ref");
    publish(BRANCH);
    assertThat(user.untouchables()).isEqualTo(before);
    assertThat(user.git("for-each-ref").replaceAll("(?m)^.*" + BRANCH + "\n", "")).isEqualTo(refs);
  }

  @Test
  void publishingAgainFindsItThere() {
    publish(BRANCH);
    assertThat(publish(BRANCH)).isEqualTo(new Published.AlreadyThere(BRANCH, candidate.commit()));
    Candidate later =
        new CandidateBuilder(clone, Clock.offset(Clock.systemUTC(), java.time.Duration.ofDays(1)))
            .build(base, move("core/a.py"), "move", ADA, ADA);
    assertThat(later.commit()).isNotEqualTo(candidate.commit());
    assertThat(new Publication(clone).publish(BRANCH, later, Optional.empty()))
        .as("same tree and parent, made at another time")
        .isEqualTo(new Published.AlreadyThere(BRANCH, candidate.commit()));
  }

  @Test
  void aBranchWithAnotherCommitIsLeftAlone() {
    user.git("branch", BRANCH, base.hex());
    assertRefused(publish(BRANCH), Code.G010);
    assertThat(user.id(BRANCH)).isEqualTo(base);
  }

  @Test
  void aBranchIsReplacedOnlyFromTheExpectedCommit() {
    user.git("branch", BRANCH, base.hex());
    Publication publication = new Publication(clone);
    assertRefused(
        publication.publish(BRANCH, candidate, Optional.of(candidate.commit())), Code.G011);
    assertThat(publication.publish(BRANCH, candidate, Optional.of(base)))
        .isInstanceOf(Published.Written.class);
    assertThat(user.id(BRANCH)).isEqualTo(candidate.commit());
    assertRefused(publication.publish("gone", candidate, Optional.of(base)), Code.G011);
  }

  @Test
  void aCheckedOutBranchIsRefused() {
    user.git("worktree", "add", "-q", "-b", BRANCH, "../linked", base.hex());
    assertRefused(new Publication(clone).publish(BRANCH, candidate, Optional.of(base)), Code.G012);
    user.git("symbolic-ref", "HEAD", "refs/heads/unborn");
    assertRefused(publish("unborn"), Code.G012);
  }

  @Test
  void aBranchInTheWayIsNamed() {
    user.git("branch", "feat/x", base.hex());
    assertThat(publish("feat/x/y"))
        .isInstanceOfSatisfying(
            Published.Refused.class,
            refused -> {
              assertThat(refused.why().code()).isEqualTo(Code.G013);
              assertThat(refused.why().arguments()).containsExactly("feat/x/y", "feat/x");
            });
    assertRefused(publish("feat"), Code.G013);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-d",
        "--help",
        "",
        "a b",
        "a..b",
        "a.lock",
        "x/.y",
        "a//b",
        "a/",
        "a\nb",
        "a~1",
        "@",
        "HEAD",
        "refs/../x",
        "a\\b",
        "a:b",
        "$(id)"
      })
  void hostileNamesAreRefused(String name) {
    assertRefused(publish(name), Code.G014);
  }

  @Test
  void namesBeyondAsciiAreTaken() {
    assertThat(publish("feat/integrate-größe")).isInstanceOf(Published.Written.class);
  }

  @Test
  void aStackOfCandidatesIsPublishedWhole() {
    Candidate second =
        new CandidateBuilder(clone, Clock.systemUTC())
            .build(
                candidate.commit(),
                List.of(new TreeChange.Write("x/y.py", "100644", "y\n".getBytes(UTF_8))),
                "second",
                ADA,
                ADA);
    assertThat(new Publication(clone).publish("top", second, Optional.empty()))
        .isInstanceOf(Published.Written.class);
    Deletion.of(clone.directory());
    assertThat(user.git("log", "--format=%s", "top").lines())
        .containsExactly("second", "move", "base");
    assertThat(user.git("fsck")).doesNotContain("missing");
  }

  @Test
  void aTransferThatWasKilledHalfwayIsCompleted() throws IOException {
    Files.write(
        directory.resolve("commit"),
        user.git("--git-dir=" + clone.directory(), "cat-file", "commit", candidate.commit().hex())
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    user.git("hash-object", "-t", "commit", "-w", directory.resolve("commit").toString());
    assertThat(user.run("cat-file", "-e", candidate.commit().hex()).exit()).isZero();
    assertThat(user.run("cat-file", "-e", candidate.tree().hex()).exit()).isNotZero();
    publish(BRANCH);
    Deletion.of(clone.directory());
    assertThat(user.git("fsck")).doesNotContain("missing");
  }

  /** A git that does something else at its first call of a subcommand. */
  private void gitThat(String subcommand, String... instead) throws IOException {
    Path gits = Files.createDirectories(directory.resolve("gits"));
    Path git = gits.resolve("git");
    List<String> script = new ArrayList<>();
    script.addAll(List.of("#!/bin/sh", "PATH=${PATH#*:}", "git=$(command -v git)"));
    script.add("case \" $* \" in *\" " + subcommand + " \"*)");
    script.add("if mkdir '" + directory.resolve("done") + "' 2>/dev/null; then");
    script.addAll(List.of(instead));
    script.addAll(List.of("fi ;;", "esac", "exec \"$git\" \"$@\""));
    Files.write(git, script);
    assertThat(git.toFile().setExecutable(true)).isTrue();
    clone = FerryClone.open(user.open(programs, gits), FerryClone.USUAL_FILTERS);
  }

  @Test
  void objectsThatAGarbageCollectionPreventsAreBroughtAgain() throws IOException {
    gitThat("unpack-objects", "echo 'error: unable to write file: No such file' >&2; exit 128");
    assertThat(publish(BRANCH)).isInstanceOf(Published.Written.class);
    assertThat(directory.resolve("done")).exists();
    assertThat(user.git("fsck")).doesNotContain("missing");
  }

  @Test
  void objectsThatAreCollectedBesideTheRefAreBroughtAgain() throws IOException {
    String tree = candidate.tree().hex();
    String file = ".git/objects/" + tree.substring(0, 2) + "/" + tree.substring(2);
    gitThat(
        "update-ref",
        "rm '" + user.directory().resolve(file) + "' || exit 1",
        "\"$git\" \"$@\"; exit $?");
    assertThat(publish(BRANCH)).isInstanceOf(Published.Written.class);
    assertThat(directory.resolve("done")).exists();
    Deletion.of(clone.directory());
    assertThat(user.git("fsck")).doesNotContain("missing");
  }

  @Test
  void aBaseThatNoBranchHoldsAnyMoreIsKeptByItsPin() {
    Repository repository = user.open(programs);
    repository.pin(base);
    user.git("checkout", "-q", "--orphan", "other");
    user.commit("other");
    user.git("branch", "-D", "main");
    user.git("reflog", "expire", "--all", "--expire=now");
    user.git("gc", "-q", "--prune=now");
    assertThat(publish(BRANCH)).isInstanceOf(Published.Written.class);
    repository.unpin(base);
    assertThat(user.git("for-each-ref", "refs/ferry")).isEmpty();
    assertThat(user.git("fsck")).doesNotContain("missing");
  }

  @Test
  void missingBlobsThatMoveAlongDoNotStopThePublication() throws IOException {
    String id = user.id(base + ":a.py").hex();
    candidate =
        new CandidateBuilder(clone, Clock.systemUTC())
            .build(
                base,
                List.of(
                    new TreeChange.Delete("a.py"),
                    new TreeChange.Place("core/a.py", "100644", new ObjectId(id))),
                "move",
                ADA,
                ADA);
    Files.delete(
        user.directory().resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
    assertThat(publish(BRANCH)).isInstanceOf(Published.Written.class);
    assertThat(user.git("ls-tree", "-r", "--name-only", BRANCH).lines())
        .containsExactly("core/a.py", "d/b.py");
  }

  @Test
  void shallowRepositoriesTakeBranchesAndStayShallow() throws IOException {
    user.file("e.py", "").commit("second");
    user.git("clone", "-q", "--depth", "1", "file://" + user.directory(), "../shallow");
    user = UserRepository.at(directory.resolve("shallow"));
    byte[] shallow = Files.readAllBytes(user.directory().resolve(".git/shallow"));
    base = user.head();
    open();
    assertThat(publish(BRANCH)).isInstanceOf(Published.Written.class);
    assertThat(user.directory().resolve(".git/shallow")).hasBinaryContent(shallow);
    assertThat(user.git("log", "--format=%s", BRANCH).lines()).hasSize(2);
  }

  @Test
  void commitsAreSignedWhereTheUsersGitSigns() throws IOException {
    // stands in for gpg: git takes what it prints as the signature
    Path gpg = directory.resolve("gpg");
    Files.writeString(
        gpg,
        "#!/bin/sh\n"
            + "cat >/dev/null\n"
            + "echo '[GNUPG:] SIG_CREATED ' >&2\n"
            + "printf -- '-----BEGIN PGP SIGNATURE-----\\n"
            + "\\n"
            + "fake\\n"
            + "-----END PGP SIGNATURE-----\\n"
            + "'\n");
    assertThat(gpg.toFile().setExecutable(true)).isTrue();
    user.git("config", "gpg.program", gpg.toString());
    user.git("config", "commit.gpgsign", "true");
    Published published = publish(BRANCH);
    assertThat(published).isInstanceOf(Published.Written.class);
    ObjectId commit = ((Published.Written) published).commit();
    assertThat(commit).isNotEqualTo(candidate.commit());
    assertThat(user.id(BRANCH + "^{tree}")).isEqualTo(candidate.tree());
    assertThat(user.git("cat-file", "commit", commit.hex()))
        .contains("BEGIN PGP SIGNATURE", "author Ada Example <ada@example.org>");
    assertThat(publish(BRANCH)).isEqualTo(new Published.AlreadyThere(BRANCH, commit));

    user.git("config", "gpg.program", "/bin/false");
    assertRefused(publish("other"), Code.G015);
    assertThat(user.run("rev-parse", "-q", "--verify", "other").exit()).isNotZero();
  }

  @Test
  void manyPublicationsAtOnceAllArrive() throws InterruptedException {
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String branch = "feat/b" + i;
      Candidate each = candidateOn(base, "core/a" + i + ".py");
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      assertThat(new Publication(clone).publish(branch, each, Optional.empty()))
                          .isEqualTo(new Published.Written(branch, each.commit()));
                    } catch (RuntimeException | AssertionError e) {
                      failures.add(e);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
    assertThat(user.git("fsck")).doesNotContain("missing");
  }

  @Test
  void hooksOfTheUserDoNotRun() throws IOException {
    Path canary = directory.resolve("canary");
    for (String hook : List.of("reference-transaction", "post-commit", "update", "pre-auto-gc")) {
      Path file = user.directory().resolve(".git/hooks/" + hook);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\ntouch '" + canary + "'\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    publish(BRANCH);
    assertThat(canary).doesNotExist();
    user.git("branch", "by-the-user");
    assertThat(canary).as("the canary sings for the user").exists();
  }

  private Candidate candidateOn(ObjectId parent, String path) {
    return new CandidateBuilder(clone, Clock.systemUTC())
        .build(parent, move(path), "move", ADA, ADA);
  }

  private static List<TreeChange> move(String path) {
    return List.of(
        new TreeChange.Delete("a.py"),
        new TreeChange.Write(path, "100644", "a = 1\n".getBytes(UTF_8)));
  }

  private Published publish(String branch) {
    return new Publication(clone).publish(branch, candidate, Optional.empty());
  }

  private static void assertRefused(Published published, Code code) {
    assertThat(published)
        .isInstanceOfSatisfying(
            Published.Refused.class, refused -> assertThat(refused.why().code()).isEqualTo(code));
  }
}
