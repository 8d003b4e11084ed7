package dev.ferry.batch;

import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All problems of an input, counted; the first of each severity kept. A hostile file can hold a
 * million of them: a reader needs the first ones and how many there are.
 *
 * @param shown the kept ones, in the order in which they were found
 */
public record Findings(List<Problem> shown, long errors, long warnings, long notes) {
  /** How many problems of one severity are kept. */
  static final int KEPT_OF_EACH_SEVERITY = 200;

  public Findings {
    shown = List.copyOf(shown);
  }

  public static Findings none() {
    return new Findings(List.of(), 0, 0, 0);
  }

  /** Problems that others found. */
  public static Findings of(List<Problem> problems) {
    Collector collector = new Collector();
    problems.forEach(collector::add);
    return collector.findings();
  }

  public boolean hasErrors() {
    return errors > 0;
  }

  /** How many were counted but not kept. */
  public long omitted() {
    return errors + warnings + notes - shown.size();
  }

  /** These and then {@code later} ones. */
  public Findings and(Findings later) {
    List<Problem> all = new ArrayList<>(shown);
    all.addAll(later.shown);
    return new Findings(all, errors + later.errors, warnings + later.warnings, notes + later.notes);
  }

  /** Takes problems one by one. Not for several threads. */
  static final class Collector {
    private final List<Problem> kept = new ArrayList<>();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

    void add(Problem problem) {
      long count = counts.merge(problem.severity(), 1L, Long::sum);
      if (count <= KEPT_OF_EACH_SEVERITY) {
        kept.add(problem);
      }
    }

    Findings findings() {
      return new Findings(
          kept, count(Severity.ERROR), count(Severity.WARNING), count(Severity.NOTE));
    }

    private long count(Severity severity) {
      return counts.getOrDefault(severity, 0L);
    }
  }
}
