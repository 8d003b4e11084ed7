package dev.ferry.run.gating;

import dev.ferry.facts.Snapshot;
import dev.ferry.gate.LaneVerdict;
import dev.ferry.lanes.LaneConfiguration;
import dev.ferry.lanes.LaneConfigurationReader;
import dev.ferry.lanes.LaneGuard;
import dev.ferry.lanes.LaneReading;
import dev.ferry.lanes.LaneReport;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges the candidate by the import contracts of its base, in which moved modules have their new
 * names. What the candidate's own file says beyond that is told, and has no effect. Safe for
 * several threads; a base is looked up once.
 */
final class LanesGate implements Gate {
  private final Optional<String> file;
  private final Map<ObjectId, Base> bases = new ConcurrentHashMap<>();

  /** What is known of one base. */
  private record Base(LaneReading reading, Optional<LaneGuard> guard) {}

  /**
   * @param file of the contracts; empty where it is to be found
   */
  LanesGate(Optional<String> file) {
    this.file = file;
  }

  @Override
  public GateResult judge(GateRequest request) {
    Stopwatch watch = Stopwatch.start();
    Candidate candidate = request.candidate();
    Base base = bases.computeIfAbsent(candidate.base().tree(), tree -> lookUp(candidate.before()));
    if (base.guard().isEmpty()) {
      return LaneVerdict.unreadable(base.reading().problems(), watch.elapsed());
    }
    LaneConfiguration contracts =
        base.reading().configuration().orElseThrow().after(candidate.modules());
    LaneGuard guard = LaneGuard.of(candidate.after(), contracts, false);
    LaneReport report =
        request.settings().strict()
            ? guard.report()
            : guard.reportSince(base.guard().get(), candidate.modules());
    return LaneVerdict.judge(report, notes(candidate.after(), contracts), watch.elapsed());
  }

  private Base lookUp(Snapshot before) {
    LaneReading reading = read(before);
    return new Base(
        reading, reading.configuration().map(contracts -> LaneGuard.of(before, contracts, false)));
  }

  private LaneReading read(Snapshot snapshot) {
    return file.map(name -> LaneConfigurationReader.read(name, snapshot.content(name)))
        .orElseGet(() -> LaneConfigurationReader.find(snapshot::content));
  }

  /** What a reader of the candidate's own file should know. */
  private List<Problem> notes(Snapshot after, LaneConfiguration judgedBy) {
    LaneReading own = read(after);
    List<Problem> notes = new ArrayList<>();
    own.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .forEach(notes::add);
    boolean same =
        own.configuration().map(contracts -> contracts.saysTheSameAs(judgedBy)).orElse(false);
    if (!same) {
      notes.add(Problem.at(judgedBy.file(), 0, Code.N028));
    }
    return notes;
  }
}
