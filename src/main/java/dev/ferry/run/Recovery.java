package dev.ferry.run;

import dev.ferry.git.CommitText;
import dev.ferry.git.Publication;
import dev.ferry.git.Repository;
import dev.ferry.ledger.Attempt;
import dev.ferry.ledger.Ledger;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.process.ProcessIdentity;
import dev.ferry.process.Sessions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes up what a killed run left: its programs are ended, its attempts get the ending that git
 * shows. What belongs to a ferry that still runs is left alone.
 */
public final class Recovery {
  private final Ledger ledger;
  private final Sessions sessions;
  private final Repository repository;
  private final PublishedBranches branches;
  private final Progress progress;
  private final Publication publication;

  public Recovery(
      Workbench workbench, RunRooms rooms, PublishedBranches branches, Progress progress) {
    this.ledger = workbench.ledger();
    this.repository = workbench.repository();
    this.sessions = rooms.sessions();
    this.publication = rooms.publication();
    this.branches = branches;
    this.progress = progress;
  }

  public void takeUp() {
    List<String> ended = sessions.endLeftovers();
    if (!ended.isEmpty()) {
      progress.told(Problem.of(Code.R039, String.join(", ", ended)));
    }
    List<Attempt> killed =
        ledger.unfinished().stream().filter(attempt -> isOver(attempt.start().session())).toList();
    List<Move> moves = killed.stream().map(attempt -> attempt.start().move()).toList();
    List<Optional<Outcome.Integrated>> published = branches.find(moves);
    Map<ObjectId, CommitText> texts = texts(published);
    for (int i = 0; i < killed.size(); i++) {
      Attempt.Start start = killed.get(i).start();
      Problem why = Problem.of(Code.R028, start.move().module());
      if (published.get(i).filter(found -> standsOn(start.base(), found, texts)).isPresent()) {
        // it was killed between publishing and saying so, perhaps before it had looked once more
        publication.makeWhole(start.base(), published.get(i).get().commit());
        ledger.attemptEnded(start.id(), published.get(i).get());
      } else {
        ledger.attemptEnded(start.id(), new Outcome.Failed(lastStep(killed.get(i)), why));
        progress.told(why);
      }
    }
  }

  /** The published commits and those below them, where one may have been made in two. */
  private Map<ObjectId, CommitText> texts(List<Optional<Outcome.Integrated>> published) {
    Map<ObjectId, CommitText> texts = new HashMap<>();
    List<ObjectId> wanted =
        published.stream().flatMap(Optional::stream).map(Outcome.Integrated::commit).toList();
    for (int halves = 0; halves < 2; halves++) {
      texts.putAll(CommitText.of(repository, wanted));
      wanted =
          wanted.stream()
              .map(texts::get)
              .filter(Objects::nonNull)
              .flatMap(text -> text.parents().stream().limit(1))
              .toList();
    }
    return texts;
  }

  /**
   * Whether it is what the killed attempt made: an attempt to derive a branch again leaves the old
   * one, on an older base, until it has published its own.
   */
  private static boolean standsOn(
      ObjectId base, Outcome.Integrated found, Map<ObjectId, CommitText> texts) {
    Optional<ObjectId> at = Optional.of(found.commit());
    for (int halves = 0; halves < 2; halves++) {
      at = at.map(texts::get).flatMap(text -> text.parents().stream().findFirst());
      if (at.equals(Optional.of(base))) {
        return true;
      }
    }
    return false;
  }

  /** A session is named by the process that it is. */
  public static String session() {
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
