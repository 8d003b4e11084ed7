package dev.ferry.run;

import dev.ferry.config.Configuration;
import dev.ferry.facts.MentionCache;
import dev.ferry.facts.Mentions;
import dev.ferry.gate.HistoryVerdict.Followed;
import dev.ferry.git.CandidateBuilder;
import dev.ferry.git.CommitObject;
import dev.ferry.git.FerryClone;
import dev.ferry.git.GitBlobs;
import dev.ferry.git.History;
import dev.ferry.git.Publication;
import dev.ferry.git.Repository;
import dev.ferry.git.SlotFiles;
import dev.ferry.git.SlotPool;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.probe.Bench;
import dev.ferry.probe.EnvironmentSearch;
import dev.ferry.probe.Revision;
import dev.ferry.process.Sessions;
import dev.ferry.run.gating.ConfiguredGates;
import dev.ferry.run.gating.Evidence;
import dev.ferry.run.gating.GateSequence;
import dev.ferry.run.handoff.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What runs and commits need of the lower rooms, for one repository: ferry's clone, its slots, the
 * gates with their environment. To be closed: it gives its slot back.
 */
final class RunRooms implements AutoCloseable {
  private final Workbench workbench;
  private final FerryClone clone;
  private final Sessions sessions;
  private final LazyWorkplace workplace;
  private final GitBlobs blobs;

  RunRooms(Workbench workbench) {
    this.workbench = workbench;
    Instruments instruments = workbench.instruments();
    this.sessions =
        new Sessions(
            instruments.programs(),
            workbench.home().resolve("sessions"),
            instruments.environment());
    this.clone = FerryClone.open(workbench.repository(), FerryClone.USUAL_FILTERS);
    this.blobs = clone.blobs();
    int slots = workbench.configuration().work().parallel();
    this.workplace =
        new LazyWorkplace(() -> new SlotPool(clone, slots, SlotFiles.NONE), workbench::tell);
    if (!clone.neutralisedFilters().isEmpty()) {
      workbench.tell(Problem.of(Code.G017, String.join(", ", clone.neutralisedFilters())));
    }
  }

  Sessions sessions() {
    return sessions;
  }

  Candidates candidates() {
    return candidates(new BranchName(workbench.configuration().publication().branch()));
  }

  Candidates candidates(BranchName branches) {
    Configuration.Publication words = workbench.configuration().publication();
    Repository repository = workbench.repository();
    return new Candidates(
        new CandidateBuilder(clone, workbench.instruments().clock()),
        new Publication(clone),
        new CommitMessage(words.subject(), words.task()),
        branches,
        new Candidates.Signature(repository.author(), repository.committer()),
        workbench.home().resolve("reports"));
  }

  /**
   * @throws dev.ferry.model.ProblemException where the configuration names gates that there are not
   */
  Judgement judgement(boolean allGates) {
    return judgement(new CommitGates.Options(List.of(), allGates, false), false);
  }

  /**
   * @param published whether commits are judged that must have a report
   */
  Judgement judgement(CommitGates.Options options, boolean published) {
    Configuration configuration = workbench.configuration();
    Bench.Machine machine = machine();
    GateSequence gates =
        new GateSequence(
            machine,
            workbench.instruments().programs(),
            evidence(configuration, published),
            configuration.gates().lanes());
    return new Judgement(
        gates,
        machine,
        ConfiguredGates.settings(
            configuration,
            options.only().isEmpty() ? configuration.gates().enabled() : options.only(),
            options.all(),
            options.strict()),
        configuration,
        new Judgement.Setting(workplace, environment(), checkout(), workbench.home()));
  }

  private Evidence evidence(Configuration configuration, boolean published) {
    MentionCache cache = new MentionCache(workbench.home().resolve("mentions-everywhere"));
    return new Evidence(
        this::follow,
        (searched, named, moves) ->
            new Mentions(Optional.of(cache)).find(searched, named, moves, path -> true),
        new CommitClaims(
            clone,
            workbench.home().resolve("reports"),
            configuration.publication().task(),
            published));
  }

  /** A commit as its object has it, candidates included. */
  CommitObject text(ObjectId commit) {
    return CommitObject.of(clone, commit);
  }

  /** The renames that git sees between two trees. */
  List<History.Rename> renames(ObjectId before, ObjectId after) {
    return new History(clone).renames(before, after);
  }

  /** What the operator mends with. */
  Repairs repairs(Candidates candidates, Judgement judgement, boolean twoCommits, boolean again) {
    Instruments instruments = workbench.instruments();
    Repairs.Shop shop =
        new Repairs.Shop(
            workbench.ledger(),
            instruments.clock(),
            turns(judgement),
            blobs,
            instruments.toolchain().rulingFiles(),
            workbench.home());
    return new Repairs(workbench.configuration(), candidates, judgement, shop, twoCommits, again);
  }

  private OperatorTurns turns(Judgement judgement) {
    Instruments instruments = workbench.instruments();
    Configuration configuration = workbench.configuration();
    Path top = checkout();
    Optional<Path> environment =
        OperatorTurns.folderOf(judgement.environment()).filter(folder -> !folder.startsWith(top));
    return new OperatorTurns(
        configuration,
        workplace,
        machine(),
        judgement.environment(),
        new Surroundings(
            workbench.repository(),
            clone,
            environment,
            List.of(workbench.home().resolve("base-results")),
            new BranchName(configuration.publication().branch()).prefix()),
        instruments.environment(),
        top);
  }

  private Bench.Machine machine() {
    Instruments instruments = workbench.instruments();
    return new Bench.Machine(instruments.toolchain(), sessions, instruments.environment());
  }

  private EnvironmentSearch.Result environment() {
    Instruments instruments = workbench.instruments();
    return new EnvironmentSearch(
            instruments.toolchain(), instruments.programs(), instruments.environment())
        .search(checkout(), workbench.configuration().surroundings().virtualenv());
  }

  private Path checkout() {
    try {
      return workbench.top().toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Followed follow(Move move, Revision base, Revision candidate) {
    return switch (new History(clone).follow(base.commit(), candidate.commit(), move)) {
      case History.Trail.Reaches reaches -> new Followed.Reaches(move);
      case History.Trail.Ends(String path, int similarity) -> new Followed.Ends(move, similarity);
    };
  }

  @Override
  public void close() {
    workplace.close();
    blobs.close();
  }
}
