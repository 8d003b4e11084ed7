package dev.ferry.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
