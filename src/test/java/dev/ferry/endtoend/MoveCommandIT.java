package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ferry move} in repositories that know nothing of ferry. */
final class MoveCommandIT {
  @TempDir private Path temporary;

  private Path patch() {
    return temporary.resolve("move.patch");
  }

  /** Odd bytes all over: they must come through a patch and through a write. */
  private RealRepository odd() {
    RealRepository repository = RealRepository.at(temporary.resolve("odd"));
    return repository
        .bytes("pkg/mod.py", "VALUE = 1".getBytes(StandardCharsets.UTF_8))
        .bytes(
            "crlf.py",
            "import pkg.mod\r\n\r\nX = pkg.mod.VALUE\r\n".getBytes(StandardCharsets.UTF_8))
        .bytes(
            "latin.py",
            "# -*- coding: latin-1 -*-\nfrom pkg.mod import VALUE  # café\n"
                .getBytes(StandardCharsets.ISO_8859_1))
        .bytes("bom.py", "\uFEFFfrom pkg import mod\n".getBytes(StandardCharsets.UTF_8))
        .bytes("open.py", "from pkg.mod import VALUE".getBytes(StandardCharsets.UTF_8))
        .bytes("a b/ünï.py", "from pkg.mod import VALUE\n".getBytes(StandardCharsets.UTF_8))
        .file("pkg/__init__.py")
        .commit("odd");
  }

