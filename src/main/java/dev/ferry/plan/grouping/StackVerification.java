package dev.ferry.plan.grouping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Verifies candidates as one growing stack. A group is put on top of what passed and is gated once;
 * where it passes, exactly that stack, in that order, is proven. Where it fails, prefixes of it are
 * gated until the first failing member is found; nothing new is mixed in meanwhile. That member
 * leaves the stack, and those that stood on it wait to be derived again without it.
 *
 * <p>For one thread. {@link #next} and {@link #ended} alternate.
 *
 * @param <T> a candidate; compared by identity only
 */
public final class StackVerification<T> {
  private final int largestGroup;
  private final Deque<T> waiting = new ArrayDeque<>();
  private List<T> suspects = List.of();
  private Optional<Trial<T>> running = Optional.empty();
  private FailureRate rate;

  /**
   * A run of the gates that is wanted.
   *
   * @param members what is stacked on all that passed before, the lowest first; not empty
   */
  public record Trial<T>(List<T> members) {
    public Trial {
      members = List.copyOf(members);
      if (members.isEmpty()) {
        throw new IllegalArgumentException("a trial of nothing");
      }
    }
  }

  /**
   * What a run has settled.
   *
   * @param passed to be published, in this order, on what passed before
   * @param failed the member that the run or the runs before it convict; it was the last of a stack
   *     that failed, and the stack without it passed
   */
  public record Settled<T>(List<T> passed, Optional<T> failed) {
    public Settled {
      passed = List.copyOf(passed);
    }
  }

  /**
   * Starts with candidates in the order in which they are to be stacked.
   *
   * @param largestGroup how many one run may judge, at least 1
   */
  public StackVerification(Collection<T> candidates, FailureRate known, int largestGroup) {
    if (largestGroup < 1) {
      throw new IllegalArgumentException("groups of " + largestGroup);
    }
    this.waiting.addAll(candidates);
    this.rate = known;
    this.largestGroup = largestGroup;
  }

  /** The run that is wanted next; empty where everything is settled. */
  public Optional<Trial<T>> next() {
    if (running.isPresent()) {
      throw new IllegalStateException("the trial before has not ended");
    }
    if (!suspects.isEmpty()) {
      running = Optional.of(new Trial<>(suspects.subList(0, Halving.prefix(suspects.size()))));
    } else if (!waiting.isEmpty()) {
      int size = Math.min(Halving.groupSize(rate.estimate(), largestGroup), waiting.size());
      running = Optional.of(new Trial<>(waiting.stream().limit(size).toList()));
    }
    return running;
  }

  /** Takes the result of the run that {@link #next} asked for. */
  public Settled<T> ended(boolean passed) {
    List<T> members =
        running.orElseThrow(() -> new IllegalStateException("no trial is running")).members();
    running = Optional.empty();
    Settled<T> settled = passed ? passed(members) : failed(members);
    rate = rate.and(settled.failed().isPresent() ? 1 : 0, settled.passed().size());
    return settled;
  }

  private Settled<T> passed(List<T> members) {
    if (suspects.isEmpty()) {
      members.forEach(member -> waiting.removeFirst());
      return new Settled<>(members, Optional.empty());
    }
    List<T> rest = suspects.subList(members.size(), suspects.size());
    return new Settled<>(members, convict(rest));
  }

  private Settled<T> failed(List<T> members) {
    if (suspects.isEmpty()) {
      members.forEach(member -> waiting.removeFirst());
    } else {
      giveBack(suspects.subList(members.size(), suspects.size()));
    }
    return new Settled<>(List.of(), convict(members));
  }

  /** A stack of one that fails is the culprit; a larger one is searched. */
  private Optional<T> convict(List<T> failing) {
    suspects = failing.size() == 1 ? List.of() : List.copyOf(failing);
    return failing.size() == 1 ? Optional.of(failing.getFirst()) : Optional.empty();
  }

  private void giveBack(List<T> members) {
    new ArrayList<>(members).reversed().forEach(waiting::addFirst);
  }

  /**
   * Takes candidates out that need not be judged any more, such as those that depend on one that
   * failed. Not while a trial runs, nor while a failure is searched for.
   */
  public void drop(Collection<T> candidates) {
    if (running.isPresent() || !suspects.isEmpty()) {
      throw new IllegalStateException("a stack is being judged");
    }
    waiting.removeAll(List.copyOf(candidates));
  }

  /** What was seen so far, for the next campaign. */
  public FailureRate rate() {
    return rate;
  }
}
