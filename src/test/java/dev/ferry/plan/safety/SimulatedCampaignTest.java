package dev.ferry.plan.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.plan.safety.Conflict.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Campaigns worked by the real dispatcher in virtual time. The full size, with a plan that ferry
 * makes of a repository, is {@code bench/campaign/run.sh}.
 */
final class SimulatedCampaignTest {
  private static final long SEED = Long.getLong("ferry.seed", 20261125L);

  /**
   * As the batches that ferry was made for: a few pairs share a file or import each other, one in
   * fifty rows makes way for others, one file is edited by many.
   */
  private static Schedule campaign(int modules, long seed) {
    Random random = new Random(seed);
    List<String> order = IntStream.range(0, modules).mapToObj(i -> "m" + i).toList();
    Map<List<String>, Precedence> edges = new HashMap<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (int i = 0; i < modules; i++) {
      if (i % 50 == 0) {
        for (int above = i + 1; above < Math.min(modules, i + 12); above++) {
          edges.put(
              List.of(order.get(i), order.get(above)),
              new Precedence(order.get(i), order.get(above), true, List.of()));
        }
      }
      if (i > 0 && random.nextInt(5) == 0) {
        String one = order.get(random.nextInt(Math.max(0, i - 200), i));
        Reason reason =
            random.nextBoolean()
                ? new Reason.SameFile("f" + i)
                : new Reason.Imports(order.get(i), one);
        conflict(one, order.get(i), reason, edges, conflicts);
      }
    }
    // a file that many edit: a chain in which everybody conflicts with everybody
    for (int i = 7; i < modules / 2; i += modules / 20) {
      for (int j = i + modules / 20; j < modules / 2; j += modules / 20) {
        conflict(order.get(i), order.get(j), new Reason.SameFile("hub"), edges, conflicts);
      }
    }
    return new Schedule(
        order, List.of(), List.copyOf(edges.values()), conflicts, List.of(), List.of(), List.of());
  }

  private static void conflict(
      String one,
      String two,
      Reason reason,
      Map<List<String>, Precedence> edges,
      List<Conflict> conflicts) {
    Precedence edge = new Precedence(one, two, false, List.of(reason));
    if (edges.putIfAbsent(List.of(one, two), edge) == null) {
      conflicts.add(new Conflict(one, two, List.of(reason)));
    }
  }

  @ParameterizedTest
  @CsvSource({"2000, 64", "2000, 8", "500, 16", "144, 2"})
  void theSlotsAreKeptBusyWhetherTheTimesAreKnownOrNot(int modules, int slots) {
    for (int i = 0; i < 5; i++) {
      Schedule schedule = campaign(modules, SEED + i);
      Map<String, Duration> durations = VirtualSlots.durations(schedule, SEED + i);
      Duration bound = new VirtualSlots(schedule, durations).lowerBound(slots);
      for (Map<String, Duration> estimated : List.of(durations, Map.<String, Duration>of())) {
        VirtualSlots.Result result =
            new VirtualSlots(schedule, durations).work(slots, estimated, unit -> true);

        double ratio = (double) result.makespan().toMillis() / bound.toMillis();
        System.out.printf(
            "%d modules, %d slots, times %s: %.3f of the lower bound (seed %d)%n",
            modules, slots, estimated.isEmpty() ? "unknown" : "known", ratio, SEED + i);
        assertThat(result.worked()).isEqualTo(modules);
        assertThat(ratio).as("seed %s", SEED + i).isBetween(1.0, 1.2);
      }
    }
  }

  @Test
  void aCampaignInWhichModulesFailEndsWithEveryUnitAccountedFor() {
    Schedule schedule = campaign(2000, SEED);
    Map<String, Duration> durations = VirtualSlots.durations(schedule, SEED);
    Random random = new Random(SEED);

    VirtualSlots.Result result =
        new VirtualSlots(schedule, durations).work(64, durations, unit -> random.nextInt(10) > 0);

    assertThat(result.worked() + result.unreachable()).isEqualTo(2000);
    assertThat(result.unreachable()).isPositive();
  }

  @Test
  void theSameSeedGivesTheSameCampaign() {
    Schedule schedule = campaign(500, SEED);
    Map<String, Duration> durations = VirtualSlots.durations(schedule, SEED);

    assertThat(new VirtualSlots(schedule, durations).work(16, durations, unit -> true))
        .isEqualTo(new VirtualSlots(schedule, durations).work(16, durations, unit -> true));
  }
}
