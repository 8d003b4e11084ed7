package dev.ferry.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.ProblemException;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import dev.ferry.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepositoryTest {
  @TempDir Path directory;
  private final Programs programs = new Programs();

  @AfterEach
  void endAll() {
    programs.close();
  }

  @Test
  void aFolderBelowTheTopLeadsToTheTop() {
    UserRepository user = UserRepository.create(directory.resolve("r"));
    user.file("a/b/c.py", "x = 1\n").commit("one");
    Repository repository = open(user.directory().resolve("a/b"));
    assertThat(repository.workTree()).contains(user.directory());
    assertThat(repository.commonDirectory()).isEqualTo(user.directory().resolve(".git"));
  }

  @Test
  void aLinkedWorktreeSharesTheCommonDirectory() {
    UserRepository user = UserRepository.create(directory.resolve("r"));
    user.file("a.py", "").commit("one");
    user.git("worktree", "add", "-q", "--detach", "../linked");
    Repository repository = open(directory.resolve("linked"));
    assertThat(repository.workTree()).contains(directory.resolve("linked"));
    assertThat(repository.commonDirectory()).isEqualTo(user.directory().resolve(".git"));
    assertThat(repository.gitDirectory()).startsWith(repository.commonDirectory());
    assertThat(repository.tree(user.head()).size()).isEqualTo(1);
  }

  @Test
  void aBareRepositoryHasNoWorkTree() {
    UserRepository user = UserRepository.create(directory.resolve("r"));
    user.file("a.py", "").commit("one");
    user.git("clone", "-q", "--bare", ".", "../bare.git");
    Repository repository = open(directory.resolve("bare.git"));
    assertThat(repository.workTree()).isEmpty();
    assertThat(repository.tree(user.head()).size()).isEqualTo(1);
  }

  @Test
  void filesOutsideAndIgnoredOnesAreNoneOfTheRepositorys() {
    UserRepository user = UserRepository.create(directory.resolve("r"));
    user.file(".gitignore", "*.done\n").file("a.tsv", "").file("kept.done", "");
    user.git("add", "-f", ".");
    user.git("commit", "-q", "-m", "one");
    Repository repository = open(user.directory());
    assertThat(repository.leavesAlone(user.directory().resolve("a.tsv.done"))).isTrue();
    assertThat(repository.leavesAlone(user.directory().resolve("[a]*.tsv.done"))).isTrue();
    assertThat(repository.leavesAlone(directory.resolve("elsewhere.txt"))).isTrue();
    assertThat(repository.leavesAlone(user.directory().resolve("a.tsv"))).isFalse();
    assertThat(repository.leavesAlone(user.directory().resolve("new.tsv"))).isFalse();
    assertThat(repository.leavesAlone(user.directory().resolve("kept.done"))).isFalse();
  }

  @Test
  void aFolderWithoutARepositoryIsTold() {
    assertThatThrownBy(() -> open(directory)).satisfies(has(Code.G001));
  }

  @Test
  void aMissingGitIsTold() {
    Git none = new Git(programs, Map.of("PATH", directory.toString()));
    assertThatThrownBy(() -> Repository.open(none, directory)).satisfies(has(Code.G002));
  }

  @Test
  void aGitThatIsTooOldIsTold() {
    assertThatThrownBy(() -> Git.parse("git version 2.29.3")).satisfies(has(Code.G003));
    assertThatThrownBy(() -> Git.parse("nonsense")).satisfies(has(Code.G003));
    assertThat(Git.parse("git version 2.39.5 (Apple Git-154)").toString()).isEqualTo("2.39");
    assertThat(Git.parse("git version 3.0.0").toString()).isEqualTo("3.0");
  }

  @Test
  void anOldGitIsNamedEvenWhereItFailsOnAnOptionItDoesNotKnow() throws IOException {
    Path bin = script("if [ \"$1\" = version ]; then echo git version 2.20.1; else exit 129; fi");
    Git old = new Git(programs, Map.of("PATH", bin + ":/usr/bin:/bin"));
    assertThatThrownBy(() -> Repository.open(old, directory)).satisfies(has(Code.G003));
  }

  @Test
  void aRepositoryOfAnotherUserIsToldWithTheMend() throws IOException {
    Path bin =
        script(
            "if [ \"$1\" = version ]; then echo git version 2.39.5; exit; fi\n"
                + "echo \"fatal: detected dubious ownership in repository at '/x'\" >&2; exit 128");
    Git refusing = new Git(programs, Map.of("PATH", bin + ":/usr/bin:/bin"));
    assertThatThrownBy(() -> Repository.open(refusing, directory)).satisfies(has(Code.G004));
  }

  @Test
  void variablesThatPointElsewhereAreNotFollowed() {
    UserRepository user = UserRepository.create(directory.resolve("r"));
    user.file("a.py", "").commit("one");
    Map<String, String> misleading = new TreeMap<>(UserRepository.ENVIRONMENT);
    misleading.put("GIT_DIR", "/nowhere");
    misleading.put("GIT_INDEX_FILE", "/nowhere");
    misleading.put("GIT_OBJECT_DIRECTORY", "/nowhere");
    Repository repository = Repository.open(new Git(programs, misleading), user.directory());
    assertThat(repository.defaultBase().commit()).isEqualTo(user.head());
  }

  @Test
  void theBaseIsMainThenMasterThenWhatIsCheckedOut() {
    UserRepository user = UserRepository.create(directory.resolve("r"));
    ObjectId one = user.file("a.py", "").commit("one");
    user.git("switch", "-q", "-c", "topic");
    ObjectId two = user.file("b.py", "").commit("two");
    assertThat(open(user.directory()).defaultBase())
        .isEqualTo(new Base("main", one, Base.Reason.USUAL_NAME));
    user.git("branch", "-m", "main", "master");
    assertThat(open(user.directory()).defaultBase())
        .isEqualTo(new Base("master", one, Base.Reason.USUAL_NAME));
    user.git("branch", "-m", "master", "trunk");
    assertThat(open(user.directory()).defaultBase())
        .isEqualTo(new Base("HEAD", two, Base.Reason.HEAD));
  }

  @Test
  void aRepositoryWithoutACommitIsTold() {
    UserRepository user = UserRepository.create(directory.resolve("r"));
    assertThatThrownBy(() -> open(user.directory()).defaultBase()).satisfies(has(Code.G005));
  }

  @Test
  void revisionsResolveAndHostileOnesDoNot() {
    UserRepository user = UserRepository.create(directory.resolve("r"));
    ObjectId one = user.file("a.py", "").commit("one");
    user.git("tag", "-a", "-m", "tagged", "v1");
    Repository repository = open(user.directory());
    for (String good : List.of("v1", "main", "HEAD", one.hex(), one.abbreviated())) {
      assertThat(repository.resolve(good)).as(good).contains(one);
    }
    for (String bad :
        List.of("--all", "-h", "main\nv1", "", "@{upstream}", "main~5", "a\0b", "main:a.py")) {
      assertThat(repository.resolve(bad)).as(bad).isEmpty();
    }
    assertThatThrownBy(() -> repository.base("gone")).satisfies(has(Code.G006));
  }

  @Test
  void pathsThatAreNotUtf8AndModesComeThroughWhole() throws IOException {
    UserRepository user = UserRepository.create(directory.resolve("r"));
    user.file("plain.py", "x\n").file("ümlaut/ß.py", "y\n").file("with space\tand tab", "z");
    Files.createSymbolicLink(user.directory().resolve("link"), Path.of("plain.py"));
    user.git("add", "-A");
    String blob = user.git("hash-object", "-w", "plain.py").strip();
    addRaw(user, "100755 " + blob + "\tlatin-\u00e9.py\0");
    addRaw(user, "160000 " + blob + "\tsub\0");
    user.git("commit", "-q", "-m", "one");
    TreeListing tree = open(user.directory()).tree(user.head());
    assertThat(tree.entries().stream().map(TreeEntry::path))
        .containsExactlyInAnyOrder(
            "plain.py", "ümlaut/ß.py", "with space\tand tab", "link", "latin-\uDCE9.py", "sub");
    assertThat(tree.find("latin-\uDCE9.py").orElseThrow().mode()).isEqualTo("100755");
    assertThat(tree.find("link").orElseThrow().isSymbolicLink()).isTrue();
    assertThat(tree.find("sub").orElseThrow().isSubmodule()).isTrue();
  }

  @Test
  void sha256RepositoriesAreReadAlike() {
    UserRepository user = UserRepository.create(directory.resolve("r"), "--object-format=sha256");
    user.file("a.py", "x = 1\n").commit("one");
    Repository repository = open(user.directory());
    TreeEntry entry = repository.tree(user.head()).find("a.py").orElseThrow();
    assertThat(entry.id().hex()).hasSize(64);
    try (GitBlobs blobs = repository.blobs()) {
      assertThat(blobs.nameOf("x = 1\n".getBytes())).isEqualTo(entry.id());
      assertThat(blobs.read(entry.id())).hasValue("x = 1\n".getBytes());
    }
  }

  @Test
  void theIdentityIsTheOneOfTheUsersGit() {
    UserRepository user = UserRepository.create(directory.resolve("r"));
    assertThat(open(user.directory()).author())
        .isEqualTo(new Identity("Ada Example", "ada@example.org"));
    user.git("config", "committer.email", "bot@example.org");
    assertThat(open(user.directory()).committer())
        .isEqualTo(new Identity("Ada Example", "bot@example.org"));
  }

  @Test
  void aMissingIdentityIsTold() {
    UserRepository user = UserRepository.create(directory.resolve("r"));
    user.git("config", "--unset", "user.email");
    user.git("config", "user.useConfigOnly", "true");
    assertThatThrownBy(() -> open(user.directory()).author()).satisfies(has(Code.G008));
  }

  @Test
  void secretsAreTakenOutOfWhatGitSays() {
    assertThat(Credentials.redacted("fatal: https://ada:s3cret@host/x.git not found"))
        .isEqualTo("fatal: https://***@host/x.git not found");
    assertThat(Credentials.redacted("remote: ghp_0123456789abcdefghij0123")).doesNotContain("0123");
    assertThat(Credentials.redacted("https://h/x?access_token=abc&y=1"))
        .isEqualTo("https://h/x?access_token=***&y=1");
    assertThat(Credentials.redacted("git@github.com:a/b.git")).isEqualTo("git@github.com:a/b.git");
  }

  static org.assertj.core.api.ThrowingConsumer<Throwable> has(Code code) {
    return thrown -> {
      assertThat(thrown).isInstanceOf(ProblemException.class);
      assertThat(((ProblemException) thrown).problems())
          .extracting(problem -> problem.code())
          .containsExactly(code);
    };
  }

  private static void addRaw(UserRepository user, String line) throws IOException {
    Process process =
        new ProcessBuilder("git", "update-index", "-z", "--add", "--index-info")
            .directory(user.directory().toFile())
            .start();
    process.getOutputStream().write(line.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    process.getOutputStream().close();
    assertThat(process.onExit().join().exitValue()).isZero();
  }

  /** A git that is a script: what follows the general options is handled by {@code body}. */
  private Path script(String body) throws IOException {
    Path bin = Files.createDirectories(directory.resolve("bin"));
    Path git = bin.resolve("git");
    Files.writeString(
        git,
        "#!/bin/sh\nwhile :; do case $1 in -c) shift 2;; --literal-pathspecs) shift;; *) break;;"
            + " esac; done\n"
            + body
            + "\n");
    assertThat(git.toFile().setExecutable(true)).isTrue();
    return bin;
  }

  private Repository open(Path where) {
    return Repository.open(new Git(programs, UserRepository.ENVIRONMENT), where);
  }
}
