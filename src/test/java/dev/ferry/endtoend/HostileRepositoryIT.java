package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ferry move} where files, names and clones are as bad as git allows. */
final class HostileRepositoryIT {
  @TempDir private Path temporary;

  private RealRepository repository() {
    RealRepository repository = RealRepository.at(temporary.resolve("repository"));
    repository.git("config", "core.autocrlf", "false");
    return repository
        .file("a/__init__.py")
        .file("a/b.py", "K = 1", "", "", "def f(*ignored):", "    return K")
        .file("x/__init__.py");
  }

  private static BuiltFerry.Ended move(RealRepository repository, String... more) {
    String[] arguments =
        Stream.concat(Stream.of("move", "a/b.py", "x/b.py"), Stream.of(more))
            .toArray(String[]::new);
    return BuiltFerry.in(repository.root()).run(arguments);
  }

  private static void assertMoved(BuiltFerry.Ended ended) {
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("Exception").doesNotContain("StackOverflow");
  }

  /** What git sees as changed, moved file and all. */
  private static List<String> changed(RealRepository repository) {
    repository.git("add", "-A");
    return repository
        .git("diff", "--cached", "--name-only", "--no-renames", "-z")
        .lines()
        .flatMap(line -> Stream.of(line.split("\0", -1)))
        .filter(path -> !path.isEmpty())
        .sorted()
        .toList();
  }

