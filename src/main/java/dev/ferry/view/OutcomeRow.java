package dev.ferry.view;

import dev.ferry.model.GateResult;
import dev.ferry.model.Outcome;
import java.util.List;

/**
 * One module and how it ended, for the table of a run.
 *
 * @param gates what was judged on the way; empty where nothing was
 */
public record OutcomeRow(String module, Outcome outcome, List<GateResult> gates) {
  public OutcomeRow {
    gates = List.copyOf(gates);
  }
}
