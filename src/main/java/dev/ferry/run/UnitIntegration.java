package dev.ferry.run;

import dev.ferry.model.GateResult;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Works units from their first step to their last, each judged alone. For one thread, as its place
 * of work is.
 */
final class UnitIntegration {
  private final UnitStory.Tools tools;
  private final Repairs repairs;

  UnitIntegration(UnitStory.Tools tools, Repairs repairs) {
    this.tools = tools;
    this.repairs = repairs;
  }

  /** Works one unit to its end. */
  Outcome integrate(UnitJob job) {
    UnitStory story = UnitStory.begin(tools, job);
    Optional<Outcome> stopped = story.prepare();
    return stopped.isPresent() ? stopped.get() : test(story);
  }

  private Outcome test(UnitStory story) {
    Repairs.Trial trial = story.judged();
    Optional<GateResult> blocking = tools.judgement().blocking(trial.gates());
    if (blocking.isEmpty()) {
      return story.publish(trial.candidate(), trial.gates());
    }
    return switch (repairs.mend(story.job(), trial, story.recorder())) {
      case Repairs.End.NotAsked _ -> story.stoppedBy(blocking.get());
      case Repairs.End.Failed(Problem sentence, List<Problem> all) ->
          story.recorder().stopped(sentence, all);
      case Repairs.End.Mended mended -> story.publishMended(mended);
    };
  }
}
