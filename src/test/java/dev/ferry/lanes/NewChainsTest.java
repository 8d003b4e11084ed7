package dev.ferry.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.facts.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which chains count as new: by example, and beside all chains that there are. */
final class NewChainsTest {
  private static final String HEAD = "[importlinter]\nroot_packages =\n  core\n  labs\n";

  private static LaneConfiguration contract(String sources, String targets) {
    String text =
        HEAD
            + "[importlinter:contract:c]\nname = n\ntype = forbidden\nsource_modules = "
            + sources
            + "\nforbidden_modules = "
            + targets
            + "\n";
    LaneReading reading =
        LaneConfigurationReader.read(
            ".importlinter", Optional.of(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(reading.problems()).isEmpty();
    return reading.configuration().orElseThrow();
  }

  /** A tree with these imports, each as {@code core.a>labs.m}; a name alone is a module. */
  private static Snapshot tree(String imports) {
    Map<String, String> files = new TreeMap<>();
    files.put("core/__init__.py", "");
    files.put("labs/__init__.py", "");
    for (String each : imports.split(" ")) {
      String[] ends = each.split(">", -1);
      for (String module : ends) {
        files.putIfAbsent(module.replace('.', '/') + ".py", "");
      }
      if (ends.length > 1) {
        files.merge(ends[0].replace('.', '/') + ".py", "import " + ends[1] + "\n", String::concat);
      }
    }
    return MemorySnapshot.of(files);
  }

  private static Set<String> chains(
      LaneConfiguration contract, String base, String now, Map<String, String> moved) {
    LaneGuard before = LaneGuard.of(tree(base), contract, false);
    LaneReport report =
        LaneGuard.of(tree(now), contract.after(moved), false).reportSince(before, moved);
    assertThat(report.failed()).isZero();
    Set<String> chains = new LinkedHashSet<>();
    for (Violation violation : report.results().getFirst().violations()) {
      for (Violation.Route route : ((Violation.NotAllowed) violation).routes()) {
        StringBuilder chain = new StringBuilder(route.chain().getFirst().importer());
        route.chain().forEach(link -> chain.append('>').append(link.imported()));
        chains.add(chain.toString());
      }
    }
    return chains;
  }

  private static Set<String> chains(String base, String more) {
    return chains(contract("core", "labs.t"), base, base + " " + more, Map.of());
  }

  @Test
  void aNewImportAtEachPlaceOfAChainMakesItNew() {
    assertThat(chains("labs.m>labs.t core.a", "core.a>labs.m"))
        .containsExactly("core.a>labs.m>labs.t");
    assertThat(chains("core.a>labs.m labs.t", "labs.m>labs.t"))
        .containsExactly("core.a>labs.m>labs.t");
    assertThat(chains("core.a>labs.m labs.n>labs.t", "labs.m>labs.n"))
        .containsExactly("core.a>labs.m>labs.n>labs.t");
    assertThat(chains("core.a labs.t", "core.a>labs.t")).containsExactly("core.a>labs.t");
  }

  @Test
  void eachNewImportIsTold() {
    assertThat(chains("core.a>labs.m core.b>labs.m labs.t", "labs.m>labs.t core.a>labs.t"))
        .containsExactlyInAnyOrder("core.a>labs.t", "core.a>labs.m>labs.t");
    assertThat(chains("core.a core.b labs.m>labs.t", "core.a>labs.m core.b>labs.m"))
        .containsExactlyInAnyOrder("core.a>labs.m>labs.t", "core.b>labs.m>labs.t");
    assertThat(chains("core.a>labs.m labs.n>labs.t", "labs.m>labs.n core.a>labs.n"))
        .containsExactlyInAnyOrder("core.a>labs.n>labs.t", "core.a>labs.m>labs.n>labs.t");
  }

  @Test
  void whatStandsAndWhatLeadsNowhereIsNot() {
    assertThat(chains("core.a>labs.m labs.m>labs.t", "core.b")).isEmpty();
    assertThat(chains("core.a>labs.m labs.m>labs.t", "core.a>labs.q labs.q>labs.r")).isEmpty();
    assertThat(chains("core.a labs.t", "labs.m>labs.t labs.n>labs.m")).isEmpty();
  }

  @Test
  void aWalkThatComesByAModuleTwiceLeadsToTheChainAroundIt() {
    String around = "labs.n>labs.m labs.n>labs.p labs.p>labs.q labs.q>labs.r labs.r>labs.t";
    assertThat(chains("core.a>labs.m labs.m>labs.t " + around, "labs.m>labs.n"))
        .containsExactly("core.a>labs.m>labs.n>labs.p>labs.q>labs.r>labs.t");
  }

  @Test
  void theWayToTheNewImportMayHaveToGiveWayToTheOneBehindIt() {
    String base =
        "core.a>labs.p labs.p>labs.m labs.p>labs.t core.a>labs.h labs.h>labs.i labs.i>labs.m"
            + " labs.n>labs.p";
    assertThat(chains(base, "labs.m>labs.n"))
        .containsExactly("core.a>labs.h>labs.i>labs.m>labs.n>labs.p>labs.t");
  }

  @Test
  void aCircleThatNoChainCanTakeIsPassedOver() {
    assertThat(chains("core.a>labs.p labs.p>labs.m labs.p>labs.t labs.n>labs.p", "labs.m>labs.n"))
        .isEmpty();
    assertThat(chains("core.a>labs.m labs.m>labs.t labs.t>labs.u", "labs.u>core.a")).isEmpty();
  }

  @Test
  void oldImportsBreakAContractWhoseEndTheyBecame() {
    LaneConfiguration sources = contract("core.lane", "labs.t");
    assertThat(
            chains(
                sources,
                "core.a>labs.m labs.m>labs.t core.lane.x core.lane.__init__",
                "core.lane.a>labs.m labs.m>labs.t core.lane.x core.lane.__init__",
                Map.of("core.a", "core.lane.a")))
        .containsExactly("core.lane.a>labs.m>labs.t");
    LaneConfiguration targets = contract("core", "labs.t");
    assertThat(
            chains(
                targets,
                "core.a>labs.m labs.m>labs.u labs.m>labs.v labs.t.__init__ labs.t.x",
                "core.a>labs.m labs.m>labs.t.u labs.m>labs.t.v labs.t.__init__ labs.t.x",
                Map.of("labs.u", "labs.t.u", "labs.v", "labs.t.v")))
        .containsExactlyInAnyOrder("core.a>labs.m>labs.t.u", "core.a>labs.m>labs.t.v");
  }

  /** Every chain that is told is one, and new; where any is new, one is told. */
  @Test
  void saysOfRandomGraphsWhatLookingAtAllChainsSays() {
    int found = 0;
    int missed = 0;
    for (int seed = 1; seed <= 400; seed++) {
      Random random = new Random(seed);
      Set<String> base = new TreeSet<>();
      Set<String> now = new TreeSet<>();
      List<String> modules = List.of("core.a", "core.b", "labs.m", "labs.n", "labs.o", "labs.p");
      for (String from : modules) {
        for (String to : List.of("core.a", "labs.m", "labs.n", "labs.o", "labs.p", "labs.t")) {
          int chance = random.nextInt(10);
          if (!from.equals(to) && chance < 3) {
            now.add(from + ">" + to);
          }
          if (!from.equals(to) && chance < 2) {
            base.add(from + ">" + to);
          }
        }
      }
      Set<String> all = new HashSet<>();
      walk(now, List.of("core.a"), all);
      walk(now, List.of("core.b"), all);
      all.removeIf(chain -> imports(chain).stream().allMatch(base::contains));
      String names = String.join(" ", modules) + " labs.t ";
      Set<String> told =
          chains(
              contract("core", "labs.t"),
              names + String.join(" ", base),
              names + String.join(" ", now),
              Map.of());
      assertThat(all).as("seed %s", seed).containsAll(told);
      found += told.isEmpty() ? 0 : 1;
      missed += told.isEmpty() && !all.isEmpty() ? 1 : 0;
    }
    assertThat(found).as("graphs with something new").isGreaterThan(100);
    assertThat(missed).as("graphs whose new chains were all missed").isZero();
  }

  private static List<String> imports(String chain) {
    String[] modules = chain.split(">");
    List<String> imports = new ArrayList<>();
    for (int i = 0; i + 1 < modules.length; i++) {
      imports.add(modules[i] + ">" + modules[i + 1]);
    }
    return imports;
  }

  private static void walk(Set<String> imports, List<String> way, Set<String> chains) {
    if (way.getLast().equals("labs.t")) {
      chains.add(String.join(">", way));
      return;
    }
    for (String each : imports) {
      String[] ends = each.split(">");
      boolean onTheWay = ends[1].startsWith("labs.") && !way.contains(ends[1]);
      if (ends[0].equals(way.getLast()) && onTheWay) {
        List<String> longer = new ArrayList<>(way);
        longer.add(ends[1]);
        walk(imports, longer, chains);
      }
    }
  }
}
