package dev.ferry.run;

import dev.ferry.config.Configuration;
import dev.ferry.gate.fix.FixScope;
import dev.ferry.git.Candidate;
import dev.ferry.git.FileDifference;
import dev.ferry.git.GitBlobs;
import dev.ferry.ledger.FixTry;
import dev.ferry.ledger.Ledger;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeChange;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import dev.ferry.run.handoff.Handoff;
import dev.ferry.run.handoff.HeardRuns;
import dev.ferry.run.handoff.OperatorTurn;
import dev.ferry.run.handoff.ScopeOfMove;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Has the operator mend units that a gate stopped, as often as the configuration allows for one
 * module. Every gate runs again after a change, over the candidate with that change in it; nothing
 * the operator says of itself counts.
 */
public final class Repairs {
  private final Configuration configuration;
  private final Candidates candidates;
  private final Judgement judgement;
  private final Shop shop;
  private final boolean twoCommits;
  private final boolean again;

  /**
   * What repairs are done with.
   *
   * @param turns makes the operator's turn in the slot that the gates use
   * @param blobs of candidates
   * @param ruling globs of the language's files that decide about tests
   * @param home ferry's own folder
   */
  record Shop(
      Ledger ledger, Clock clock, Turns turns, GitBlobs blobs, List<String> ruling, Path home) {}

  /** Makes turns of the operator. */
  interface Turns {
    OperatorTurn with(dev.ferry.facts.Snapshot after);

    Path worktree();

    /** Nothing of a change that came to nothing stays in the slot. */
    void reset(ObjectId commit);
  }

  /**
   * A candidate as it failed.
   *
   * @param written tests that were written for its moves, by the move's source
   */
  record Trial(
      Candidate candidate,
      List<TreeChange> changes,
      Map<String, String> written,
      List<GateResult> gates,
      HeardRuns runs) {
    Trial {
      changes = List.copyOf(changes);
      written = Map.copyOf(written);
      gates = List.copyOf(gates);
    }
  }

  /** What became of a unit. */
  sealed interface End {
    /** Nobody is asked, or nobody could mend this. */
    record NotAsked() implements End {}

    /**
     * @param trailer tells the fix in the commit's message
     */
    record Mended(
        Candidate candidate,
        List<TreeChange> changes,
        List<GateResult> gates,
        Problem note,
        String trailer)
        implements End {}

    record Failed(Problem sentence, List<Problem> all) implements End {}
  }

  /**
   * @param again whether one attempt beyond the allowed ones is made
   */
  Repairs(
      Configuration configuration,
      Candidates candidates,
      Judgement judgement,
      Shop shop,
      boolean twoCommits,
      boolean again) {
    this.configuration = configuration;
    this.candidates = candidates;
    this.judgement = judgement;
    this.shop = shop;
    this.twoCommits = twoCommits;
    this.again = again;
  }

  /** Whether this is the sentence of a hand-off that did not mend its module. */
  static boolean cameToNothing(Code code) {
    return switch (code) {
      case H003, H004, H005, H006, H007 -> true;
      default -> false;
    };
  }

  End mend(UnitJob job, Trial trial, StepRecorder recorder) {
    Configuration.Fix fix = configuration.fix();
    String module = job.unit().id();
    GateResult blocking = judgement.blocking(trial.gates()).orElseThrow();
    if (fix.command().isEmpty() || isOfTheMachine(blocking)) {
      return new End.NotAsked();
    }
    List<FixTry> earlier = new ArrayList<>(shop.ledger().fixesAt(module));
    // a turn that ferry did not live to see the end of says nothing about the operator; one that
    // brings ferry down again and again does
    int cutShort =
        Math.min(
            (int) earlier.stream().filter(turn -> turn.end().isEmpty()).count(), fix.attempts());
    int ended = earlier.size() - cutShort;
    int allowed = again ? Math.max(fix.attempts(), ended + 1) : fix.attempts();
    if (ended >= allowed) {
      return allowed == 0 ? new End.NotAsked() : spent(job, blocking, ended);
    }
    int limit = allowed + cutShort;
    while (true) {
      FixTry.Start start = new FixTry.Start(recorder.attempt(), module, earlier.size() + 1);
      shop.ledger().fixStarted(start);
      Turn turn = new Turn(job, trial, start, limit, List.copyOf(earlier), recorder);
      End end = turn.take();
      Problem sentence = turn.sentence(end);
      FixTry.End recorded = new FixTry.End(sentence, turn.keptPatch());
      shop.ledger().fixEnded(start, recorded);
      earlier.add(new FixTry(start, Optional.of(recorded)));
      boolean spent = earlier.size() >= limit;
      if (end instanceof End.Failed) {
        shop.turns().reset(job.parent());
      }
      if (end instanceof End.Mended || spent || sentence.code() == Code.H006 || turn.isFault()) {
        return end;
      }
    }
  }

