package dev.ferry.run;

import dev.ferry.batch.BatchesReading;
import dev.ferry.config.Configuration.Together;
import dev.ferry.facts.Snapshot;
import dev.ferry.lanes.LaneReading;
import dev.ferry.model.Batch;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.plan.Binding;
import dev.ferry.plan.binding.AskedSets;
import dev.ferry.plan.binding.ImportCircles;
import dev.ferry.plan.binding.LaneBindings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds which rows of batches move in one commit. */
final class UnitBindings {
  private final Workbench workbench;

  UnitBindings(Workbench workbench) {
    this.workbench = workbench;
  }

  /**
   * All bindings among rows that remain.
   *
   * @param opened with all their rows
   * @param remaining the rows that are planned
   * @throws ProblemException where the configuration wants together what there is not, or what
   *     cannot be
   */
  List<Binding> of(Snapshot base, List<Batch> opened, List<Batch> remaining) {
    AskedSets.Found asked = asked(opened);
    if (!asked.problems().isEmpty()) {
      throw new ProblemException(asked.problems());
    }
    List<Binding> bindings = new ArrayList<>(asked.bindings());
    bindings.addAll(ImportCircles.among(base, remaining));
    if (workbench.configuration().gates().runs("lanes")) {
      bindings.addAll(lanes(base, remaining));
    }
    return bindings;
  }

  private List<Binding> lanes(Snapshot base, List<Batch> remaining) {
    LaneReading reading = LaneCheck.read(base, workbench.configuration().gates().lanes());
    if (reading.configuration().isEmpty()) {
      Problem why = reading.problems().getFirst();
      workbench.tell(Problem.of(Code.R088, why.code().id()));
      return List.of();
    }
    LaneBindings.Found found =
        new LaneBindings(
                base,
                workbench.instruments().planner(),
                MoveSettings.of(workbench.configuration().rewriting()),
                reading.configuration().get())
            .among(remaining);
    found.problems().forEach(workbench::tell);
    return found.bindings();
  }

  /** The sets of the configuration; a command may have opened only some of the batches. */
  AskedSets.Found asked(List<Batch> opened) {
    Together together = workbench.configuration().work().together();
    if (together.sets().isEmpty()) {
      return new AskedSets.Found(List.of(), List.of());
    }
    Map<String, Batch> known = new LinkedHashMap<>();
    opened.forEach(batch -> known.put(batch.name(), batch));
    BatchesReading.of(configured())
        .batches()
        .forEach(batch -> known.putIfAbsent(batch.name(), batch));
    return AskedSets.in(together, List.copyOf(known.values()));
  }

  /** The files that the configuration lists, whatever this command works on. */
  private Map<String, Path> configured() {
    Path top = workbench.top();
    Map<String, Path> files = new LinkedHashMap<>();
    try {
      List<String> patterns = workbench.configuration().work().batches();
      files.putAll(new BatchSelection(List.of(), top, patterns, top).files());
    } catch (ProblemException none) {
      return files;
    }
    files.values().removeIf(file -> !Files.exists(file));
    return files;
  }
}
