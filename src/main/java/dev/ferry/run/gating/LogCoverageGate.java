package dev.ferry.run.gating;

import dev.ferry.facts.Snapshot;
import dev.ferry.gate.GateKind;
import dev.ferry.gate.LogCoverageVerdict;
import dev.ferry.model.GateResult;
import dev.ferry.toolchain.LoggingUnit;
import dev.ferry.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks at what the moved sources log, at base and now. */
final class LogCoverageGate implements Gate {
  private final Toolchain toolchain;

  LogCoverageGate(Toolchain toolchain) {
    this.toolchain = toolchain;
  }

  @Override
  public GateResult judge(GateRequest request) {
    Stopwatch watch = Stopwatch.start();
    Candidate candidate = request.candidate();
    Subjects subjects = new Subjects(candidate, toolchain);
    Collection<String> before = new TreeSet<>(subjects.sources());
    Collection<String> now = new TreeSet<>(subjects.sourcesNow());
    List<String> unreadable = new ArrayList<>();
    Map<String, List<LoggingUnit>> units = units(candidate.after(), now, unreadable);
    GateResult judged =
        LogCoverageVerdict.judge(
            subjects.names(),
            units(candidate.before(), before, new ArrayList<>()),
            units,
            unreadable,
            request.settings().strict(),
            watch.elapsed());
    return WithoutMoves.excused(GateKind.LOG_COVERAGE, candidate, judged);
  }

  private Map<String, List<LoggingUnit>> units(
      Snapshot snapshot, Collection<String> paths, List<String> unreadable) {
    Map<String, byte[]> contents = snapshot.contents(paths);
    Map<String, List<LoggingUnit>> units = new TreeMap<>();
    for (String path : paths) {
      Optional<List<LoggingUnit>> found =
          Optional.ofNullable(contents.get(path)).flatMap(toolchain::loggingUnits);
      if (found.isPresent()) {
        units.put(path, found.get());
      } else {
        unreadable.add(path);
      }
    }
    return units;
  }
}