  /** What no change of sources mends: the environment, or ferry being stopped. */
  private static boolean isOfTheMachine(GateResult gate) {
    return gate.verdict() == Verdict.ERROR
        && gate.findings().stream()
            .anyMatch(
                finding ->
                    finding.code().name().startsWith("E")
                        || finding.code() == Code.T034
                        || finding.code() == Code.T028);
  }

  /** The change that makes a file what it is after a difference. */
  static TreeChange change(FileDifference file, GitBlobs blobs) {
    return file.after()
        .<TreeChange>map(
            blob ->
                new TreeChange.Write(file.path(), file.modeAfter(), blobs.read(blob).orElseThrow()))
        .orElseGet(() -> new TreeChange.Delete(file.path()));
  }

  private static End spent(UnitJob job, GateResult blocking, int times) {
    Problem sentence = Problem.of(Code.H003, job.unit().id(), String.valueOf(times));
    return new End.Failed(sentence, withGate(blocking, sentence));
  }

  private static List<Problem> withGate(GateResult gate, Problem... more) {
    List<Problem> all = new ArrayList<>(List.of(Problem.of(Code.R020, gate.gate())));
    gate.findings().stream().limit(1).forEach(all::add);
    all.addAll(List.of(more));
    return all;
  }

  /** One turn and the gates after it. */
  private final class Turn {
    private final UnitJob job;
    private final Trial trial;
    private final FixTry.Start start;
    private final int limit;
    private final List<FixTry> earlier;
    private final StepRecorder recorder;
    private final OperatorTurn.Papers papers;
    private boolean fault;

    Turn(
        UnitJob job,
        Trial trial,
        FixTry.Start start,
        int limit,
        List<FixTry> earlier,
        StepRecorder recorder) {
      this.job = job;
      this.trial = trial;
      this.start = start;
      this.limit = limit;
      this.earlier = earlier;
      this.recorder = recorder;
      Path folder = shop.home().resolve("handoffs").resolve(start.attempt());
      String number = String.valueOf(start.number());
      this.papers =
          new OperatorTurn.Papers(
              folder.resolve("handoff-" + number + ".json"),
              folder.resolve("operator-" + number + ".log"),
              folder.resolve("fix-" + number + ".patch"));
    }

    End take() {
      FixScope scope =
          ScopeOfMove.of(
              configuration,
              job.unit().moves(),
              job.plan().paths(),
              job.plan().changes(),
              shop.ruling());
      Handoff handoff = handoff(scope);
      recorder.handedOver(
          Problem.of(
              Code.H001,
              start.module(),
              operator(),
              String.valueOf(start.number()),
              String.valueOf(limit),
              papers.handoff().toString()));
      OperatorTurn turn = shop.turns().with(job.before().after(trial.changes()));
      Revision candidate = new Revision(trial.candidate().commit(), trial.candidate().tree());
      return switch (turn.take(handoff, candidate, scope, papers)) {
        case OperatorTurn.End.Refused(OperatorTurn.Kind kind, List<Problem> why, byte[] patch) -> {
          keep(patch);
          yield refused(kind, why);
        }
        case OperatorTurn.End.Changed(List<FileDifference> files, byte[] patch, var notes) -> {
          keep(patch);
          yield judged(files);
        }
      };
    }

