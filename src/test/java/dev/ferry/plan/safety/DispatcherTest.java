package dev.ferry.plan.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.plan.safety.Conflict.Reason;
import dev.ferry.plan.safety.Dispatcher.Unreachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is handed out, when, and what never is. */
final class DispatcherTest {
  private static final List<Reason> FILE = List.of(new Reason.SameFile("shop.py"));

  private static Schedule schedule(
      List<String> order, List<Precedence> edges, List<Conflict> conflicts) {
    return new Schedule(order, List.of(), edges, conflicts, List.of(), List.of(), List.of());
  }

  private static Precedence stacked(String earlier, String later) {
    return new Precedence(earlier, later, true, List.of());
  }

  private static Precedence waits(String earlier, String later) {
    return new Precedence(earlier, later, false, FILE);
  }

  private static List<String> allThatMayRun(Dispatcher dispatcher) {
    List<String> ids = new ArrayList<>();
    for (Optional<String> id = dispatcher.next(); id.isPresent(); id = dispatcher.next()) {
      ids.add(id.orElseThrow());
    }
    return ids;
  }

  @Test
  void independentUnitsAreHandedOutInTheOrderOfTheSchedule() {
    Dispatcher dispatcher = new Dispatcher(schedule(List.of("a", "b", "c"), List.of(), List.of()));

    assertThat(allThatMayRun(dispatcher)).containsExactly("a", "b", "c");
    assertThat(dispatcher.running()).isEqualTo(3);
    assertThat(dispatcher.isDrained()).isFalse();
    List.of("a", "b", "c").forEach(id -> dispatcher.ended(id, true));
    assertThat(dispatcher.isDrained()).isTrue();
    assertThat(dispatcher.next()).isEmpty();
  }

  @Test
  void aScheduleOfNothingIsDrainedFromTheStart() {
    Dispatcher dispatcher = new Dispatcher(schedule(List.of(), List.of(), List.of()));

    assertThat(dispatcher.isDrained()).isTrue();
    assertThat(dispatcher.next()).isEmpty();
  }

  @Test
  void aUnitWaitsForEveryOneBeforeIt() {
    Dispatcher dispatcher =
        new Dispatcher(
            schedule(List.of("a", "b", "c"), List.of(waits("a", "c"), waits("b", "c")), List.of()));

    assertThat(allThatMayRun(dispatcher)).containsExactly("a", "b");
    dispatcher.ended("b", true);
    assertThat(dispatcher.next()).isEmpty();
    dispatcher.ended("a", false);
    assertThat(allThatMayRun(dispatcher)).containsExactly("c");
    assertThat(dispatcher.unreachable()).isEmpty();
  }

  @Test
  void unitsThatConflictWithoutAnOrderNeverRunTogether() {
    Dispatcher dispatcher =
        new Dispatcher(
            schedule(
                List.of("a", "b", "c"),
                List.of(),
                List.of(new Conflict("a", "b", FILE), new Conflict("b", "c", FILE))));

    assertThat(allThatMayRun(dispatcher)).containsExactly("a", "c");
    dispatcher.ended("a", true);
    assertThat(dispatcher.next()).isEmpty();
    dispatcher.ended("c", false);
    assertThat(allThatMayRun(dispatcher)).containsExactly("b");
  }

  @Test
  void theLongestChainGoesFirst() {
    Schedule chains =
        schedule(
            List.of("lone", "head", "middle", "tail"),
            List.of(waits("head", "middle"), waits("middle", "tail")),
            List.of());

    assertThat(allThatMayRun(new Dispatcher(chains))).containsExactly("head", "lone");
    assertThat(allThatMayRun(new Dispatcher(chains, Map.of("lone", Duration.ofMinutes(1)))))
        .as("the mean of what is known counts for what is not")
        .containsExactly("head", "lone");
    assertThat(
            allThatMayRun(
                new Dispatcher(
                    chains,
                    Map.of(
                        "lone", Duration.ofMinutes(9),
                        "head", Duration.ofMinutes(1),
                        "middle", Duration.ofMinutes(1),
                        "tail", Duration.ofMinutes(1)))))
        .containsExactly("lone", "head");
  }

  @Test
  void whatStandsOnAUnitThatWasNotPublishedIsUnreachableAndToldOnce() {
    Dispatcher dispatcher =
        new Dispatcher(
            schedule(
                List.of("way", "row", "row2", "upper", "other", "last"),
                List.of(
                    stacked("way", "row"),
                    stacked("way", "row2"),
                    stacked("row", "upper"),
                    stacked("way", "upper"),
                    waits("way", "other"),
                    waits("upper", "last")),
                List.of()));
    assertThat(allThatMayRun(dispatcher)).containsExactly("way");

    dispatcher.ended("way", false);

    assertThat(dispatcher.unreachable())
        .containsExactly(
            new Unreachable("row", "way"),
            new Unreachable("row2", "way"),
            new Unreachable("upper", "way"));
    assertThat(dispatcher.unreachable()).isEmpty();
    assertThat(allThatMayRun(dispatcher)).containsExactly("other", "last");
    dispatcher.ended("other", false);
    dispatcher.ended("last", false);
    assertThat(dispatcher.unreachable()).isEmpty();
    assertThat(dispatcher.isDrained()).isTrue();
  }

