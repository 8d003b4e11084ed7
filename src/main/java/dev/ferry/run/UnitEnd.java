package dev.ferry.run;

import dev.ferry.model.GateResult;
import dev.ferry.model.Outcome;
import java.util.List;

/**
 * What became of a unit.
 *
 * @param gates what was judged of it in this run; empty where nothing was
 */
public record UnitEnd(Outcome outcome, List<GateResult> gates) {
  public UnitEnd {
    gates = List.copyOf(gates);
  }

  public boolean isPublished() {
    return outcome instanceof Outcome.Integrated;
  }
}
