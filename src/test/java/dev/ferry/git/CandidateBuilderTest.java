package dev.ferry.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeChange;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import dev.ferry.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CandidateBuilderTest {
  private static final Identity ADA = new Identity("Ada Example", "ada@example.org");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.ofHoursMinutes(5, 30));

  @TempDir Path directory;
  private final Programs programs = new Programs();
  private UserRepository user;
  private ObjectId base;
  private FerryClone clone;
  private CandidateBuilder builder;

  @BeforeEach
  void open() {
    user = UserRepository.create(directory.resolve("r"));
    user.file("a.py", "a = 1\n").file("b.py", "b = 2\n").file("d/c.py", "c = 3\n");
    base = user.commit("base");
    openClone();
  }

  private void openClone() {
    clone = FerryClone.open(user.open(programs), FerryClone.USUAL_FILTERS);
    builder = new CandidateBuilder(clone, CLOCK);
  }

  @AfterEach
  void endAll() {
    programs.close();
  }

  @Test
  void changesAreAppliedInOrderSoThatASwapComesOutRight() {
    TreeEntry a = entry("a.py");
    TreeEntry b = entry("b.py");
    Candidate candidate =
        build(
            new TreeChange.Delete("a.py"),
            new TreeChange.Delete("b.py"),
            new TreeChange.Place("a.py", "100644", b.id()),
            new TreeChange.Place("b.py", "100755", a.id()));
    TreeListing tree = clone.tree(candidate.commit());
    assertThat(tree.find("a.py")).contains(new TreeEntry("100644", b.id(), "a.py"));
    assertThat(tree.find("b.py")).contains(new TreeEntry("100755", a.id(), "b.py"));
    assertThat(tree.size()).isEqualTo(3);
  }

  @Test
  void theTreeIsTheOneThatTheListingForetells() {
    List<TreeChange> changes =
        List.of(
            new TreeChange.Delete("d/c.py"),
            new TreeChange.Write("new/dir/c.py", "100644", "c = 4\r\n".getBytes(UTF_8)),
            new TreeChange.Write("new/__init__.py", "100644", new byte[0]));
    Candidate candidate = build(changes.toArray(TreeChange[]::new));
    try (GitBlobs blobs = clone.blobs()) {
      TreeListing foretold = clone.tree(base).after(changes, blobs::nameOf);
      assertThat(clone.tree(candidate.tree()).entries())
          .containsExactlyElementsOf(foretold.entries());
      ObjectId written = foretold.find("new/dir/c.py").orElseThrow().id();
      assertThat(blobs.read(written)).hasValue("c = 4\r\n".getBytes(UTF_8));
    }
  }

  @Test
  void theCommitCarriesMessageIdentityAndTimeToTheByte() {
    String message = "feat: move ü → x\n\n\"quoted\" \\ text\n\nFerry-Module: a.b\n";
    Candidate candidate =
        builder.build(base, List.of(new TreeChange.Delete("a.py")), message, ADA, ADA);
    String raw = inClone("cat-file", "commit", candidate.commit().hex());
    assertThat(raw)
        .isEqualTo(
            "tree "
                + candidate.tree()
                + "\nparent "
                + base
                + "\nauthor Ada Example <ada@example.org> 1767323045 +0530"
                + "\ncommitter Ada Example <ada@example.org> 1767323045 +0530\n\n"
                + new String(
                    message.getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @Test
  void theSameMoveHasTheSameNameEachTime() {
    TreeChange change = new TreeChange.Write("x.py", "100644", "x".getBytes(UTF_8));
    assertThat(build(change)).isEqualTo(build(change));
  }

  @Test
  void candidatesStackOnCandidates() {
    Candidate first = build(new TreeChange.Delete("a.py"));
    Candidate second =
        builder.build(first.commit(), List.of(new TreeChange.Delete("b.py")), "second", ADA, ADA);
    assertThat(second.parent()).isEqualTo(first.commit());
    assertThat(clone.tree(second.commit()).entries()).hasSize(1);
  }

  @Test
  void nothingOfTheUsersRepositoryChanges() {
    user.file("a.py", "dirty\n").file("untracked", "u");
    user.git("stash", "push", "-q", "-u");
    user.file("a.py", "dirty again\n");
    user.git("add", "a.py");
    user.file("b.py", "not staged\n");
    Map<String, String> before = user.untouchables();
    String refs = user.git("for-each-ref");
    String objects = user.git("count-objects", "-v");
    openClone();
    build(new TreeChange.Delete("a.py"));
    assertThat(user.untouchables()).isEqualTo(before);
    assertThat(user.git("for-each-ref")).isEqualTo(refs);
    assertThat(user.git("count-objects", "-v")).isEqualTo(objects);
  }

  @Test
  void pathsOfAnyBytesComeThrough() {
    String[] paths = {"with \"quotes\" and \\", "new\nline", "latin-\uDCE9.py", "tab\t ü", " lead"};
    for (String path : paths) {
      Candidate candidate = build(new TreeChange.Write(path, "100644", path.getBytes(UTF_8)));
      assertThat(clone.tree(candidate.commit()).containsFile(path)).as(path).isTrue();
      Candidate gone =
          builder.build(candidate.commit(), List.of(new TreeChange.Delete(path)), "gone", ADA, ADA);
      assertThat(gone.tree()).isEqualTo(user.id(base + "^{tree}"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "/x",
        "a//b",
        "a/./b",
        ".git/config",
        "a/.GIT/x",
        "a/.git./x",
        ".g\u200cit/x",
        "GIT~1/x",
        "x/",
        ""
      })
  void noPathLeadsOutOfTheTree(String path) {
    assertThatThrownBy(() -> build(new TreeChange.Write(path, "100644", new byte[0])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFolderNeverReplacesAFileUnnoticed() {
    assertThatThrownBy(() -> build(new TreeChange.Write("a.py/x.py", "100644", new byte[0])))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a.py");
    assertThatThrownBy(() -> build(new TreeChange.Write("d", "100644", new byte[0])))
        .isInstanceOf(IllegalStateException.class);
    assertThat(
            build(
                new TreeChange.Delete("d/c.py"), new TreeChange.Write("d", "100644", new byte[0])))
        .isNotNull();
  }

  @Test
  void filesWhoseBlobsAreMissingMoveAllTheSame() throws IOException {
    TreeEntry a = entry("a.py");
    removeObject(a.id());
    Candidate candidate =
        build(
            new TreeChange.Delete("a.py"),
            new TreeChange.Delete("b.py"),
            new TreeChange.Place("b.py", "100644", a.id()),
            new TreeChange.Place("deep/a.py", "100644", a.id()));
    TreeListing tree = clone.tree(candidate.commit());
    assertThat(tree.find("b.py")).contains(new TreeEntry("100644", a.id(), "b.py"));
    assertThat(tree.containsFile("a.py")).isFalse();
    assertThat(tree.entries())
        .extracting(TreeEntry::path)
        .containsExactly("b.py", "d/c.py", "deep/a.py");
  }

  @Test
  void shallowAndSha256RepositoriesWork() {
    user.file("e.py", "").commit("second");
    user.git("clone", "-q", "--depth", "1", "file://" + user.directory(), "../shallow");
    user = UserRepository.at(directory.resolve("shallow"));
    base = user.head();
    openClone();
    Candidate candidate = build(new TreeChange.Delete("a.py"));
    assertThat(inClone("log", "--format=%H", candidate.commit().hex()).lines())
        .containsExactly(candidate.commit().hex(), base.hex());

    user = UserRepository.create(directory.resolve("long"), "--object-format=sha256");
    base = user.file("a.py", "a\n").commit("base");
    openClone();
    assertThat(build(new TreeChange.Delete("a.py")).commit().hex()).hasSize(64);
  }

  @Test
  void aHalfMadeCloneIsMadeAnew() throws IOException {
    Path ferry = user.directory().resolve(".git/ferry");
    Files.delete(ferry.resolve("clone.git/objects/info/alternates"));
    Files.createDirectories(ferry.resolve("clone.git.new/refs"));
    openClone();
    assertThat(ferry.resolve("clone.git.new")).doesNotExist();
    assertThat(build(new TreeChange.Delete("a.py"))).isNotNull();
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() throws IOException {
    UserRepository other = UserRepository.create(directory.resolve("other"));
    Files.writeString(other.directory().resolve(".git/ferry"), "a file in the way");
    assertThatThrownBy(() -> FerryClone.open(other.open(programs), FerryClone.USUAL_FILTERS))
        .satisfies(RepositoryTest.has(dev.ferry.model.Code.G018));
  }

  @Test
  void aFailedImportLeavesNoReportBehind() throws IOException {
    ObjectId nowhere = new ObjectId("12".repeat(20));
    assertThatThrownBy(
            () -> builder.build(nowhere, List.of(new TreeChange.Delete("a.py")), "m", ADA, ADA))
        .satisfies(RepositoryTest.has(dev.ferry.model.Code.G007));
    try (var files = Files.list(clone.directory())) {
      assertThat(files.filter(file -> file.toString().contains("crash"))).isEmpty();
    }
  }

  private TreeEntry entry(String path) {
    return clone.tree(base).find(path).orElseThrow();
  }

  private void removeObject(ObjectId id) throws IOException {
    Files.delete(
        user.directory()
            .resolve(".git/objects")
            .resolve(id.hex().substring(0, 2))
            .resolve(id.hex().substring(2)));
  }

  private String inClone(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "--git-dir=" + clone.directory();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return user.git(all);
  }

  private Candidate build(TreeChange... changes) {
    return builder.build(base, List.of(changes), "message\n", ADA, ADA);
  }
}
