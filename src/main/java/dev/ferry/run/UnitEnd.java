package dev.ferry.run;

import dev.ferry.model.GateResult;
import dev.ferry.model.Outcome;
import java.util.List;

/**
 * What became of a unit.
 *
 * @param gates what was judged of it in this run; empty where nothing was
 */
record UnitEnd(Outcome outcome, List<GateResult> gates) {
  UnitEnd {
    gates = List.copyOf(gates);
  }

  boolean isPublished() {
    return outcome instanceof Outcome.Integrated;
  }
}
