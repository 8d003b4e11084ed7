package dev.ferry.run.gating;

import dev.ferry.model.GateResult;

/** One gate: gathers its evidence and has it judged. */
@FunctionalInterface
interface Gate {
  GateResult judge(GateRequest request);
}
