package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ferry killed without warning: the next start takes up what it left, to the same result. */
final class KilledRunIT {
  private static final List<String> BRANCHES =
      List.of("feat/integrate-labs-clock", "feat/integrate-labs-pricing");

  @TempDir private Path temporary;

  private Path file(String name) {
    return temporary.resolve(name);
  }

  @Test
  void aRunKilledWhileItsGatesRunIsTakenUpByTheNext() throws Exception {
    RealRepository shop = Shop.judgedBy(file("shop"), waitingGate());
    String before = shop.userState();
    for (int times = 0; times < 2; times++) {
      Files.writeString(file("held"), "");
      Process ferry = start(shop);
      Waiting.until("the gate to run", () -> Files.exists(file("beat")));
      ferry.destroyForcibly().waitFor();
      assertThat(shop.branches()).containsExactly("main");
      assertThat(shop.userState()).isEqualTo(before);
      Files.delete(file("held"));
      if (times == 0) {
        BuiltFerry.Ended next = BuiltFerry.in(shop.root()).run("run", "--batch", Shop.BATCH);
        assertTakenUp(shop, next);
        // once more from the beginning, on what the first run left behind
        shop.git("branch", "-q", "-D", BRANCHES.get(0), BRANCHES.get(1));
        Files.delete(shop.root().resolve(Shop.BATCH + ".done"));
        DeletedTree.delete(shop.root().resolve(".git/ferry/done"));
        Files.delete(file("beat"));
      }
    }
    assertTakenUp(shop, BuiltFerry.in(shop.root()).run("run", "--all"));
    assertSameAsUndisturbed(shop);
  }

  private String waitingGate() {
    return """
    [ -e HELD ] || exit 0
    (sh -c 'while :; do echo x >> BEAT; sleep 0.1; done' &)
    while :; do sleep 0.1; done
    """
        .replace("HELD", file("held").toString())
        .replace("BEAT", file("beat").toString());
  }

  private void assertTakenUp(RealRepository shop, BuiltFerry.Ended next) throws Exception {
    assertThat(next.exit()).as(next.all()).isZero();
    assertThat(next.err()).contains("FRY-R028").contains("labs.pricing was killed");
    assertThat(next.err()).contains("FRY-R039");
    assertThat(next.out()).endsWith("2 integrated; 2 in all\n");
    Waiting.assertSilent(file("beat"));
    assertThat(locks(shop)).isEmpty();
    assertThat(sessions(shop)).isEmpty();
  }

  @Test
  void aCollectionEndsWhatAKilledRunLeftRunning() throws Exception {
    RealRepository shop = Shop.judgedBy(file("shop"), waitingGate());
    Files.writeString(file("held"), "");
    Process ferry = start(shop);
    Waiting.until("the gate to run", () -> Files.exists(file("beat")));
    assertThat(BuiltFerry.in(shop.root()).run("gc").exit()).isZero();
    assertThat(sessions(shop)).as("a living ferry's").hasSize(1);
    ferry.destroyForcibly().waitFor();

    BuiltFerry.Ended collected = BuiltFerry.in(shop.root()).run("gc", "-v");

    assertThat(collected.exit()).as(collected.all()).isZero();
    Waiting.assertSilent(file("beat"));
    assertThat(sessions(shop)).as(collected.all()).isEmpty();
    Files.delete(file("held"));
  }

  @Test
  void aRunKilledAtAnyMomentIsTakenUpByTheNext() throws Exception {
    RealRepository shop = Shop.judgedByReading(file("shop"));
    String before = shop.userState();
    for (int moment = 0; moment < 8; moment++) {
      Process ferry = start(shop);
      ferry.waitFor(120L + 170 * moment, TimeUnit.MILLISECONDS);
      ferry.destroyForcibly().waitFor();
      Files.deleteIfExists(shop.root().resolve(Shop.BATCH + ".done"));
      assertThat(shop.userState()).isEqualTo(before);
      assertThat(shop.branches()).allMatch(name -> BRANCHES.contains(name) || name.equals("main"));
    }

    BuiltFerry.Ended run = BuiltFerry.in(shop.root()).run("run", "--all");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out()).endsWith("2 integrated; 2 in all\n");
    assertThat(locks(shop)).isEmpty();
    assertThat(sessions(shop)).isEmpty();
    assertSameAsUndisturbed(shop);
    assertThat(BuiltFerry.in(shop.root()).run("status").out())
        .isEqualTo("batch_core.tsv           | total:  2  done:  2  rem:  0  next:\n");
    shop.git("fsck", "--no-dangling");
  }

  private Process start(RealRepository shop) throws IOException {
    return BuiltFerry.in(shop.root()).start(file("out"), file("err"), "run", "--all");
  }

  /** The same tree ids as a run that nobody killed. */
  private void assertSameAsUndisturbed(RealRepository shop) throws IOException {
    Path twin = file("twin");
    shop.git("clone", "-q", shop.root().toString(), twin.toString());
    RealRepository undisturbed = RealRepository.at(twin);
    BuiltFerry.Ended run = BuiltFerry.in(twin).run("run", "--all");
    assertThat(run.exit()).as(run.all()).isZero();
    for (String branch : BRANCHES) {
      assertThat(shop.git("rev-parse", branch + "^{tree}"))
          .isEqualTo(undisturbed.git("rev-parse", branch + "^{tree}"));
      assertThat(shop.git("rev-list", "--count", "main.." + branch)).isEqualTo("1\n");
    }
  }

  /** Lock files of git, in the user's repository and in ferry's clone. */
  private static List<String> locks(RealRepository shop) throws IOException {
    Path own = shop.root().resolve(".git/ferry/clone.lock");
    try (Stream<Path> files = Files.walk(shop.root().resolve(".git"))) {
      return files
          .filter(file -> file.toString().endsWith(".lock") && !file.equals(own))
          .map(Path::toString)
          .toList();
    }
  }

  private static List<String> sessions(RealRepository shop) throws IOException {
    Path sessions = shop.root().resolve(".git/ferry/sessions");
    if (!Files.exists(sessions)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(sessions)) {
      return files.map(Path::toString).toList();
    }
  }
}
