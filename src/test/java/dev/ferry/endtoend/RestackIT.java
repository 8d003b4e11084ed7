package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.endtoend.BuiltFerry.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open branches when the base has moved on. */
final class RestackIT {
  private static final String PRICING = "feat/integrate-labs-pricing";
  private static final String CLOCK = "feat/integrate-labs-clock";

  @TempDir private Path temporary;

  private RealRepository shop() {
    RealRepository shop = Shop.judgedByReading(temporary.resolve("shop"));
    run(shop, 0, "run", "--all");
    return shop;
  }

  private static Ended run(RealRepository shop, int exit, String... arguments) {
    Ended ended = BuiltFerry.in(shop.root()).run(arguments);
    assertThat(ended.exit()).as(ended.all()).isEqualTo(exit);
    return ended;
  }

  private static String id(RealRepository shop, String revision) {
    return shop.git("rev-parse", revision).strip();
  }

  private static RealRepository newImporter(RealRepository shop) {
    return shop.file("app/twice.py", "from labs.pricing import RATE", "", "TWICE = 2 * RATE")
        .commit("a new importer");
  }

  @Test
  void nothingIsDoneWhereTheBaseStandsStill() {
    RealRepository shop = shop();
    Ended ended = run(shop, 3, "restack");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).isEqualTo("nothing to derive again: no open branch is behind main\n");
  }

  @Test
  void anUnrelatedChangeLeavesTheBranchAsItIs() {
    RealRepository shop = shop();
    String before = id(shop, PRICING);
    shop.file("app/other.py", "VALUE = 1").commit("unrelated");
    String user = shop.userState();

    Ended ended = run(shop, 0, "restack");

    assertThat(ended.out())
        .contains(PRICING + " stands on an older main; merging it gives what deriving it again");
    assertThat(id(shop, PRICING)).isEqualTo(before);
    assertThat(shop.userState()).isEqualTo(user);
  }

  @Test
  void aNewImporterOnTheBaseIsRewrittenToo() {
    RealRepository shop = shop();
    String pricing = id(shop, PRICING);
    String clock = id(shop, CLOCK);
    newImporter(shop);
    String user = shop.userState();

    Ended ended = run(shop, 0, "restack");

    assertThat(ended.out())
        .contains(PRICING + " was derived again on main, ")
        .contains("gives another tree than moving the module there [FRY-G054]");
    assertThat(id(shop, PRICING)).isNotEqualTo(pricing);
    assertThat(id(shop, PRICING + "^")).isEqualTo(id(shop, "main"));
    assertThat(shop.show(PRICING, "app/twice.py")).startsWith("from core.pricing import RATE\n");
    assertThat(id(shop, CLOCK)).as("nothing new mentions the clock").isEqualTo(clock);
    assertThat(shop.userState()).isEqualTo(user);
    // a merge of the old branch would have been clean, and wrong
    shop.git("switch", "-q", "--detach", "main");
    shop.git("merge", "-q", "--no-edit", pricing);
    assertThat(shop.read("app/twice.py")).startsWith("from labs.pricing");
    assertThat(shop.has("labs/pricing.py")).isFalse();
    assertThat(run(shop, 0, "show", "labs.pricing").out())
        .contains("derived again on " + id(shop, "main").substring(0, 10));
    assertThat(run(shop, 0, "log").out().lines().findFirst().orElse(""))
        .contains("labs.pricing")
        .contains("(derived again)");
    run(shop, 0, "restack");
    assertThat(id(shop, CLOCK)).isEqualTo(clock);
  }

  @Test
  void aChangeThatWouldConflictIsNoConflictForADerivation() {
    RealRepository shop = shop();
    shop.file(
            "app/shop.py",
            "from labs.pricing import RATE, price",
            "import labs.clock",
            "",
            "",
            "def total(n):",
            "    return price(n) + RATE + labs.clock.now() - RATE")
        .commit("rewrite the importer");

    Ended ended = run(shop, 0, "restack");

    assertThat(ended.out()).contains("merging it into main conflicts [FRY-G053]");
    assertThat(shop.show(PRICING, "app/shop.py"))
        .startsWith("from core.pricing import RATE, price\nimport labs.clock\n");
    assertThat(id(shop, PRICING + "^")).isEqualTo(id(shop, "main"));
  }

  @Test
  void aModuleThatLandedBySquashIsDone() {
    RealRepository shop = shop();
    String pricing = id(shop, PRICING);
    shop.git("merge", "-q", "--squash", PRICING);
    shop.commit("pricing moves (#1)");

    Ended ended = run(shop, 0, "restack");

    assertThat(ended.out()).contains(PRICING + " has landed on main\n");
    assertThat(id(shop, PRICING)).isEqualTo(pricing);
    // both moves edit neighbouring lines, which a merge cannot tell apart
    assertThat(ended.out()).contains(CLOCK + " was derived again on main");
    assertThat(shop.show(CLOCK, "app/shop.py"))
        .startsWith("from core.pricing import price")
        .contains("import core.clock");
  }

  @Test
  void aRunBeginsWithIt() {
    RealRepository shop = shop();
    newImporter(shop);
    shop.file("labs/rules.py", "LIMIT = 7")
        .row(Shop.BATCH, "labs.rules", "labs/rules.py", "core/rules.py");
    shop.commit("one row more");

    Ended ended = run(shop, 0, "run", "--all");

    assertThat(ended.err())
        .contains(PRICING + " was derived again on main, ")
        .contains("1 open branch stands on an older main and merges well as it is\n");
    assertThat(ended.out()).endsWith("3 integrated; 3 in all\n");
    assertThat(ended.out()).contains(id(shop, PRICING).substring(0, 10));
    assertThat(shop.show(PRICING, "app/twice.py")).contains("core.pricing");
  }

  @Test
  void aRunLeavesOpenBranchesAloneWhereItIsToldTo() {
    RealRepository shop = shop();
    String pricing = id(shop, PRICING);
    shop.file("ferry.yaml", "gates: [syntax, schema, history]", "restack: false");
    newImporter(shop);

    run(shop, 0, "run", "--all");

    assertThat(id(shop, PRICING)).isEqualTo(pricing);
  }

  @Test
  void aRehearsalChangesNothing() {
    RealRepository shop = shop();
    newImporter(shop);
    String refs = shop.git("for-each-ref");
    String log = run(shop, 0, "log").out();
    String user = shop.userState();

    Ended ended = run(shop, 0, "restack", "--dry-run", "--json");

    assertThat(ended.out())
        .startsWith("{\"schema\":\"ferry.restack/v1\",\"base\":\"main\"")
        .contains("\"branch\":\"" + PRICING + "\",\"result\":\"would be derived again\"")
        .contains("\"branch\":\"" + CLOCK + "\",\"result\":\"kept\"");
    assertThat(shop.git("for-each-ref")).isEqualTo(refs);
    assertThat(run(shop, 0, "log").out()).isEqualTo(log);
    assertThat(shop.userState()).isEqualTo(user);
  }
}
