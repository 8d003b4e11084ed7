package dev.ferry.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tests that passed at base and not at the candidate are tried again, round by round, once on each
 * side, until each is known to be the move's doing or a matter of chance. A failure at base settles
 * it, as does a row of passes at the candidate; failures at the candidate alone must come back
 * before the move is blamed. Holds its count; for one thread.
 */
public final class SuspectTrial {
  /** At the candidate, the first included, with none at base. */
  private static final int FAILURES_TO_BLAME = 3;

  /** So many together are no chance: that they come back once is enough. */
  private static final int MANY = 10;

  /** Of many tests, or of a command, which may take as long as all of them. */
  private static final int FAILURES_TO_BLAME_SOON = 2;

  /** In a row, at the candidate. */
  private static final int PASSES_TO_EXCUSE = 3;

  private final boolean soon;
  private final Map<String, Count> open = new LinkedHashMap<>();
  private final Set<String> flakyAtBase = new LinkedHashSet<>();
  private final Map<String, Count> unsteady = new LinkedHashMap<>();

  private SuspectTrial(Set<String> suspects, boolean soon) {
    this.soon = soon;
    suspects.forEach(id -> open.put(id, new Count(1, 1, 0)));
  }

  /**
   * @param suspects ids at base
   */
  public static SuspectTrial ofTests(Set<String> suspects) {
    return new SuspectTrial(suspects, false);
  }

  /** Of a command that leaves no results, under a name of its own. */
  public static SuspectTrial ofCommand(String command) {
    return new SuspectTrial(Set.of(command), true);
  }

  /** How often a test failed at the candidate, of how many runs, and its last passes in a row. */
  private record Count(int failures, int runs, int passesInARow) {
    Count and(boolean passed) {
      return passed
          ? new Count(failures, runs + 1, passesInARow + 1)
          : new Count(failures + 1, runs + 1, 0);
    }
  }

  /** Whether another round can change anything. */
  public boolean isOpen() {
    return !open.isEmpty();
  }

  /**
   * Takes in one round.
   *
   * @param failedAtBase ids at base that did not pass there this time
   * @param failedAtCandidate ids at base whose tests did not pass at the candidate this time
   */
  public void hear(Set<String> failedAtBase, Set<String> failedAtCandidate) {
    int toBlame = soon || open.size() > MANY ? FAILURES_TO_BLAME_SOON : FAILURES_TO_BLAME;
    for (Map.Entry<String, Count> each : new ArrayList<>(open.entrySet())) {
      String id = each.getKey();
      Count count = each.getValue().and(!failedAtCandidate.contains(id));
      open.put(id, count);
      if (failedAtBase.contains(id)) {
        flakyAtBase.add(id);
        open.remove(id);
      } else if (count.passesInARow() >= PASSES_TO_EXCUSE) {
        unsteady.put(id, count);
        open.remove(id);
      } else if (count.failures() >= toBlame) {
        open.remove(id);
      }
    }
  }

  public Excuses excuses() {
    Map<String, Excuses.Chance> chances = new LinkedHashMap<>();
    unsteady.forEach(
        (id, count) -> chances.put(id, new Excuses.Chance(count.failures(), count.runs())));
    return new Excuses(flakyAtBase, chances);
  }
}