    private Handoff handoff(FixScope scope) {
      Configuration.Fix fix = configuration.fix();
      List<dev.ferry.gate.fix.PathPattern> allowed = new ArrayList<>(scope.configured().allowed());
      allowed.addAll(scope.usual().allowed());
      List<dev.ferry.gate.fix.PathPattern> guarded = new ArrayList<>(scope.configured().guarded());
      guarded.addAll(scope.usual().guarded());
      return new Handoff(
          new Handoff.Subject(
              start.module(),
              job.unit().moves(),
              job.parent(),
              trial.candidate().commit(),
              job.plan().paths(),
              judgement.modules(job)),
          trial.gates().stream()
              .filter(gate -> gate.verdict() != Verdict.PASS && gate.verdict() != Verdict.SKIPPED)
              .map(trial.runs()::failure)
              .toList(),
          new Handoff.Turn(
              shop.turns().worktree(),
              start.number(),
              limit,
              shop.clock().instant().plus(fix.timeout())),
          allowed,
          guarded,
          new Handoff.Limits(fix.files(), fix.lines()),
          earlier);
    }

    private End refused(OperatorTurn.Kind kind, List<Problem> why) {
      Problem sentence =
          switch (kind) {
            case NOT_STARTED -> why.getFirst();
            case TOOK_TOO_LONG ->
                Problem.of(
                    Code.H007,
                    start.module(),
                    String.valueOf(configuration.fix().timeout().toSeconds()),
                    papers.log().toString());
            case CHANGED_NOTHING ->
                Problem.of(Code.H004, start.module(), blocking().gate(), papers.log().toString());
            case LEFT_ITS_SCOPE ->
                Problem.of(
                    Code.H006,
                    start.module(),
                    placeOf(why.getFirst()),
                    String.valueOf(why.size()),
                    keptPatch().isEmpty() ? "-" : keptPatch());
            case STOPPED -> Problem.of(Code.T034, operator());
          };
      fault = kind == OperatorTurn.Kind.NOT_STARTED || kind == OperatorTurn.Kind.STOPPED;
      List<Problem> all = withGate(blocking(), sentence);
      why.stream().filter(each -> !each.equals(sentence)).forEach(all::add);
      return new End.Failed(sentence, all);
    }

    private static String placeOf(Problem violation) {
      return violation.arguments().isEmpty() ? "-" : violation.arguments().getFirst();
    }

    private End judged(List<FileDifference> files) {
      List<TreeChange> changes = new ArrayList<>(trial.changes());
      for (FileDifference file : files) {
        changes.removeIf(change -> change.path().equals(file.path()));
        changes.add(change(file, shop.blobs()));
      }
      Candidate mended = candidates.build(job, changes, twoCommits);
      HeardRuns runs = new HeardRuns(recorder);
      List<GateResult> gates =
          judgement.judge(
              job,
              mended,
              job.before().after(changes),
              trial.written(),
              files.stream().map(FileDifference::path).collect(Collectors.toSet()),
              recorder.attempt() + "/after-fix-" + start.number(),
              runs);
      Optional<GateResult> still = judgement.blocking(gates);
      if (still.isPresent()) {
        Problem sentence = Problem.of(Code.H005, start.module(), still.get().gate(), keptPatch());
        return new End.Failed(sentence, withGate(still.get(), sentence));
      }
      long lines = files.stream().mapToLong(file -> file.lines().orElse(0L)).sum();
      String count = String.valueOf(files.size());
      Problem note =
          Problem.of(
              Code.H002, start.module(), operator(), String.valueOf(lines), count, keptPatch());
      String trailer =
          "Ferry-Fix: %s mended %s; lines: %d, files: %s, attempt: %d"
              .formatted(operator(), blocking().gate(), lines, count, start.number());
      return new End.Mended(mended, changes, gates, note, trailer);
    }

    private GateResult blocking() {
      return judgement.blocking(trial.gates()).orElseThrow();
    }

    /** What came of the turn, for the ledger. */
    Problem sentence(End end) {
      return switch (end) {
        case End.Mended mended -> mended.note();
        case End.Failed failed -> failed.sentence();
        case End.NotAsked _ -> throw new IllegalStateException("a turn that was not taken");
      };
    }

    /** Whether another attempt would end the same: the machine is at fault. */
    boolean isFault() {
      return fault;
    }

    private void keep(byte[] patch) {
      if (patch.length == 0) {
        return;
      }
      try {
        Files.createDirectories(papers.patch().getParent());
        Files.write(papers.patch(), patch);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Where the patch is; empty where there is none. */
    String keptPatch() {
      return Files.exists(papers.patch()) ? papers.patch().toString() : "";
    }

    private String operator() {
      Path program = Path.of(configuration.fix().command().getFirst()).getFileName();
      return String.valueOf(program);
    }
  }
}
