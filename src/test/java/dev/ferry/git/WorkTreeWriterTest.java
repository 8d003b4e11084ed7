package dev.ferry.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.TreeChange;
import dev.ferry.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkTreeWriterTest {
  @TempDir Path directory;
  private Path root;
  private WorkTree tree;

  @BeforeEach
  void makeACheckout() throws IOException {
    root = directory.toRealPath();
    Git git = new Git(new Programs(), System.getenv());
    Files.createDirectories(root.resolve("a"));
    Files.writeString(root.resolve("a/b.py"), "old\n");
    git.in(root).run("init", "--quiet", "--template=", ".");
    git.in(root).run("add", "--all");
    git.in(root)
        .config("user.name", "Grace")
        .config("user.email", "grace@example.org")
        .run("commit", "--quiet", "--no-gpg-sign", "--message=base");
    tree = WorkTree.of(Repository.open(git, root)).orElseThrow();
  }

  private static TreeChange write(String path, String text) {
    return new TreeChange.Write(path, "100644", text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .filter(path -> !path.startsWith(".git/"))
          .sorted()
          .toList();
    }
  }

  @Test
  void whatChangedSinceHeadIsRead() throws IOException {
    Files.writeString(root.resolve("a/b.py"), "edited\n");
    Files.writeString(root.resolve("new file.py"), "new\n");

    assertThat(tree.changesSinceHead())
        .extracting(TreeChange::path)
        .containsExactlyInAnyOrder("a/b.py", "new file.py");
  }

  @Test
  void aDeletedFileIsADeletion() throws IOException {
    Files.delete(root.resolve("a/b.py"));

    assertThat(tree.changesSinceHead()).containsExactly(new TreeChange.Delete("a/b.py"));
  }

  @Test
  void filesComeGoAndLeaveNoEmptyFolder() throws IOException {
    new WorkTreeWriter(tree)
        .write(List.of(new TreeChange.Delete("a/b.py"), write("c/d/e.py", "moved\n")));

    assertThat(files()).containsExactly("c/d/e.py");
    assertThat(root.resolve("a")).doesNotExist();
    assertThat(root.resolve("c/d/e.py")).hasContent("moved\n");
  }

  @Test
  void whereOneFileCannotBeWrittenNoneIs() throws IOException {
    Files.writeString(root.resolve("blocked"), "a file where a folder is needed\n");

    assertThatThrownBy(
            () ->
                new WorkTreeWriter(tree)
                    .write(
                        List.of(
                            new TreeChange.Delete("a/b.py"),
                            write("c.py", "new\n"),
                            write("blocked/d.py", "new\n"))))
        .isInstanceOf(ProblemException.class);

    assertThat(files()).containsExactly("a/b.py", "blocked");
    assertThat(root.resolve("a/b.py")).hasContent("old\n");
  }

  @Test
  void nothingIsWrittenThroughALinkedFolder(@TempDir Path outside) throws IOException {
    Files.createSymbolicLink(root.resolve("link"), outside);

    assertThatThrownBy(() -> new WorkTreeWriter(tree).write(List.of(write("link/x.py", "new\n"))))
        .isInstanceOf(ProblemException.class);

    assertThat(outside).isEmptyDirectory();
  }

  /** The bytes of both sides stand as a ferry left them that was killed between two renames. */
  private void killedHalfway(boolean afterwards) throws IOException {
    Path home = tree.journals();
    Path place = root.resolve("a/b.py");
    Path fresh = root.resolve("c.py");
    CheckoutJournal journal =
        CheckoutJournal.begin(
            home,
            List.of(
                new CheckoutJournal.Entry(
                    place,
                    root.resolve("a/.ferry-b.py.new"),
                    root.resolve("a/.ferry-b.py.old"),
                    "",
                    true),
                new CheckoutJournal.Entry(
                    fresh,
                    root.resolve(".ferry-c.py.new"),
                    root.resolve(".ferry-c.py.old"),
                    CheckoutJournal.digest("new\n".getBytes(UTF_8)),
                    false)));
    if (afterwards) {
      journal.done();
    }
    Files.move(place, root.resolve("a/.ferry-b.py.old"));
    Files.writeString(fresh, "new\n");
    Path note = Files.list(home).findFirst().orElseThrow();
    String text = Files.readString(note);
    // a process that is no more: the first one of this machine, started at another time
    Files.writeString(note, text.replaceFirst("^\\d+ \\S+", "1 1"));
  }

  @Test
  void whatAKilledFerryLeftIsUndone() throws IOException {
    killedHalfway(false);

    assertThat(CheckoutJournal.mend(tree.journals()))
        .extracting(Problem::code)
        .containsExactly(Code.M050);
    assertThat(files()).containsExactly("a/b.py");
    assertThat(root.resolve("a/b.py")).hasContent("old\n");
    assertThat(CheckoutJournal.mend(tree.journals())).isEmpty();
  }

  @Test
  void whatAKilledFerryHadFinishedStays() throws IOException {
    killedHalfway(true);

    assertThat(CheckoutJournal.mend(tree.journals()))
        .extracting(Problem::code)
        .containsExactly(Code.M053);
    assertThat(files()).containsExactly("c.py");
  }

  @Test
  void whatChangedAfterTheKillIsLeftAloneAndNamed() throws IOException {
    killedHalfway(false);
    Files.writeString(root.resolve("a/b.py"), "written by hand\n");

    assertThat(CheckoutJournal.mend(tree.journals()))
        .extracting(Problem::code)
        .containsExactly(Code.M051, Code.M050);
    assertThat(files()).containsExactlyInAnyOrder("a/b.py", "a/.ferry-b.py.old");
    assertThat(root.resolve("a/b.py")).hasContent("written by hand\n");
  }
}
