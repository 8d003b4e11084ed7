package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several modules worked at the same time come to what one after the other comes to. */
final class ParallelRunIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MODULES = 8;
  private static final String BATCH = "batches/batch_core.tsv";

  @TempDir private Path temporary;

  /** Eight modules; {@code m1} imports {@code m0}, and one file uses {@code m2} and {@code m3}. */
  private RealRepository yard(String name, String... configuration) {
    RealRepository yard =
        RealRepository.at(temporary.resolve(name))
            .file(".gitignore", "*.done")
            .file("labs/__init__.py")
            .file("core/__init__.py")
            .file("app/__init__.py")
            .file("app/both.py", "from labs.m2 import V2", "from labs.m3 import V3")
            .file("ferry.yaml", configuration);
    for (int i = 0; i < MODULES; i++) {
      String first = i == 1 ? "from labs.m0 import V0" : "# nothing to import";
      yard.file("labs/m" + i + ".py", first, "V" + i + " = " + i)
          .row(BATCH, "labs.m" + i, "labs/m" + i + ".py", "core/m" + i + ".py");
    }
    return yard.commit("open");
  }

  private static String withoutCommits(BuiltFerry.Ended run) {
    return run.out().replaceAll(" [0-9a-f]{10}\n", "\n");
  }

  private static Map<String, String> trees(RealRepository yard) {
    Map<String, String> trees = new TreeMap<>();
    yard.branches().forEach(b -> trees.put(b, yard.git("rev-parse", b + "^{tree}").strip()));
    return trees;
  }

  @Test
  void severalWorkersComeToTheSameTreesAndNeverDisturbEachOther() throws IOException {
    String[] slow = {
      "gates: [syntax, schema, slow]",
      "commands:",
      "  - {name: slow, argv: [sh, -c, 'sleep 0.4; echo $TMPDIR']}"
    };
    RealRepository one = yard("one", slow);
    RealRepository many = yard("many", slow);

    BuiltFerry.Ended alone = BuiltFerry.in(one.root()).run("run", "--all");
    BuiltFerry.Ended run =
        BuiltFerry.in(many.root())
            .run("run", "--all", "--parallel", "3", "--events", "events.ndjson");

    assertThat(alone.exit()).as(alone.all()).isZero();
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(trees(many)).hasSize(MODULES + 1).isEqualTo(trees(one));
    assertThat(withoutCommits(run)).isEqualTo(withoutCommits(alone));
    assertThat(many.read(BATCH + ".done").lines().sorted())
        .isEqualTo(one.read(BATCH + ".done").lines().sorted().toList());
    List<Span> spans = spans(many.root().resolve("events.ndjson"));
    assertThat(spans).hasSize(MODULES);
    assertThat(atTheSameTime(spans)).as("%s", spans).isGreaterThan(1).isLessThanOrEqualTo(3);
    assertThat(meets(spans, "labs.m0", "labs.m1")).as("%s", spans).isFalse();
    assertThat(meets(spans, "labs.m2", "labs.m3")).as("%s", spans).isFalse();
    assertThat(run.err()).contains("1| ").contains("3| ");
  }

  @Test
  void afterAFailureWhatRunsIsEndedAndNothingMoreBegins() {
    RealRepository yard =
        yard(
            "failing",
            "gates: [syntax, own]",
            "commands:",
            "  - {name: own, argv: [sh, -c, 'sleep 0.5; test -f labs/m0.py']}");

    BuiltFerry.Ended run = BuiltFerry.in(yard.root()).run("run", "--all", "--parallel", "2");

    // m0 fails; whoever ran beside it is published, the rest stays
    assertThat(run.exit()).as(run.all()).isEqualTo(5);
    assertThat(run.out()).as(run.all()).contains("1 failed");
    assertThat(yard.branches()).as(run.all()).hasSizeLessThan(MODULES).contains("main");
    assertThat(yard.branches()).doesNotContain("feat/integrate-labs-m0");
    assertThat(run.err()).as(run.all()).contains("FRY-R037");

    BuiltFerry.Ended next =
        BuiltFerry.in(yard.root()).run("run", "--all", "--parallel", "2", "--keep-going");
    assertThat(next.exit()).as(next.all()).isEqualTo(5);
    assertThat(next.out()).as(next.all()).contains("7 integrated, 1 failed; 8 in all");
    assertThat(yard.branches()).hasSize(MODULES);
  }

  @Test
  void asManyFailuresAsAreAllowedEndARunOfSeveralWorkers() {
    RealRepository yard =
        yard(
            "limited",
            "gates: [syntax, own]",
            "commands:",
            "  - {name: own, argv: [sh, -c, 'test -f labs/m1.py && test -f labs/m4.py']}");

    BuiltFerry.Ended run =
        BuiltFerry.in(yard.root()).run("run", "--all", "--parallel", "2", "--max-failures", "1");
    BuiltFerry.Ended rest =
        BuiltFerry.in(yard.root()).run("run", "--all", "--parallel", "2", "--max-failures", "3");

    assertThat(run.exit()).as(run.all()).isEqualTo(5);
    // whoever ran beside it is brought to its end
    assertThat(run.out()).as(run.all()).containsPattern("[12] failed");
    assertThat(run.err()).as(run.all()).contains("FRY-R066").contains("not tried");
    assertThat(rest.exit()).as(rest.all()).isEqualTo(5);
    assertThat(rest.out()).as(rest.all()).contains("6 integrated, 2 failed; 8 in all");
    assertThat(rest.err()).as(rest.all()).doesNotContain("FRY-R066");
  }

  @Test
  void aRunBeginsNothingMoreOnceItsTimeIsUp() {
    String[] slow = {
      "gates: [syntax, slow]", "commands:", "  - {name: slow, argv: [sh, -c, 'sleep 2']}"
    };
    RealRepository yard = yard("timed", slow);
    yard.file("ferry.yaml", "limits: {run: 1s}").append("ferry.yaml", slow);

    BuiltFerry.Ended run = BuiltFerry.in(yard.root()).run("run", "--all", "--parallel", "2");

    // two could begin, and are brought to their ends; a slow machine begins fewer
    assertThat(run.exit()).as(run.all()).isEqualTo(5);
    assertThat(yard.branches()).as(run.all()).hasSizeLessThanOrEqualTo(3);
    assertThat(run.err()).as(run.all()).contains("FRY-R067").contains("labs.m7");
    yard.file("ferry.yaml", "gates: [syntax]");
    BuiltFerry.Ended rest = BuiltFerry.in(yard.root()).run("run", "--all", "--parallel", "2");
    assertThat(rest.exit()).as(rest.all()).isZero();
    assertThat(rest.out()).as(rest.all()).contains("8 integrated; 8 in all");
  }

  @Test
  void aKilledRunOfSeveralWorkersIsTakenUp() throws Exception {
    RealRepository undisturbed = yard("undisturbed", "gates: [syntax, schema]");
    BuiltFerry.in(undisturbed.root()).run("run", "--all");
    Map<String, String> expected = trees(undisturbed);
    RealRepository yard =
        yard(
            "killed",
            "gates: [syntax, schema, slow]",
            "commands:",
            "  - {name: slow, argv: [sh, -c, 'sleep 0.3']}");
    // the one setting that differs must not make the trees differ
    expected.remove("main");

    for (int kill = 1; kill <= 3; kill++) {
      Path out = temporary.resolve("out-" + kill);
      Path err = temporary.resolve("err-" + kill);
      Process ferry = BuiltFerry.in(yard.root()).start(out, err, "run", "--all", "--parallel", "3");
      int branches = yard.branches().size();
      Waiting.until("a branch", () -> yard.branches().size() > branches || !ferry.isAlive());
      ferry.destroyForcibly();
      assertThat(ferry.waitFor(30, TimeUnit.SECONDS)).isTrue();
      yard.git("fsck", "--no-dangling", "--strict");
    }
    BuiltFerry.Ended last = BuiltFerry.in(yard.root()).run("run", "--all", "--parallel", "3");

    assertThat(last.exit()).as(last.all()).isZero();
    assertThat(yard.branches()).hasSize(MODULES + 1);
    for (String branch : expected.keySet()) {
      assertThat(yard.git("rev-list", "--count", "main.." + branch)).isEqualTo("1\n");
      assertThat(yard.git("diff", "--name-status", "main", branch, "--", "labs", "core", "app"))
          .as(branch)
          .isEqualTo(
              undisturbed.git(
                  "diff", "--name-status", "main", branch, "--", "labs", "core", "app"));
    }
    assertThat(last.out()).contains("8 in all");
  }

  /** The operator must leave everything else alone, while other workers publish beside it. */
  @Test
  void anOperatorIsNotBlamedForWhatOtherWorkersDo() {
    RealRepository yard =
        yard(
            "mended",
            "gates: [syntax, own]",
            "commands:",
            "  - name: own",
            "    argv:",
            "      - sh",
            "      - -c",
            "      - 'sleep 0.3; for f in core/m[256].py; do test ! -f $f || grep -q OK $f"
                + " || exit 1; done'",
            "fix:",
            "  command:",
            "    - sh",
            "    - -c",
            "    - 'sleep 0.8; for f in core/m[256].py; do test ! -f $f || echo \"# OK\" >> $f;"
                + " done'");

    BuiltFerry.Ended run =
        BuiltFerry.in(yard.root()).run("run", "--all", "--keep-going", "--parallel", "3");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out()).as(run.all()).contains("8 integrated; 8 in all");
    assertThat(yard.show("feat/integrate-labs-m5", "core/m5.py")).endsWith("# OK\n");
    assertThat(
            yard.git("log", "-1", "--format=%(trailers:key=Ferry-Fix)", "feat/integrate-labs-m6"))
        .contains("mended own");
  }

  @Test
  void aWrongNumberIsToldWithTheMend() {
    RealRepository yard = yard("wrong", "gates: [syntax]");
    BuiltFerry.Ended run = BuiltFerry.in(yard.root()).run("run", "--parallel", "0");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("FRY-U041").contains("from 1 to 64");
  }

  /** When a unit was worked. */
  private record Span(String unit, Instant begin, Instant end) {}

  private static List<Span> spans(Path events) throws IOException {
    Map<String, Instant> begun = new HashMap<>();
    List<Span> spans = new ArrayList<>();
    for (String line : Files.readAllLines(events)) {
      JsonNode event = JSON.readTree(line);
      assertThat(event.path("schema").asString()).isEqualTo("ferry.event/v1");
      Instant time = Instant.parse(event.path("time").asString());
      switch (event.path("event").asString()) {
        case "unit-started" -> begun.put(event.path("unit").asString(), time);
        case "module-ended" -> {
          String unit = event.path("module").asString();
          spans.add(new Span(unit, begun.getOrDefault(unit, time), time));
        }
        default -> {
          // steps and gates
        }
      }
    }
    return spans;
  }

  private static boolean meets(List<Span> spans, String one, String other) {
    Span first = spans.stream().filter(s -> s.unit().equals(one)).findFirst().orElseThrow();
    Span second = spans.stream().filter(s -> s.unit().equals(other)).findFirst().orElseThrow();
    return first.begin().isBefore(second.end()) && second.begin().isBefore(first.end());
  }

  private static long atTheSameTime(List<Span> spans) {
    return spans.stream()
        .mapToLong(
            span ->
                spans.stream()
                    .filter(
                        other ->
                            !other.begin().isAfter(span.begin())
                                && other.end().isAfter(span.begin()))
                    .count())
        .max()
        .orElse(0);
  }
}
