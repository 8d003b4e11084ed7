package dev.ferry.plan.safety;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Works a schedule on any number of slots by the real dispatcher, under a clock that moves on only
 * where no slot can begin anything. For one thread.
 */
public final class VirtualSlots {
  private final Schedule schedule;
  private final Map<String, Duration> durations;
  private final SettableClock clock = new SettableClock();
  private final Map<String, Set<String>> conflicts = new HashMap<>();
  private final Map<String, Set<String>> earlier = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private final Set<String> running = new HashSet<>();

  /** A clock that stands until it is set. */
  private static final class SettableClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** A unit that a slot works on. */
  private record Busy(String unit, Instant until, int number) {}

  /**
   * What a campaign came to.
   *
   * @param makespan from the first beginning to the last end
   * @param worked units that were begun and ended
   * @param unreachable units that stood on one that was not published
   */
  public record Result(Duration makespan, int worked, int unreachable) {}

  /**
   * @param durations of every unit
   */
  public VirtualSlots(Schedule schedule, Map<String, Duration> durations) {
    this.schedule = schedule;
    this.durations = Map.copyOf(durations);
    for (Conflict conflict : schedule.conflicts()) {
      of(conflicts, conflict.first()).add(conflict.second());
      of(conflicts, conflict.second()).add(conflict.first());
    }
    for (Precedence edge : schedule.edges()) {
      of(earlier, edge.later()).add(edge.earlier());
    }
  }

  private static Set<String> of(Map<String, Set<String>> map, String key) {
    return map.computeIfAbsent(key, each -> new HashSet<>());
  }

  /** Times that follow what gates take: most short, few long; seeded. */
  public static Map<String, Duration> durations(Schedule schedule, long seed) {
    Random random = new Random(seed);
    Map<String, Duration> durations = new HashMap<>();
    for (String id : schedule.order()) {
      double seconds = Math.min(600, 20 * Math.exp(0.6 * random.nextGaussian()));
      durations.put(id, Duration.ofMillis((long) (seconds * 1000)));
    }
    return durations;
  }

  /**
   * Works all units.
   *
   * @param estimated what the dispatcher knows of the durations beforehand
   * @throws IllegalStateException where two units meet that must not, or where all slots are idle
   *     before the end
   */
  public Result work(int slots, Map<String, Duration> estimated, Predicate<String> published) {
    Dispatcher dispatcher = new Dispatcher(schedule, estimated);
    PriorityQueue<Busy> busy =
        new PriorityQueue<>(Comparator.comparing(Busy::until).thenComparingInt(Busy::number));
    int begun = 0;
    int unreachable = 0;
    while (!dispatcher.isDrained()) {
      Optional<String> next = busy.size() < slots ? dispatcher.next() : Optional.empty();
      if (next.isPresent()) {
        begin(next.get());
        busy.add(new Busy(next.get(), clock.instant().plus(duration(next.get())), begun++));
        continue;
      }
      Busy first = busy.poll();
      if (first == null) {
        throw new IllegalStateException("every slot is idle before the end");
      }
      clock.now = first.until();
      running.remove(first.unit());
      ended.add(first.unit());
      dispatcher.ended(first.unit(), published.test(first.unit()));
      for (Dispatcher.Unreachable lost : dispatcher.unreachable()) {
        ended.add(lost.id());
        unreachable++;
      }
    }
    return new Result(Duration.between(Instant.EPOCH, clock.instant()), begun, unreachable);
  }

  private void begin(String unit) {
    if (!ended.containsAll(earlier.getOrDefault(unit, Set.of()))) {
      throw new IllegalStateException(unit + " before one that it waits for");
    }
    if (conflicts.getOrDefault(unit, Set.of()).stream().anyMatch(running::contains)) {
      throw new IllegalStateException(unit + " beside one that it conflicts with");
    }
    running.add(unit);
  }

  private Duration duration(String unit) {
    return durations.getOrDefault(unit, Duration.ZERO);
  }

  /**
   * What no schedule can be shorter than, whoever makes it and whatever it knows: all work divided
   * by the slots; the longest chain of units of which each needs the one before it; all work at one
   * file. Pairs that may come in either order are no chain.
   */
  public Duration lowerBound(int slots) {
    Duration work = durations.values().stream().reduce(Duration.ZERO, Duration::plus);
    Duration bound = work.dividedBy(slots);
    Map<String, Duration> chains = new HashMap<>();
    Map<String, List<Precedence>> into = new HashMap<>();
    for (Precedence edge : schedule.edges()) {
      if (edge.stacked()
          || edge.reasons().stream().anyMatch(Conflict.Reason.Imports.class::isInstance)) {
        into.computeIfAbsent(edge.later(), key -> new java.util.ArrayList<>()).add(edge);
      }
    }
    for (String id : schedule.order()) {
      Duration before = Duration.ZERO;
      for (Precedence edge : into.getOrDefault(id, List.of())) {
        before = longer(before, chains.getOrDefault(edge.earlier(), Duration.ZERO));
      }
      chains.put(id, before.plus(duration(id)));
      bound = longer(bound, before.plus(duration(id)));
    }
    for (Duration atOneFile : workAtFiles().values()) {
      bound = longer(bound, atOneFile);
    }
    return bound;
  }

  private Map<String, Duration> workAtFiles() {
    Map<String, Set<String>> touching = new HashMap<>();
    for (Conflict conflict : schedule.conflicts()) {
      for (Conflict.Reason reason : conflict.reasons()) {
        if (reason instanceof Conflict.Reason.SameFile(String path)) {
          of(touching, path).addAll(List.of(conflict.first(), conflict.second()));
        }
      }
    }
    Map<String, Duration> work = new HashMap<>();
    touching.forEach(
        (path, units) ->
            work.put(
                path, units.stream().map(this::duration).reduce(Duration.ZERO, Duration::plus)));
    return work;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
