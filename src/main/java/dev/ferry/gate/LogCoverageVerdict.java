package dev.ferry.gate;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.toolchain.LoggingUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Judges how much of what should log does: more than 85% of it, or no smaller a share than at base.
 */
public final class LogCoverageVerdict {
  private static final long LEAST_PERCENT = 85;
  private static final int MOST_LISTED = 20;

  private LogCoverageVerdict() {}

  /** A share of units. */
  private record Figure(long covered, long all) {
    static Figure of(Map<String, List<LoggingUnit>> units) {
      long all = units.values().stream().mapToLong(List::size).sum();
      long covered =
          units.values().stream().flatMap(List::stream).filter(LoggingUnit::logs).count();
      return new Figure(covered, all);
    }

    boolean isEnough() {
      return covered * 100 > LEAST_PERCENT * all;
    }

    boolean isAtLeast(Figure other) {
      return other.all > 0 && covered * other.all >= other.covered * all;
    }

    String shown() {
      return all == 0 ? "none" : String.format(Locale.ROOT, "%.1f%%", 100.0 * covered / all);
    }
  }

  /**
   * @param modules for the message
   * @param before the moved sources' units at base, by path
   * @param now those at the candidate
   * @param unreadable moved sources that say nothing
   */
  public static GateResult judge(
      String modules,
      Map<String, List<LoggingUnit>> before,
      Map<String, List<LoggingUnit>> now,
      List<String> unreadable,
      boolean strict,
      Duration took) {
    String gate = GateKind.LOG_COVERAGE.configured();
    Figure base = Figure.of(before);
    Figure figure = Figure.of(now);
    List<Problem> findings = new ArrayList<>();
    unreadable.forEach(path -> findings.add(Problem.at(path, 0, Code.T060)));
    if (!findings.isEmpty() || now.isEmpty()) {
      if (now.isEmpty() && findings.isEmpty()) {
        findings.add(Problem.of(Code.T003, gate));
      }
      return new GateResult(
          gate, Verdict.ERROR, true, figure.covered(), figure.all(), findings, took);
    }
    if (figure.all() == 0) {
      Problem nothing = Problem.of(Code.T044, modules);
      return new GateResult(gate, Verdict.SKIPPED, true, 0, 0, List.of(nothing), took);
    }
    boolean holds = figure.isEnough() || (!strict && figure.isAtLeast(base));
    if (!holds) {
      findings.addAll(silent(now, figure, base));
    }
    Verdict verdict = holds ? Verdict.PASS : Verdict.FAIL;
    return new GateResult(gate, verdict, true, figure.covered(), figure.all(), findings, took);
  }

  private static List<Problem> silent(
      Map<String, List<LoggingUnit>> now, Figure figure, Figure base) {
    List<Problem> silent = new ArrayList<>();
    now.keySet().stream()
        .sorted()
        .forEach(
            path ->
                now.getOrDefault(path, List.of()).stream()
                    .filter(unit -> !unit.logs())
                    .forEach(
                        unit ->
                            silent.add(
                                Problem.at(
                                    path,
                                    unit.line(),
                                    Code.T043,
                                    figure.shown(),
                                    LEAST_PERCENT + "%",
                                    base.shown(),
                                    shown(unit)))));
    if (silent.size() <= MOST_LISTED) {
      return silent;
    }
    List<Problem> first = new ArrayList<>(silent.subList(0, MOST_LISTED));
    first.add(Problem.of(Code.T063, String.valueOf(silent.size() - MOST_LISTED)));
    return first;
  }

  private static String shown(LoggingUnit unit) {
    return unit.kind() == LoggingUnit.Kind.EXCEPT_HANDLER ? unit.name() : unit.name() + "()";
  }
}
