package dev.ferry.run.gating;

import dev.ferry.gate.ScopeVerdict;
import dev.ferry.model.GateResult;

/** Compares what a commit touches with what its move may touch. */
final class ScopeGate implements Gate {
  @Override
  public GateResult judge(GateRequest request) {
    Stopwatch watch = Stopwatch.start();
    Candidate candidate = request.candidate();
    return ScopeVerdict.judge(candidate.changes(), candidate.closure(), watch.elapsed());
  }
}