  @Test
  void thePatchAppliesByteForByte() throws IOException {
    RealRepository repository = odd();
    String before = repository.userState();

    BuiltFerry.Ended ended = runInto(repository, patch(), "move", "pkg/mod.py", "neü/möd.py");
    assertThat(ended.exit()).as(ended.all()).isZero();
    assertThat(repository.userState()).isEqualTo(before);
    repository.git("apply", "--index", patch().toString());

    assertThat(repository.read("neü/möd.py")).isEqualTo("VALUE = 1");
    assertThat(repository.has("pkg/mod.py")).isFalse();
    assertThat(Files.readAllBytes(repository.root().resolve("latin.py")))
        .isEqualTo(
            "# -*- coding: latin-1 -*-\nfrom neü.möd import VALUE  # café\n"
                .getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void thePatchAndTheWriteAreTheSame() throws IOException {
    RealRepository repository = odd();
    RealRepository twin = RealRepository.at(temporary.resolve("twin"));
    twin.git("pull", "-q", repository.root().toString(), "main");

    BuiltFerry.Ended shown = runInto(repository, patch(), "move", "pkg/mod.py", "core/value.py");
    assertThat(shown.exit()).as(shown.all()).isZero();
    repository.git("apply", "--index", patch().toString());
    BuiltFerry.Ended written =
        BuiltFerry.in(twin.root()).run("move", "pkg/mod.py", "core/value.py", "--write");
    assertThat(written.exit()).as(written.all()).isZero();
    twin.git("add", "-A");

    assertThat(twin.git("write-tree")).isEqualTo(repository.git("write-tree"));
    assertThat(repository.read("crlf.py"))
        .isEqualTo("import core.value\r\n\r\nX = core.value.VALUE\r\n");
    assertThat(repository.read("open.py")).isEqualTo("from core.value import VALUE");
    assertThat(repository.read("a b/ünï.py")).isEqualTo("from core.value import VALUE\n");
    assertThat(
            new String(
                Files.readAllBytes(repository.root().resolve("latin.py")),
                StandardCharsets.ISO_8859_1))
        .isEqualTo("# -*- coding: latin-1 -*-\nfrom core.value import VALUE  # café\n");
    assertThat(repository.read("bom.py")).isEqualTo("\uFEFFfrom core import value as mod\n");
  }

  @Test
  void aSwapAppliesAndGoesBack() throws IOException {
    RealRepository repository = RealRepository.at(temporary.resolve("swap"));
    repository
        .file("one.py", "import two", "", "NAME = 'one'", "OTHER = 1")
        .file("two.py", "NAME = 'two'", "ELSE = 2")
        .file("user.py", "import one, two", "", "print(one.NAME, two.NAME)")
        .commit("swap");
    String tree = repository.git("write-tree");

    for (int i = 0; i < 2; i++) {
      BuiltFerry.Ended ended =
          runInto(repository, patch(), "move", "one.py", "two.py", "two.py", "one.py");
      assertThat(ended.exit()).as(ended.all()).isZero();
      repository.git("apply", "--index", patch().toString());
      if (i == 0) {
        assertThat(repository.read("two.py")).isEqualTo("import one\n\nNAME = 'one'\nOTHER = 1\n");
        assertThat(repository.read("user.py"))
            .isEqualTo("import two, one\n\nprint(two.NAME, one.NAME)\n");
        repository.git("commit", "-q", "-m", "swapped");
      }
    }
    assertThat(repository.git("write-tree")).isEqualTo(tree);
  }

  @Test
  void aWriteOnADirtyCheckoutChangesWhatThePatchNamesAndNothingElse() throws IOException {
    RealRepository shop = Shop.judgedByReading(temporary.resolve("shop"));
    shop.file("app/extra.py", "from labs.clock import now", "", "UNCOMMITTED = now()")
        .file("app/shop.py", "from labs.clock import now", "", "half = now(")
        .file("labs/clock.py", "def now():", "    return 43")
        .file("notes.txt", "labs.clock");
    shop.git("add", "app/shop.py");
    String index = shop.git("ls-files", "--stage");
    String head = shop.git("rev-parse", "HEAD");

    BuiltFerry.Ended ended =
        BuiltFerry.in(shop.root()).run("move", "labs/clock.py", "core/clock.py", "--write");

    assertThat(ended.exit()).as(ended.all()).isZero();
    assertThat(shop.read("core/clock.py")).isEqualTo("def now():\n    return 43\n");
    assertThat(shop.has("labs/clock.py")).isFalse();
    assertThat(shop.read("app/extra.py"))
        .isEqualTo("from core.clock import now\n\nUNCOMMITTED = now()\n");
    assertThat(shop.read("app/shop.py")).isEqualTo("from core.clock import now\n\nhalf = now(\n");
    assertThat(shop.read("notes.txt")).isEqualTo("labs.clock\n");
    assertThat(shop.git("ls-files", "--stage")).isEqualTo(index);
    assertThat(shop.git("rev-parse", "HEAD")).isEqualTo(head);
    assertThat(shop.git("status", "--porcelain", "--untracked-files=all").lines())
        .containsExactlyInAnyOrder(
            "MM app/shop.py",
            " D labs/clock.py",
            "?? app/extra.py",
            "?? core/clock.py",
            "?? notes.txt");
  }

  @Test
  void whatCannotBeMovedIsRefusedAndNothingIsWritten() {
    RealRepository shop = Shop.judgedByReading(temporary.resolve("shop"));
    shop.file("core/untracked.py", "MINE = 1");
    String before = shop.userState();
    BuiltFerry ferry = BuiltFerry.in(shop.root());

    BuiltFerry.Ended missing = ferry.run("move", "labs/none.py", "core/none.py", "--write");
    BuiltFerry.Ended taken = ferry.run("move", "labs/clock.py", "core/untracked.py", "--write");
    BuiltFerry.Ended half =
        ferry.run(
            "move", "labs/clock.py", "core/clock.py", "labs/none.py", "core/none.py", "--write");
    BuiltFerry.Ended outside = ferry.run("move", "labs/clock.py", "../clock.py", "--write");
    BuiltFerry.Ended git = ferry.run("move", "labs/clock.py", ".git/clock.py", "--write");
    BuiltFerry.Ended odd = ferry.run("move", "labs/clock.py", "--write");

    assertThat(missing.exit()).as(missing.all()).isEqualTo(2);
    assertThat(missing.err()).contains("labs/none.py does not exist");
    assertThat(taken.exit()).as(taken.all()).isEqualTo(2);
    assertThat(taken.err()).contains("core/untracked.py exists");
    assertThat(half.exit()).as(half.all()).isEqualTo(2);
    assertThat(outside.exit()).as(outside.all()).isEqualTo(2);
    assertThat(git.exit()).as(git.all()).isEqualTo(2);
    assertThat(odd.exit()).as(odd.all()).isEqualTo(2);
    assertThat(shop.userState()).isEqualTo(before);
  }

  @Test
  void aBareRepositoryShowsThePatchAndRefusesToWrite() throws IOException {
    RealRepository shop = Shop.judgedByReading(temporary.resolve("shop"));
    Path bare = temporary.resolve("bare.git");
    shop.git("clone", "-q", "--bare", ".", bare.toString());

    BuiltFerry.Ended shown = runInto(bare, patch(), "move", "labs/clock.py", "core/clock.py");
    BuiltFerry.Ended written =
        BuiltFerry.in(bare).run("move", "labs/clock.py", "core/clock.py", "--write");

    assertThat(shown.exit()).as(shown.all()).isZero();
    shop.git("apply", "--index", patch().toString());
    assertThat(shop.read("app/shop.py")).contains("import core.clock");
    assertThat(written.exit()).as(written.all()).isEqualTo(2);
    assertThat(written.err()).contains("FRY-R003");
  }

  @Test
  void nothingIsWrittenThroughALinkThatLeadsOut() throws IOException {
    RealRepository shop = Shop.judgedByReading(temporary.resolve("shop"));
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.createSymbolicLink(shop.root().resolve("linked"), outside);
    shop.commit("a link");
    String before = shop.userState();

    BuiltFerry.Ended ended =
        BuiltFerry.in(shop.root()).run("move", "labs/clock.py", "linked/clock.py", "--write");

    assertThat(ended.exit()).as(ended.all()).isNotZero();
    assertThat(outside).isEmptyDirectory();
    assertThat(shop.userState()).isEqualTo(before);
  }

  private BuiltFerry.Ended runInto(RealRepository repository, Path out, String... arguments)
      throws IOException {
    return runInto(repository.root(), out, arguments);
  }

  /** The patch as bytes: it need not be UTF-8. */
  private BuiltFerry.Ended runInto(Path directory, Path out, String... arguments)
      throws IOException {
    Path err = temporary.resolve("err");
    Process process = BuiltFerry.in(directory).start(out, err, arguments);
    try {
      int exit = process.waitFor();
      return new BuiltFerry.Ended(exit, "", Files.readString(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
