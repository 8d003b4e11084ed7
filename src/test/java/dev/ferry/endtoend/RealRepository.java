package dev.ferry.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A git repository with a work tree in a temporary directory, handled by the real git. */
final class RealRepository {
  private final Path root;

  private RealRepository(Path root) {
    this.root = root;
  }

  static RealRepository at(Path root) {
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RealRepository repository = new RealRepository(root);
    repository.git("init", "-q", "-b", "main");
    repository.git("config", "user.name", "Grace Hopper");
    repository.git("config", "user.email", "grace@example.org");
    repository.git("config", "commit.gpgsign", "false");
    return repository;
  }

  /** One that is there already: a worktree, a bare repository. */
  static RealRepository in(Path root) {
    return new RealRepository(root);
  }

  Path root() {
    return root;
  }

  RealRepository file(String path, String... lines) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, lines.length == 0 ? "" : String.join("\n", lines) + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** More lines at the end of a file. */
  RealRepository append(String path, String... lines) {
    String before = read(path);
    return file(path, before + String.join("\n", lines));
  }

  /** A file of any bytes, with no line end added. */
  RealRepository bytes(String path, byte[] content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An executable file of the repository or of its git directory. */
  RealRepository script(String path, String... lines) {
    file(path, lines);
    if (!root.resolve(path).toFile().setExecutable(true)) {
      throw new IllegalStateException(path);
    }
    return this;
  }

  String read(String path) {
    try {
      return Files.readString(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String path) {
    return Files.exists(root.resolve(path));
  }

  RealRepository row(String batch, String module, String source, String destination) {
    try {
      Path file = root.resolve(batch);
      Files.createDirectories(file.getParent());
      String before = Files.exists(file) ? Files.readString(file) : "";
      Files.writeString(file, before + module + "\t" + source + "\t" + destination + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RealRepository commit(String message) {
    git("add", "-A");
    git("commit", "-q", "-m", message);
    return this;
  }

  String git(String... arguments) {
    List<String> argv = new ArrayList<>(List.of("git"));
    argv.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(argv).directory(root.toFile()).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(argv + " failed: " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A file of a commit. */
  String show(String revision, String path) {
    return git("show", revision + ":" + path);
  }

  /** The files that a commit changed, as {@code git diff-tree} names them with renames found. */
  List<String> changed(String revision) {
    return git("diff-tree", "-r", "-M", "--name-status", "--no-commit-id", revision)
        .lines()
        .toList();
  }

  List<String> branches() {
    return git("for-each-ref", "--format=%(refname:short)", "refs/heads").lines().toList();
  }

  /**
   * All that belongs to the user, as one text: HEAD, the index, every file of the work tree, the
   * stash, the configuration. Two of these are equal where ferry touched nothing.
   */
  String userState() {
    return userState("");
  }

  /** The same without the files of the work tree whose names end in {@code but}. */
  String userStateBut(String but) {
    return userState(but);
  }

  private String userState(String but) {
    try (Stream<Path> files = Files.walk(root)) {
      String tree =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.startsWith(root.resolve(".git")))
              .filter(file -> but.isEmpty() || !file.toString().endsWith(but))
              .sorted()
              .map(file -> root.relativize(file) + " " + digest(file))
              .collect(Collectors.joining("\n"));
      return String.join(
          "\n",
          Files.readString(root.resolve(".git/HEAD")),
          digest(root.resolve(".git/index")),
          tree,
          git("stash", "list"),
          Files.readString(root.resolve(".git/config")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Path file) {
    try {
      var sha = java.security.MessageDigest.getInstance("SHA-256");
      return java.util.HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file)));
    } catch (IOException | java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
