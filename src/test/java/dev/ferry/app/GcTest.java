package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ferry keeps, counted and thrown away, after a run whose traces were made old. */
final class GcTest {
  @TempDir private Path directory;
  private CommandRun checkout;
  private Path home;

  @BeforeEach
  void aRunWithASlot() {
    checkout =
        CommandRun.sample(directory)
            .file("check.sh", "exit 0\n")
            .file(
                "ferry.yaml",
                """
                gates: [schema, check]
                commands: [{name: check, argv: [sh, check.sh]}]
                """)
            .commit();
    assertThat(checkout.ferry("run", "--parallel", "1").exit()).isZero();
    home = directory.resolve(".git/ferry");
  }

  /** Makes all that stands there a month old. */
  private void age(Path path) {
    FileTime monthAgo = FileTime.from(Instant.now().minus(Duration.ofDays(30)));
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.filter(p -> !Files.isSymbolicLink(p)).toList()) {
        Files.setLastModifiedTime(each, monthAgo);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> pins() {
    return checkout.git("for-each-ref", "--format=%(refname)", "refs/ferry/").lines().toList();
  }

  private long files(String folder) {
    if (!Files.isDirectory(home.resolve(folder))) {
      return 0;
    }
    try (Stream<Path> all = Files.list(home.resolve(folder))) {
      return all.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everythingIsAccountedForAndNothingYoungGoes() throws IOException {
    Files.writeString(home.resolve("stranger"), "not known");

    var ended = checkout.ferry("gc", "--json");

    assertThat(ended.exit()).isZero();
    assertThat(ended.out())
        .startsWith("{\"schema\":\"ferry.gc/v1\",\"dryRun\":false,\"items\":[")
        .doesNotContain("\"goes\":true");
    for (String kind :
        List.of(
            "ledger",
            "finished rows",
            "reports",
            "logs",
            "facts",
            "slots",
            "clone",
            "candidates",
            "pins of bases",
            "locks",
            "other")) {
      assertThat(ended.out()).contains("\"kind\":\"" + kind + "\"");
    }
    assertThat(Files.exists(home.resolve("stranger"))).isTrue();
    try (Stream<Path> all = Files.list(home)) {
      for (Path path : all.toList()) {
        String name = path.getFileName().toString();
        if (!Files.isDirectory(path) || files(name) > 0) {
          assertThat(ended.out()).contains("\"name\":\"" + name);
        }
      }
    }
  }

  @Test
  void theMarkOfAWithdrawnBranchIsToldAndStaysAtAnyAge() {
    String branch =
        checkout
            .git("for-each-ref", "--format=%(refname:short)", "refs/heads/feat")
            .lines()
            .findFirst()
            .orElseThrow();
    String module =
        checkout
            .git("log", "-1", "--format=%(trailers:key=Ferry-Module,valueonly)", branch)
            .strip();
    assertThat(checkout.ferry("revert", module, "--why", "not now").exit()).isZero();
    age(directory.resolve(".git/refs/ferry"));

    var ended = checkout.ferry("gc", "--older-than", "0s", "--json");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .containsPattern(
            "\"kind\":\"withdrawn branches\",\"name\":\"refs/ferry/withdrawn/[^}]*\"goes\":false");
    assertThat(pins()).anyMatch(ref -> ref.startsWith("refs/ferry/withdrawn/"));
  }

  @Test
  void whatIsOldAndNeededByNobodyGoesAndTheRestWorks() {
    age(home);
    age(directory.resolve(".git/refs/ferry"));

    var dry = checkout.ferry("gc", "--dry-run", "-v");
    assertThat(dry.err()).contains("slots/1").contains("refs/ferry/base/").contains("logs/");
    assertThat(pins()).hasSize(1);
    assertThat(files("logs")).isPositive();
    long reports = files("reports");

    var ended = checkout.ferry("gc");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(pins()).isEmpty();
    assertThat(files("logs")).isZero();
    assertThat(files("facts")).isZero();
    assertThat(Files.exists(home.resolve("slots/1/tree"))).isFalse();
    assertThat(Files.exists(home.resolve("slots/1/lock"))).isTrue();
    assertThat(files("reports")).isEqualTo(reports);
    assertThat(checkout.ferry("status").out()).contains("done:  2");
    checkout.git("branch", "-q", "-D", "feat/integrate-labs-bell");
    assertThat(checkout.ferry("run").exit()).isZero();
    assertThat(checkout.ferry("gate", "labs.bell").exit()).isZero();
  }

  @Test
  void aReportGoesOnceNoCommitRefersToIt() {
    long reports = files("reports");
    checkout.git("branch", "-q", "-D", "feat/integrate-labs-bell");
    age(home);

    checkout.ferry("gc");

    // the report, and the list of its logs
    assertThat(files("reports")).isEqualTo(reports - 2);
  }

  @Test
  void candidatesAreForgottenByTheirAge() {
    assertThat(checkout.git("--git-dir", home.resolve("clone.git").toString(), "for-each-ref"))
        .contains("refs/ferry/candidates/");

    // commits are made to the second
    checkout.ferry("gc", "--older-than", "0s");

    assertThat(checkout.git("--git-dir", home.resolve("clone.git").toString(), "for-each-ref"))
        .isEmpty();
    assertThat(checkout.git("fsck", "--no-dangling")).doesNotContain("missing");
  }

  @Test
  void nothingThatALivingFerryMayUseGoes() throws IOException {
    age(home);
    age(directory.resolve(".git/refs/ferry"));
    Path lock = home.resolve("slots/1/lock");
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();

      var ended = checkout.ferry("gc");

      assertThat(ended.exit()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("slots");
    }
    assertThat(Files.exists(home.resolve("slots/1/tree"))).isTrue();
    assertThat(pins()).hasSize(1);
    assertThat(files("facts")).isPositive();
  }

  @Test
  void aCapTakesTheOldestFirstAndSaysWhereItCannotBeReached() {
    age(home.resolve("logs"));

    var enough = checkout.ferry("gc", "--older-than", "52w", "--max-disk", "1GB", "--json");
    var little = checkout.ferry("gc", "--older-than", "52w", "--max-disk", "1KB");

    assertThat(enough.out()).doesNotContain("\"goes\":true");
    assertThat(little.err()).contains("FRY-G042");
    assertThat(Files.exists(home.resolve("slots/1/tree"))).isFalse();
    assertThat(Files.exists(home.resolve("ledger.db"))).isTrue();
    // a report and a list of logs for each of two modules
    assertThat(files("reports")).isEqualTo(4);
  }

  @Test
  void locksOfGitUnderFerrysOwnRefsGoWhereTheyAreDead() throws IOException {
    Path ours = directory.resolve(".git/refs/ferry/base/0123.lock");
    Path young = directory.resolve(".git/refs/ferry/base/4567.lock");
    Path theirs = directory.resolve(".git/index.lock");
    for (Path lock : List.of(ours, young, theirs)) {
      Files.createFile(lock);
    }
    age(ours);
    age(theirs);

    assertThat(checkout.ferry("gc").exit()).isZero();

    assertThat(Files.exists(ours)).isFalse();
    assertThat(Files.exists(young)).isTrue();
    assertThat(Files.exists(theirs)).isTrue();
  }

  @Test
  void agesAndSizesThatAreNoneAreRefused() {
    assertThat(checkout.ferry("gc", "--older-than", "soon").exit()).isEqualTo(2);
    assertThat(checkout.ferry("gc", "--max-disk", "much").exit()).isEqualTo(2);
  }
}
