package dev.ferry.run.gating;

import dev.ferry.gate.HistoryVerdict;
import dev.ferry.gate.HistoryVerdict.Followed;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import java.util.ArrayList;
import java.util.List;

/** Follows the history of everything that moved. */
final class HistoryGate implements Gate {
  private final FollowsHistory history;

  HistoryGate(FollowsHistory history) {
    this.history = history;
  }

  @Override
  public GateResult judge(GateRequest request) {
    Stopwatch watch = Stopwatch.start();
    Candidate candidate = request.candidate();
    List<Followed> followed = new ArrayList<>();
    for (Move move : candidate.moves()) {
      followed.add(history.follow(move, candidate.base(), candidate.revision()));
    }
    return HistoryVerdict.judge(followed, watch.elapsed());
  }
}