  @Test
  void whatStandsOnAUnitThatWasPublishedRuns() {
    Dispatcher dispatcher =
        new Dispatcher(schedule(List.of("way", "row"), List.of(stacked("way", "row")), List.of()));
    dispatcher.next();

    dispatcher.ended("way", true);

    assertThat(allThatMayRun(dispatcher)).containsExactly("row");
  }

  @Test
  void anEndWithoutABeginningIsRefused() {
    Dispatcher dispatcher = new Dispatcher(schedule(List.of("a"), List.of(), List.of()));

    assertThatThrownBy(() -> dispatcher.ended("a", true)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> dispatcher.ended("b", true))
        .isInstanceOf(IllegalArgumentException.class);
    dispatcher.next();
    dispatcher.ended("a", true);
    assertThatThrownBy(() -> dispatcher.ended("a", true)).isInstanceOf(IllegalStateException.class);
  }

  /** Any schedule, any number of workers, any ends: nothing meets, nothing is lost or repeated. */
  @Test
  void everyUnitRunsOnceOrIsUnreachableAndNoneMeetsOneItMustNotMeet() {
    for (int seed = 0; seed < 300; seed++) {
      new RandomCampaign(new Random(seed), "seed " + seed).run();
    }
  }

  private static final class RandomCampaign {
    private final Random random;
    private final String seed;
    private final List<String> order;
    private final List<Precedence> edges = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> unpublished = new HashSet<>();
    private final List<String> running = new ArrayList<>();

    RandomCampaign(Random random, String seed) {
      this.random = random;
      this.seed = seed;
      this.order = IntStream.range(0, 1 + random.nextInt(30)).mapToObj(i -> "u" + i).toList();
      for (int later = 1; later < order.size(); later++) {
        for (int earlier = 0; earlier < later; earlier++) {
          String one = order.get(earlier);
          String two = order.get(later);
          switch (random.nextInt(30)) {
            case 0 -> edges.add(stacked(one, two));
            case 1 -> {
              edges.add(waits(one, two));
              conflicts.add(new Conflict(one, two, FILE));
            }
            case 2 -> conflicts.add(new Conflict(one, two, FILE));
            default -> {}
          }
        }
      }
    }

    void run() {
      int workers = 1 + random.nextInt(5);
      Dispatcher dispatcher = new Dispatcher(schedule(order, edges, conflicts));
      while (!dispatcher.isDrained()) {
        while (running.size() < workers) {
          Optional<String> next = dispatcher.next();
          if (next.isEmpty()) {
            break;
          }
          begin(next.orElseThrow());
        }
        assertThat(running).as("%s: somebody works", seed).isNotEmpty();
        String id = running.remove(random.nextInt(running.size()));
        boolean published = random.nextInt(4) > 0;
        Set<String> expected = published ? Set.of() : standingOn(id);
        dispatcher.ended(id, published);
        ended.add(id);
        if (!published) {
          unpublished.add(id);
        }
        assertThat(dispatcher.unreachable())
            .as(seed)
            .extracting(Unreachable::id)
            .doesNotHaveDuplicates()
            .containsExactlyInAnyOrderElementsOf(expected);
        ended.addAll(expected);
      }
      assertThat(ended).as(seed).containsExactlyInAnyOrderElementsOf(order);
      assertThat(running).as(seed).isEmpty();
    }

    private void begin(String id) {
      assertThat(ended).as(seed).doesNotContain(id);
      for (Precedence edge : edges) {
        if (edge.later().equals(id)) {
          assertThat(ended).as(seed).contains(edge.earlier());
          assertThat(edge.stacked() && unpublished.contains(edge.earlier())).as(seed).isFalse();
        }
      }
      for (Conflict conflict : conflicts) {
        if (conflict.first().equals(id) || conflict.second().equals(id)) {
          assertThat(running).as(seed).doesNotContain(conflict.first(), conflict.second());
        }
      }
      running.add(id);
    }

    private Set<String> standingOn(String id) {
      Set<String> above = new HashSet<>();
      List<String> below = new ArrayList<>(List.of(id));
      while (!below.isEmpty()) {
        String at = below.removeLast();
        for (Precedence edge : edges) {
          boolean open = !ended.contains(edge.later());
          if (edge.stacked() && edge.earlier().equals(at) && open && above.add(edge.later())) {
            below.add(edge.later());
          }
        }
      }
      return above;
    }
  }
}
