package dev.ferry.run;

import dev.ferry.model.Code;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many failures and how much time a run may take before it begins nothing new. Safe for several
 * threads.
 */
final class RunBudget {
  /** How many of the rows that were left are named. */
  private static final int NAMED = 10;

  private final RunOptions options;
  private final Optional<Duration> limit;
  private final Clock clock;
  private final Instant start;
  private final Set<String> failed = ConcurrentHashMap.newKeySet();

  /**
   * @param limit how long new modules are begun; nothing where there is no end
   */
  RunBudget(RunOptions options, Optional<Duration> limit, Clock clock) {
    this.options = options;
    this.limit = limit;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** Takes note of how a unit of this run ended; one that waits for a failed one is no other. */
  void count(String unit, Outcome outcome) {
    if (outcome instanceof Outcome.Failed(Step _, Problem why) && counts(why)) {
      failed.add(why.code() == Code.R029 ? why.arguments().getLast() : unit);
    }
  }

  /**
   * Where nobody named a number, a module that the operator could not mend ends nothing: it was
   * reset, and others do not depend on it.
   */
  private boolean counts(Problem why) {
    return options.maxFailures().isPresent() || !Repairs.cameToNothing(why.code());
  }

  /** Whether nothing new may be begun. */
  boolean isSpent() {
    return tooManyFailures() || timeIsUp();
  }

  private boolean tooManyFailures() {
    int most = options.maxFailures().orElse(options.keepGoing() ? Integer.MAX_VALUE : 1);
    return failed.size() >= most;
  }

  private boolean timeIsUp() {
    return limit.map(longest -> !clock.instant().isBefore(start.plus(longest))).orElse(false);
  }

  /**
   * Why rows were left.
   *
   * @param untried their modules; nothing is told where there are none
   */
  Optional<Problem> told(List<String> untried) {
    if (untried.isEmpty()) {
      return Optional.empty();
    }
    String count = Integer.toString(untried.size());
    if (tooManyFailures()) {
      return Optional.of(
          options.maxFailures().isEmpty()
              ? Problem.of(Code.R037, count)
              : Problem.of(Code.R066, Integer.toString(failed.size()), count, names(untried)));
    }
    return limit.map(longest -> Problem.of(Code.R067, words(longest), count, names(untried)));
  }

  private static String words(Duration time) {
    return time.toSeconds() % 60 == 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }

  private static String names(List<String> modules) {
    String first = String.join(", ", modules.subList(0, Math.min(NAMED, modules.size())));
    return modules.size() <= NAMED ? first : first + " and " + (modules.size() - NAMED) + " more";
  }
}