  @Test
  void hugeFilesAreRewrittenWhereTheyNameTheModule() {
    String imports =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "import m" + i + "\n")
            .collect(Collectors.joining());
    String froms =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "from p" + i + " import n as k, z\n")
            .collect(Collectors.joining());
    String line = "v = [a.b.K, " + "1, ".repeat(3_500_000) + "a.b.K]\n";
    RealRepository repository =
        repository()
            .bytes("long.py", ascii("import a.b\n" + line))
            .bytes("imports.py", ascii(imports + "import a.b\nprint(a.b.f())\n"))
            .bytes("froms.py", ascii("from a import b\n" + froms + "print(b.f())\n"))
            .commit("huge");

    assertMoved(move(repository, "--write"));

    assertThat(repository.read("long.py").equals("import x.b\n" + line.replace("a.b.", "x.b.")))
        .isTrue();
    assertThat(repository.read("imports.py").equals(imports + "import x.b\nprint(x.b.f())\n"))
        .isTrue();
    assertThat(repository.read("froms.py").equals("from x import b\n" + froms + "print(b.f())\n"))
        .isTrue();
  }

  @Test
  void deepNestingEndsNoRun() {
    TreeMap<String, String> deep = new TreeMap<>();
    deep.put("brackets", "v = " + "(".repeat(10_000) + "1" + ")".repeat(10_000));
    deep.put("lists", "v = " + "[".repeat(10_000) + "1" + "]".repeat(10_000));
    deep.put("open", "v = " + "{".repeat(10_000));
    deep.put("calls", "v = " + "f(".repeat(10_000) + ")".repeat(10_000));
    deep.put("minus", "v = " + "-".repeat(100_000) + "1");
    deep.put("not", "v = " + "not ".repeat(100_000) + "1");
    deep.put("lambda", "v = " + "lambda: ".repeat(20_000) + "1");
    deep.put("power", "v = " + "2 ** ".repeat(20_000) + "1");
    deep.put("condition", "v = " + "1 if 2 else ".repeat(20_000) + "3");
    deep.put("chain", "v = v" + ".y".repeat(100_000));
    deep.put("subscripts", "v = v" + "(2)[3]".repeat(50_000));
    deep.put("fields", "v = " + "f\"{".repeat(5_000) + "1" + "}\"".repeat(5_000));
    deep.put("annotation", "v: " + "L[".repeat(10_000) + "1" + "]".repeat(10_000));
    deep.put("quoted", "v: '" + "L[".repeat(10_000) + "1" + "]".repeat(10_000) + "'");
    deep.put(
        "pattern", "match v:\n    case " + "[".repeat(10_000) + "1" + "]".repeat(10_000) + ": 1");
    deep.put("elif", "if 1: pass\n" + "elif 2: pass\n".repeat(20_000));
    deep.put("long_name", "import " + "q.".repeat(50_000) + "q");
    deep.put("long_local_name", "import a." + "q.".repeat(50_000) + "q");
    deep.put("long_string", "v = 'a." + "q.".repeat(50_000) + "q'");
    StringBuilder blocks = new StringBuilder();
    IntStream.range(0, 2_000).forEach(i -> blocks.append(" ".repeat(i)).append("if 1:\n"));
    deep.put("blocks", blocks + " ".repeat(2_000) + "pass");
    RealRepository repository = repository();
    deep.forEach(
        (name, text) ->
            repository.bytes(name + ".py", ascii("from a import b\n" + text + "\nb.f()\n")));
    repository.commit("deep");

    assertMoved(move(repository, "--write"));

    deep.forEach(
        (name, text) ->
            assertThat(
                    repository.read(name + ".py").equals("from x import b\n" + text + "\nb.f()\n"))
                .as(name)
                .isTrue());
  }

  @Test
  void bytesThatAreNoPythonStayAsTheyAre() throws IOException {
    byte[] utf16 = "import a.b\n".getBytes(StandardCharsets.UTF_16);
    byte[] unknown = "# coding: klingon\nimport a.b\nv = a.b.K  # \u00ff\u00fe\n".getBytes(latin());
    byte[] invalid = "from a import b\nv = '\u00ff\u00ed\u00a0\u0080'\n".getBytes(latin());
    byte[] nul = "from a import b\nv = '\0'\n\0\n".getBytes(latin());
    String pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:" + "4d".repeat(32) + "\nsize 12\n";
    RealRepository repository =
        repository()
            .bytes("utf16.py", utf16)
            .bytes("unknown.py", unknown)
            .bytes("invalid.py", invalid)
            .bytes("nul.py", nul)
            .bytes("empty.py", new byte[0])
            .bytes("pointer.py", ascii(pointer))
            .bytes("escapes.py", ascii("from a import b\nv = '\\ud800 \\udfff'\n\\ud800 = 1\n"))
            .bytes("broken.py", ascii("from a import b\ndef (:\n  b.f(\n"))
            .commit("bytes");

    BuiltFerry.Ended ended = move(repository, "--write");

    assertMoved(ended);
    assertThat(ended.err()).contains("broken.py", "nul.py", "escapes.py");
    Path root = repository.root();
    assertThat(Files.readAllBytes(root.resolve("utf16.py"))).isEqualTo(utf16);
    assertThat(Files.readString(root.resolve("unknown.py"), latin()))
        .isEqualTo(new String(unknown, latin()).replace("a.b", "x.b"));
    for (byte[] content : List.of(invalid, nul)) {
      String name = content == nul ? "nul.py" : "invalid.py";
      assertThat(Files.readString(root.resolve(name), latin()))
          .isEqualTo(new String(content, latin()).replace("from a", "from x"));
    }
    assertThat(repository.read("pointer.py")).isEqualTo(pointer);
    assertThat(repository.read("broken.py")).isEqualTo("from x import b\ndef (:\n  b.f(\n");
    assertThat(repository.read("escapes.py")).startsWith("from x import b\nv = '\\ud800 \\udfff'");
  }

  @Test
  void linksAreNeitherFollowedNorWritten() throws IOException {
    Path outside = Files.writeString(temporary.resolve("outside.py"), "import a.b\n");
    RealRepository repository = repository().file("user.py", "from a import b");
    link(repository, "link.py", "user.py");
    link(repository, "package", "a");
    link(repository, "outside.py", outside.toString());
    link(repository, "dangling.py", "nowhere.py");
    link(repository, "up", "../..");
    link(repository, "loop.py", "loop.py");
    repository.commit("links");

    assertMoved(move(repository, "--write"));

    assertThat(changed(repository)).containsExactly("a/b.py", "user.py", "x/b.py");
    assertThat(Files.readString(outside)).isEqualTo("import a.b\n");
    assertThat(Files.isSymbolicLink(repository.root().resolve("link.py"))).isTrue();
  }

  @Test
  void movesThroughLinksAreRefused() throws IOException {
    RealRepository repository = repository();
    link(repository, "link.py", "a/b.py");
    link(repository, "package", "x");
    repository.commit("links");
    String before = repository.userState();
    BuiltFerry ferry = BuiltFerry.in(repository.root());

    assertRefused(ferry.run("move", "a/b.py", "package/b.py", "--write"), "FRY-M009");
    assertRefused(ferry.run("move", "package/b.py", "x/c.py", "--write"), "FRY-M001");

    assertThat(repository.userState()).isEqualTo(before);
  }

  @Test
  void aLinkMovesAsALink() throws IOException {
    RealRepository repository = repository().file("user.py", "from link import f");
    link(repository, "link.py", "a/b.py");
    repository.commit("links");
    BuiltFerry ferry = BuiltFerry.in(repository.root());
    String[] move = {"move", "link.py", "x/deep/link.py"};

    assertMoved(ferry.run(move[0], move[1], move[2], "--commit", "--branch", "moved"));
    assertThat(repository.git("show", "moved:x/deep/link.py")).isEqualTo("../../a/b.py");
    assertThat(repository.git("ls-tree", "moved", "x/deep/link.py")).startsWith("120000 blob");

    assertMoved(ferry.run(move[0], move[1], move[2], "--write"));
    Path moved = repository.root().resolve("x/deep/link.py");
    assertThat(Files.readSymbolicLink(moved)).isEqualTo(Path.of("../../a/b.py"));
    assertThat(repository.root().resolve("link.py")).doesNotExist();
    assertThat(repository.read("user.py")).isEqualTo("from x.deep.link import f\n");
    assertThat(repository.read("a/b.py")).isEqualTo(Files.readString(moved));
  }

  @Test
  void submodulesStayWhereTheyAre() {
    RealRepository repository = repository().file("user.py", "from a import b").commit("first");
    String commit = repository.git("rev-parse", "HEAD").strip();
    repository.git("update-index", "--add", "--cacheinfo", "160000," + commit + ",a/vendor");
    repository.git("commit", "-q", "-m", "gitlink");

    assertMoved(move(repository, "--commit", "--branch", "moved"));
    assertThat(repository.git("ls-tree", "moved", "a/vendor")).contains("160000 commit " + commit);
    assertThat(repository.show("moved", "user.py")).isEqualTo("from x import b\n");
    assertRefused(BuiltFerry.in(repository.root()).run("move", "a", "y/a"), "FRY-M010");
  }

  @Test
  void namesThatAreNotUnicodeAreMovedByACommit() {
    RealRepository repository = repository();
    repository.commit("first");
    String odd =
        repository
            .git(
                "hash-object",
                "-w",
                "--path",
                "odd.py",
                repository.file("odd.py", "from a import b").root().resolve("odd.py").toString())
            .strip();
    Path index = temporary.resolve("index.txt");
    byte[] entry = ("100644 " + odd + "\tn\u00ff\u00e9/m\u00ff.py\n").getBytes(latin());
    try {
      Files.write(index, entry);
      Process git =
          new ProcessBuilder("git", "update-index", "--index-info")
              .directory(repository.root().toFile())
              .redirectInput(index.toFile())
              .start();
      assertThat(git.waitFor()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    repository.git("commit", "-q", "-m", "odd name");

    assertMoved(move(repository, "--commit", "--branch", "moved"));
    assertThat(repository.git("-c", "core.quotePath=true", "diff", "--name-only", "main", "moved"))
        .contains("\"n\\377\\351/m\\377.py\"");
    String tree = repository.git("ls-tree", "-r", "moved", "--format=%(objectname)");
    assertThat(tree.lines().map(blob -> repository.git("cat-file", "blob", blob)))
        .contains("from x import b\n");
    // on disk Java has no name for the file
    assertRefused(move(repository, "--write"), "FRY-M080");
    assertThat(repository.has("a/b.py")).isTrue();
  }

  @Test
  void aPartialCloneIsFilledByOneFetch() throws IOException {
    RealRepository origin = repository();
    IntStream.range(0, 40).forEach(i -> origin.file("u" + i + ".py", "from a import b", "# " + i));
    origin.commit("first");
    origin.git("config", "uploadpack.allowFilter", "true");
    origin.git("config", "uploadpack.allowAnySHA1InWant", "true");
    RealRepository clone = RealRepository.at(temporary.resolve("clone"));
    clone.git("remote", "add", "origin", "file://" + origin.root());
    clone.git("config", "remote.origin.promisor", "true");
    clone.git("config", "remote.origin.partialclonefilter", "blob:none");
    clone.git("config", "core.repositoryformatversion", "1");
    clone.git("config", "extensions.partialClone", "origin");
    clone.git("fetch", "-q", "--filter=blob:none", "origin");
    clone.git("update-ref", "refs/heads/main", "origin/main");
    assertThat(packs(clone)).isEqualTo(1);

    assertMoved(move(clone, "--commit", "--branch", "moved"));

    // one that came with the fetch, one of all blobs, one of what ferry made
    assertThat(packs(clone)).isLessThanOrEqualTo(3);
    assertThat(clone.show("moved", "u7.py")).isEqualTo("from x import b\n# 7\n");
  }

  @Test
  void shallowAndSparseClonesAndWorktreesDo() throws IOException {
    RealRepository origin = repository().file("far/user.py", "from a import b").commit("first");
    origin.file("more.py", "from a import b").commit("second");
    Path shallow = temporary.resolve("shallow");
    origin.git("clone", "-q", "--depth=1", "file://" + origin.root(), shallow.toString());
    RealRepository clone = RealRepository.at(shallow);
    assertMoved(move(clone, "--commit", "--branch", "moved"));
    assertThat(clone.show("moved", "far/user.py")).isEqualTo("from x import b\n");

    Path second = temporary.resolve("second");
    origin.git("worktree", "add", "-q", "-b", "other", second.toString());
    BuiltFerry.Ended ended = BuiltFerry.in(second).run("move", "a/b.py", "x/b.py", "--write");
    assertMoved(ended);
    assertThat(Files.readString(second.resolve("more.py"))).isEqualTo("from x import b\n");
    assertThat(origin.read("more.py")).isEqualTo("from a import b\n");

    clone.git("sparse-checkout", "set", "--no-cone", "/a/", "/x/");
    assertThat(clone.has("far/user.py")).isFalse();
    assertMoved(move(clone, "--commit", "--branch", "sparse"));
    assertThat(clone.show("sparse", "far/user.py")).isEqualTo("from x import b\n");
  }

  @Test
  void longObjectNamesDo() {
    RealRepository repository = RealRepository.at(temporary.resolve("sha256"));
    deleteGitDirectory(repository);
    repository.git("init", "-q", "-b", "main", "--object-format=sha256");
    repository.git("config", "user.name", "Grace Hopper");
    repository.git("config", "user.email", "grace@example.org");
    repository
        .file("a/__init__.py")
        .file("a/b.py", "K = 1")
        .file("x/__init__.py")
        .file("user.py", "from a import b")
        .commit("first");

    assertMoved(move(repository, "--commit", "--branch", "moved"));

    assertThat(repository.git("rev-parse", "moved").strip()).hasSize(64);
    assertThat(repository.show("moved", "user.py")).isEqualTo("from x import b\n");
  }

  @Test
  void modesAndLineEndsStay() throws IOException {
    RealRepository repository = repository();
    repository.script("run.py", "#!/usr/bin/env python", "from a import b");
    repository.script("a/b.py", "#!/usr/bin/env python", "K = 1");
    repository.file(".gitattributes", "*.py text eol=crlf");
    repository.bytes("user.py", ascii("from a import b\r\nprint(b.K)\r\n"));
    repository.commit("modes");

    assertMoved(move(repository, "--write"));

    assertThat(repository.read("user.py")).isEqualTo("from x import b\r\nprint(b.K)\r\n");
    assertThat(Files.isExecutable(repository.root().resolve("x/b.py"))).isTrue();
    assertThat(Files.isExecutable(repository.root().resolve("run.py"))).isTrue();
    repository.git("add", "-A");
    assertThat(repository.git("ls-files", "-s", "x/b.py", "run.py"))
        .contains("100755")
        .doesNotContain("100644");
    assertThat(repository.git("show", ":user.py")).isEqualTo("from x import b\nprint(b.K)\n");
  }

  @Test
  void onlyTheCaseOfANameChanges() {
    RealRepository repository = repository().file("user.py", "from a import b").commit("first");
    BuiltFerry ferry = BuiltFerry.in(repository.root());

    assertMoved(ferry.run("move", "a/b.py", "a/B.py", "--write"));

    assertThat(repository.has("a/B.py")).isTrue();
    assertThat(repository.read("user.py")).isEqualTo("from a import B as b\n");
    assertThat(changed(repository)).containsExactly("a/B.py", "a/b.py", "user.py");
  }

  @Test
  void namesOfTheStandardLibraryAreRefusedAtTheTopOnly() {
    RealRepository repository = repository().file("user.py", "from a import b").commit("first");
    BuiltFerry ferry = BuiltFerry.in(repository.root());

    assertRefused(ferry.run("move", "a/b.py", "json.py", "--write"), "FRY-M0");
    assertMoved(ferry.run("move", "a/b.py", "x/json.py", "--write"));
    assertThat(repository.read("user.py")).isEqualTo("from x import json as b\n");
  }

  private static void assertRefused(BuiltFerry.Ended ended, String code) {
    assertThat(ended.exit()).as(ended.all()).isNotZero();
    assertThat(ended.err()).contains(code).contains("fix:");
  }

  private static void link(RealRepository repository, String path, String target)
      throws IOException {
    Files.createSymbolicLink(repository.root().resolve(path), Path.of(target));
  }

  private static long packs(RealRepository repository) throws IOException {
    try (Stream<Path> files = Files.list(repository.root().resolve(".git/objects/pack"))) {
      return files.filter(file -> file.toString().endsWith(".pack")).count();
    }
  }

  private static void deleteGitDirectory(RealRepository repository) {
    try {
      DeletedTree.delete(repository.root().resolve(".git"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static java.nio.charset.Charset latin() {
    return StandardCharsets.ISO_8859_1;
  }
}
