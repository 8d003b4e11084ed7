package dev.ferry.run;

import dev.ferry.ledger.Attempt;
import dev.ferry.ledger.Ledger;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.process.ProcessIdentity;
import dev.ferry.process.Sessions;
import java.util.List;
import java.util.Optional;

/**
 * Takes up what a killed run left: its programs are ended, its attempts get the ending that git
 * shows. What belongs to a ferry that still runs is left alone.
 */
final class Recovery {
  private final Ledger ledger;
  private final Sessions sessions;
  private final PublishedBranches branches;
  private final Progress progress;

  Recovery(Ledger ledger, Sessions sessions, PublishedBranches branches, Progress progress) {
    this.ledger = ledger;
    this.sessions = sessions;
    this.branches = branches;
    this.progress = progress;
  }

  void takeUp() {
    List<String> ended = sessions.endLeftovers();
    if (!ended.isEmpty()) {
      progress.told(Problem.of(Code.R039, String.join(", ", ended)));
    }
    List<Attempt> killed =
        ledger.unfinished().stream().filter(attempt -> isOver(attempt.start().session())).toList();
    List<Move> moves = killed.stream().map(attempt -> attempt.start().move()).toList();
    List<Optional<Outcome.Integrated>> published = branches.find(moves);
    for (int i = 0; i < killed.size(); i++) {
      Attempt.Start start = killed.get(i).start();
      Problem why = Problem.of(Code.R028, start.move().module());
      if (published.get(i).isPresent()) {
        // it was killed between publishing and saying so
        ledger.attemptEnded(start.id(), published.get(i).get());
      } else {
        ledger.attemptEnded(start.id(), new Outcome.Failed(lastStep(killed.get(i)), why));
        progress.told(why);
      }
    }
  }

  /** A session is named by the process that it is. */
  static String session() {
    return ProcessIdentity.current().line();
  }

  private static boolean isOver(String session) {
    return ProcessIdentity.parse(session)
        .map(process -> process.state() == ProcessIdentity.State.DEAD)
        .orElse(true);
  }

  /** The step that was under way: the one after the last that ended. */
  private static Step lastStep(Attempt attempt) {
    int ended = attempt.steps().size();
    return Step.values()[Math.min(ended, Step.values().length - 1)];
  }
}
