package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.endtoend.BuiltFerry.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open branches that an operator has mended, when the base has moved on. */
final class RestackMendedIT {
  private static final String PRICING = "feat/integrate-labs-pricing";
  private static final String CLOCK = "feat/integrate-labs-clock";

  @TempDir private Path temporary;
  private RealRepository shop;

  /** The moved module needs a mark, and another where the base asks for more. */
  private RealRepository unmended(String name, String stack) {
    return Shop.unfinished(temporary.resolve(name))
        .file(
            "ferry.yaml",
            "stack: " + stack,
            "gates: [syntax, schema, own]",
            "commands:",
            "  - name: own",
            "    argv:",
            "      - sh",
            "      - -c",
            "      - |",
            "        test -f core/pricing.py || exit 0",
            "        echo judged >> '" + temporary.resolve("judged") + "'",
            "        grep -q OK core/pricing.py || exit 1",
            "        test ! -f more.txt || grep -q MORE core/pricing.py",
            "fix:",
            "  command:",
            "    - sh",
            "    - -c",
            "    - |",
            "      echo called >> '" + temporary.resolve("called") + "'",
            "      grep -q OK core/pricing.py && mark=MORE || mark=OK",
            "      echo \"# $mark\" >> core/pricing.py")
        .commit("open");
  }

  @BeforeEach
  void mendedOnce() throws IOException {
    shop = unmended("shop", "none");
    run(0, "run", "--all");
    assertThat(times("called")).isEqualTo(1);
    assertThat(shop.show(PRICING, "core/pricing.py")).endsWith("# OK\n");
  }

  private Ended run(int exit, String... arguments) {
    Ended ended = BuiltFerry.in(shop.root()).run(arguments);
    assertThat(ended.exit()).as(ended.all()).isEqualTo(exit);
    return ended;
  }

  private int times(String what) throws IOException {
    return Files.readAllLines(temporary.resolve(what)).size();
  }

  private String id(String revision) {
    return shop.git("rev-parse", revision).strip();
  }

  private String fixes() {
    return shop.git("log", "-1", "--format=%(trailers:key=Ferry-Fix)", PRICING).strip();
  }

  @Test
  void theMendIsKeptAndEveryGateRunsAgain() throws IOException {
    String trailer = fixes();
    int judged = times("judged");
    shop.file("app/twice.py", "from labs.pricing import RATE", "", "TWICE = 2 * RATE")
        .commit("a new importer");
    String user = shop.userState();

    Ended ended = run(0, "restack");

    assertThat(ended.out()).contains(PRICING + " was derived again on main, ");
    assertThat(times("called")).isEqualTo(1);
    assertThat(times("judged")).isGreaterThan(judged);
    assertThat(id(PRICING + "^")).isEqualTo(id("main"));
    assertThat(shop.show(PRICING, "core/pricing.py")).endsWith("    return n * RATE\n# OK\n");
    assertThat(shop.show(PRICING, "app/twice.py")).startsWith("from core.pricing import RATE\n");
    assertThat(fixes()).isEqualTo(trailer).startsWith("Ferry-Fix: sh mended own; lines: 1");
    assertThat(run(0, "show", "labs.pricing").out())
        .contains(PRICING + " keeps what the operator had changed (files: 1)");
    assertThat(shop.userState()).isEqualTo(user);
    run(0, "gate", PRICING);
  }

  @Test
  void anUnrelatedChangeLeavesTheMendedBranchAsItIs() throws IOException {
    String before = id(PRICING);
    int judged = times("judged");
    shop.file("app/other.py", "VALUE = 1").commit("unrelated");

    Ended ended = run(0, "restack");

    assertThat(ended.out()).contains(PRICING + " stands on an older main; merging it gives what");
    assertThat(id(PRICING)).isEqualTo(before);
    assertThat(times("called")).isEqualTo(1);
    assertThat(times("judged")).isEqualTo(judged);
  }

  @Test
  void aMendThatDoesNotApplyIsLeftOutAndTheModuleHandedOverAgain() throws IOException {
    String source = shop.read("labs/pricing.py");
    Files.writeString(
        shop.root().resolve("labs/pricing.py"), source.replace("n * RATE", "n * RATE * 1"));
    shop.commit("rewrite the last line");

    run(0, "restack");

    assertThat(times("called")).isEqualTo(2);
    assertThat(shop.show(PRICING, "core/pricing.py")).endsWith("    return n * RATE * 1\n# OK\n");
    assertThat(fixes().lines()).hasSize(1);
    assertThat(run(0, "show", "labs.pricing").out())
        .contains("what the operator had changed in " + PRICING + " was left out");
  }

  @Test
  void aKeptMendThatIsNotEnoughIsHandedOverWithIt() throws IOException {
    shop.file("more.txt", "more")
        .file("app/twice.py", "from labs.pricing import RATE", "", "TWICE = 2 * RATE")
        .commit("ask for more");

    run(0, "restack");

    assertThat(times("called")).isEqualTo(2);
    assertThat(shop.show(PRICING, "core/pricing.py")).endsWith("# OK\n# MORE\n");
    assertThat(fixes().lines()).hasSize(2);
  }

  @Test
  void theMendIsKeptBelowTheBranchesThatStandOnIt() throws IOException {
    shop = unmended("stacked", "all");
    run(0, "run", "--all");
    assertThat(id(CLOCK + "^")).isEqualTo(id(PRICING));
    int called = times("called");
    shop.file("app/twice.py", "from labs.pricing import RATE", "", "TWICE = 2 * RATE")
        .commit("a new importer");

    run(0, "restack");

    assertThat(times("called")).isEqualTo(called);
    assertThat(id(CLOCK + "~2")).isEqualTo(id("main"));
    assertThat(id(CLOCK + "^")).isEqualTo(id(PRICING));
    assertThat(shop.show(CLOCK, "core/pricing.py")).endsWith("    return n * RATE\n# OK\n");
    assertThat(shop.show(CLOCK, "app/twice.py")).startsWith("from core.pricing import RATE\n");
    assertThat(fixes()).startsWith("Ferry-Fix: sh mended own");
    run(0, "gate", CLOCK);
  }

  @Test
  void theMendOfAUnitInTwoCommitsIsKeptInTheSecond() throws IOException {
    shop = unmended("halves", "none");
    run(0, "run", "--all", "--two-commits");
    int called = times("called");
    String trailer = fixes();
    assertThat(trailer).startsWith("Ferry-Fix: sh mended own");
    shop.file("app/twice.py", "from labs.pricing import RATE", "", "TWICE = 2 * RATE")
        .commit("a new importer");

    run(0, "restack");

    assertThat(times("called")).isEqualTo(called);
    assertThat(id(PRICING + "~2")).isEqualTo(id("main"));
    assertThat(shop.show(PRICING + "^", "core/pricing.py")).endsWith("    return n * RATE\n");
    assertThat(shop.show(PRICING, "core/pricing.py")).endsWith("    return n * RATE\n# OK\n");
    assertThat(shop.show(PRICING, "app/twice.py")).startsWith("from core.pricing import RATE\n");
    assertThat(fixes()).isEqualTo(trailer);
  }
}
