package dev.ferry.run.gating;

import dev.ferry.gate.SelfReportVerdict;
import dev.ferry.model.GateResult;

/** Has the report of a commit made again from git. */
final class SelfReportGate implements Gate {
  private final MakesClaims claims;

  SelfReportGate(MakesClaims claims) {
    this.claims = claims;
  }

  @Override
  public GateResult judge(GateRequest request) {
    Stopwatch watch = Stopwatch.start();
    return switch (claims.claims(request.candidate())) {
      case MakesClaims.Claims.Made(var made, var notes) ->
          SelfReportVerdict.judge(made, notes, watch.elapsed());
      case MakesClaims.Claims.Missing(String commit, String why) ->
          SelfReportVerdict.missing(commit, why, watch.elapsed());
      case MakesClaims.Claims.Unclaimed(String commit) ->
          SelfReportVerdict.unclaimed(commit, watch.elapsed());
    };
  }
}
