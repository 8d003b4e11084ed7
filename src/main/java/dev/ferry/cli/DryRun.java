package dev.ferry.cli;

import dev.ferry.model.Move;
import dev.ferry.run.BatchSchedule;
import dev.ferry.view.Printable;
import java.util.List;

/** Shows what a run would commit: one patch a unit, in the order in which they would be worked. */
final class DryRun {
  private final Context context;

  DryRun(Context context) {
    this.context = context;
  }

  /** Patches on standard output, what cannot be moved on standard error. */
  int tell(List<String> batches) {
    BatchSchedule planned = BatchSchedule.of(context.workbench(), batches, false);
    context.console().tell(planned.blocked());
    planned
        .patches()
        .forEach(
            unit -> {
              for (Move move : unit.unit().moves()) {
                context.console().narrate(heading(unit.unit().id(), move));
              }
              context.data(unit.patch());
            });
    int units = planned.plan().units().size();
    context
        .console()
        .narrate(units + " commits on branches of their own; the gates were not asked");
    return units == 0 ? ExitCode.NOTHING_TO_DO.number() : ExitCode.DONE.number();
  }

  private static String heading(String unit, Move move) {
    return Printable.line(unit + ": " + move.source() + " → " + move.destination());
  }
}
