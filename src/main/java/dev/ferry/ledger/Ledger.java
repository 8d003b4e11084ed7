package dev.ferry.ledger;

import dev.ferry.model.GateResult;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * The record of every attempt. It only grows, and what was recorded is on the disk when the call
 * returns. Git is the truth; this is its index, and can be lost without losing work.
 *
 * <p>Several processes and several threads may use one ledger at once; writes take turns.
 */
public interface Ledger extends AutoCloseable {
  void attemptStarted(Attempt.Start start);

  void stepEnded(String attempt, StepEnd end);

  void gateJudged(String attempt, GateResult result);

  /** Ends an attempt; a second ending of the same one is ignored. */
  void attemptEnded(String attempt, Outcome outcome);

  /** A module is about to be handed to the operator; counts from then on, whatever comes of it. */
  void fixStarted(FixTry.Start start);

  /** How the turn of the operator ended; a second ending of the same one is ignored. */
  void fixEnded(FixTry.Start start, FixTry.End end);

  /** The operator's turns at a module since it was last integrated, oldest first. */
  List<FixTry> fixesAt(String module);

  /** What a person decided about a module. */
  void decided(String module, Decision.Kind kind, String why);

  /** What was decided about a module, oldest first. */
  List<Decision> decisions(String module);

  /** Modules that were reverted and not tried since, oldest first. */
  List<Decision> reverted();

  void pushed(String branch, String remote, ObjectId commit);

  /** All attempts at a module, oldest first. */
  List<Attempt> attemptsAt(String module);

  /** The newest attempts, newest first. */
  List<Attempt> newest(int limit);

  /** Attempts without an ending: running ones, and those whose process was killed. */
  List<Attempt> unfinished();

  /** The newest attempt at each module that has one, in the order of the modules' names. */
  List<Attempt> lastOfEach();

  /**
   * The failed attempts, oldest first, of every module that has at least so many: those since it
   * last ended in another way.
   */
  List<Attempt> failedAgain(int least);

  /** The remotes that a branch was ever pushed to. */
  List<String> pushedTo(String branch);

  /** The commit of a branch that a remote was given last. */
  Optional<ObjectId> lastPushed(String branch, String remote);

  @Override
  void close();
}
