package dev.ferry.plan.safety;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hands the units of a schedule out to any number of workers, so that no two that could disturb
 * each other are worked at the same time: critical path first (R. L. Graham, Bounds on
 * multiprocessing timing anomalies, 1969), ties in the order of the schedule.
 *
 * <p>For one thread, or under one lock. A call takes time in the logarithm of the ready units, and
 * in the edges of the unit that it is about; none looks at all units.
 */
public final class Dispatcher {
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Node> byId = new HashMap<>();
  private final TreeSet<Node> ready =
      new TreeSet<>(
          Comparator.comparing((Node node) -> node.chain)
              .reversed()
              .thenComparingInt(node -> node.place));
  private final List<Unreachable> unreachable = new ArrayList<>();
  private int open;
  private int running;

  /**
   * A unit that can not be worked any more.
   *
   * @param id the unit
   * @param behind the unit that was not published and that it stands on, maybe over others
   */
  public record Unreachable(String id, String behind) {}

  private enum State {
    WAITING,
    RUNNING,
    ENDED
  }

  /** One unit. */
  private static final class Node {
    final String id;
    final int place;
    final List<Node> later = new ArrayList<>();

    /** Those of {@link #later} that are built on this one's commit. */
    final List<Node> stacked = new ArrayList<>();

    /** Units that must not run beside this one, while neither has to be first. */
    final List<Node> excluded = new ArrayList<>();

    Duration chain = Duration.ZERO;
    State state = State.WAITING;

    /** Units before this one that have not ended, and excluded ones that run. */
    int waitsFor;

    Node(String id, int place) {
      this.id = id;
      this.place = place;
    }
  }

  /** Starts with all units of a schedule, each taken to last as long as another. */
  public Dispatcher(Schedule schedule) {
    this(schedule, Map.of());
  }

  /**
   * Starts with all units of a schedule.
   *
   * @param estimated how long units are expected to take; one that is missing is taken to last as
   *     long as the mean of those that are there
   */
  public Dispatcher(Schedule schedule, Map<String, Duration> estimated) {
    for (String id : schedule.order()) {
      Node node = new Node(id, nodes.size());
      nodes.add(node);
      byId.put(id, node);
    }
    open = nodes.size();
    Set<List<String>> ordered = new HashSet<>();
    for (Precedence edge : schedule.edges()) {
      join(edge);
      ordered.add(List.of(edge.earlier(), edge.later()));
    }
    for (Conflict conflict : schedule.conflicts()) {
      if (!ordered.contains(List.of(conflict.first(), conflict.second()))
          && !ordered.contains(List.of(conflict.second(), conflict.first()))) {
        node(conflict.first()).excluded.add(node(conflict.second()));
        node(conflict.second()).excluded.add(node(conflict.first()));
      }
    }
    chains(estimated);
    nodes.stream().filter(node -> node.waitsFor == 0).forEach(ready::add);
  }

  private void join(Precedence edge) {
    Node earlier = node(edge.earlier());
    Node later = node(edge.later());
    if (earlier.place >= later.place) {
      throw new IllegalArgumentException("an order against its own edge: " + edge);
    }
    earlier.later.add(later);
    if (edge.stacked()) {
      earlier.stacked.add(later);
    }
    later.waitsFor++;
  }

  private void chains(Map<String, Duration> estimated) {
    Duration usual =
        estimated.isEmpty()
            ? Duration.ofSeconds(1)
            : estimated.values().stream()
                .reduce(Duration.ZERO, Duration::plus)
                .dividedBy(estimated.size());
    for (Node node : nodes.reversed()) {
      Duration behind = Duration.ZERO;
      for (Node later : node.later) {
        behind = later.chain.compareTo(behind) > 0 ? later.chain : behind;
      }
      node.chain = behind.plus(estimated.getOrDefault(node.id, usual));
    }
  }

  /**
   * The unit to work next, which runs from now on; empty where none may start before another ends,
   * or where none is left.
   */
  public Optional<String> next() {
    Node node = ready.pollFirst();
    if (node == null) {
      return Optional.empty();
    }
    node.state = State.RUNNING;
    running++;
    for (Node other : node.excluded) {
      ready.remove(other);
      other.waitsFor++;
    }
    return Optional.of(node.id);
  }

  /**
   * Takes the end of a unit that {@link #next} handed out. Those that only had to wait for it may
   * run now, however it ended; those that stand on it are unreachable where it was not published.
   */
  public void ended(String id, boolean published) {
    Node node = node(id);
    if (node.state != State.RUNNING) {
      throw new IllegalStateException("a unit that does not run: " + id);
    }
    running--;
    node.excluded.forEach(this::release);
    end(node);
    if (!published) {
      abandon(node);
    }
    node.later.forEach(this::release);
  }

  /** Ends all that stands on a unit; what only waited for one of these waits no longer. */
  private void abandon(Node failed) {
    Deque<Node> below = new ArrayDeque<>(List.of(failed));
    List<Node> abandoned = new ArrayList<>();
    while (!below.isEmpty()) {
      for (Node above : below.remove().stacked) {
        if (above.state == State.WAITING) {
          end(above);
          abandoned.add(above);
          below.add(above);
        }
      }
    }
    abandoned.sort(Comparator.comparingInt(node -> node.place));
    abandoned.forEach(node -> unreachable.add(new Unreachable(node.id, failed.id)));
    abandoned.forEach(node -> node.later.forEach(this::release));
  }

  private void end(Node node) {
    node.state = State.ENDED;
    open--;
  }

  private void release(Node node) {
    node.waitsFor--;
    if (node.waitsFor == 0 && node.state == State.WAITING) {
      ready.add(node);
    }
  }

  /**
   * The units that became unreachable since this was last asked, in the order of the schedule for
   * each unit that was not published. Each is told once.
   */
  public List<Unreachable> unreachable() {
    List<Unreachable> told = List.copyOf(unreachable);
    unreachable.clear();
    return told;
  }

  /** How many units run now. */
  public int running() {
    return running;
  }

  /** Whether every unit has ended or is unreachable: none runs, and none will. */
  public boolean isDrained() {
    return open == 0;
  }

  private Node node(String id) {
    Node node = byId.get(id);
    if (node == null) {
      throw new IllegalArgumentException("a unit that is not in the schedule: " + id);
    }
    return node;
  }
}
