package dev.ferry.run;

import dev.ferry.config.Configuration;
import dev.ferry.facts.FactsCache;
import dev.ferry.facts.MentionCache;
import dev.ferry.facts.Mentions;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.SnapshotReader;
import dev.ferry.gate.HistoryVerdict.Followed;
import dev.ferry.git.Candidate;
import dev.ferry.git.CandidateBuilder;
import dev.ferry.git.CarriedChange;
import dev.ferry.git.CommitObject;
import dev.ferry.git.FerryClone;
import dev.ferry.git.FileDifference;
import dev.ferry.git.GitBlobs;
import dev.ferry.git.History;
import dev.ferry.git.MergedTree;
import dev.ferry.git.Publication;
import dev.ferry.git.Repository;
import dev.ferry.git.SlotFiles;
import dev.ferry.git.SlotPool;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeChange;
import dev.ferry.probe.Bench;
import dev.ferry.probe.EnvironmentSearch;
import dev.ferry.probe.Revision;
import dev.ferry.process.Sessions;
import dev.ferry.run.gating.ConfiguredGates;
import dev.ferry.run.gating.Evidence;
import dev.ferry.run.gating.GateSequence;
import dev.ferry.run.gating.GateSettings;
import dev.ferry.run.handoff.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What runs and commits need of the lower rooms, for one repository: ferry's clone, its slots, the
 * gates with their environment. To be closed: it gives its slots back. Set up by one thread; then
 * each place is for a thread of its own.
 */
public final class RunRooms implements AutoCloseable {
  /** Other ferries may work on other batches of the repository at the same time. */
  private static final int FEWEST_SLOTS = 3;

  /**
   * How many slots all ferries of a repository share.
   *
   * @param parallel how many modules are worked at the same time
   */
  static int slots(int parallel) {
    return Math.max(FEWEST_SLOTS, parallel);
  }

  private final Workbench workbench;
  private final FerryClone clone;
  private final Sessions sessions;
  private final SlotPool slots;
  private final GitBlobs blobs;
  private final List<Place> places = new ArrayList<>();
  private final Map<Boolean, GateSequence> sequences = new HashMap<>();
  private EnvironmentSearch.@Nullable Result environment;

  public RunRooms(Workbench workbench) {
    this(workbench, 1);
  }

  /**
   * @param parallel how many places there will be
   */
  public RunRooms(Workbench workbench, int parallel) {
    this.workbench = workbench;
    Instruments instruments = workbench.instruments();
    this.sessions =
        new Sessions(
            instruments.programs(),
            workbench.home().resolve("sessions"),
            instruments.environment());
    this.clone = FerryClone.open(workbench.repository(), FerryClone.USUAL_FILTERS);
    this.blobs = clone.blobs();
    this.slots = new SlotPool(clone, slots(parallel), SlotFiles.NONE);
    if (!clone.neutralisedFilters().isEmpty()) {
      workbench.tell(Problem.of(Code.G017, String.join(", ", clone.neutralisedFilters())));
    }
  }

  Sessions sessions() {
    return sessions;
  }

  Publication publication() {
    return new Publication(clone);
  }

  public Candidates candidates() {
    return candidates(new BranchName(workbench.configuration().publication().branch()));
  }

  public Candidates candidates(BranchName branches) {
    Configuration.Publication words = workbench.configuration().publication();
    return candidates(branches, new CommitMessage(words.subject(), words.task()));
  }

  public Candidates candidates(BranchName branches, CommitMessage message) {
    Repository repository = workbench.repository();
    return new Candidates(
        new CandidateBuilder(clone, workbench.instruments().clock()),
        publication(),
        message,
        branches,
        new Candidates.Signature(repository.author(), repository.committer()),
        workbench.home().resolve("reports"));
  }

  /** A place of work, for one thread. Closed with the rooms. */
  public Place place() {
    Place place = new Place();
    places.add(place);
    return place;
  }

  /** A slot, taken when something has to run in it, and the gates that judge there. */
  public final class Place {
    private final LazyWorkplace workplace = new LazyWorkplace(slots, workbench::tell);

    /**
     * @throws dev.ferry.model.ProblemException where the configuration names gates that there are
     *     not
     */
    public Judgement judgement(boolean allGates) {
      return judgement(new CommitGates.Options(List.of(), allGates, false), false);
    }

    /**
     * @param published whether commits are judged that must have a report
     */
    public Judgement judgement(CommitGates.Options options, boolean published) {
      Configuration configuration = workbench.configuration();
      boolean picked = !options.only().isEmpty();
      GateSettings settings =
          ConfiguredGates.settings(
              configuration,
              picked ? options.only() : configuration.gates().enabled(),
              options.all(),
              options.strict());
      return new Judgement(
          gates(published),
          machine(),
          picked ? settings.asPicked() : settings,
          configuration,
          new Judgement.Setting(workplace, environment(), checkout(), workbench.home()));
    }

    /** What the operator mends with. */
    public Repairs repairs(
        Candidates candidates, Judgement judgement, boolean twoCommits, boolean again) {
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
  }

  /** One for all places: what it found out about the base need not be found out again. */
  private GateSequence gates(boolean published) {
    return sequences.computeIfAbsent(
        published,
        key -> {
          Configuration configuration = workbench.configuration();
          return new GateSequence(
              machine(),
              workbench.instruments().programs(),
              evidence(configuration, published),
              configuration.gates().lanes(),
              configuration.gates().openapi());
        });
  }

  private Evidence evidence(Configuration configuration, boolean published) {
    MentionCache cache = new MentionCache(workbench.home().resolve("mentions-everywhere"));
    return new Evidence(
        this::follow,
        (searched, named, moves) ->
            new Mentions(Optional.of(cache)).find(searched, named, moves, path -> true),
        new CommitClaims(clone, workbench.home(), configuration.publication().task(), published));
  }

  /** A commit as its object has it, candidates included. */
  CommitObject text(ObjectId commit) {
    return CommitObject.of(clone, commit);
  }

  /** The renames that git sees between two trees. */
  List<History.Rename> renames(ObjectId before, ObjectId after) {
    return new History(clone).renames(before, after);
  }

  /** What all sources of a commit say that nobody but ferry has yet. */
  public Snapshot snapshot(Candidate candidate) {
    FactsCache cache =
        new FactsCache(workbench.home().resolve("facts"), workbench.instruments().clock());
    return new SnapshotReader(workbench.language(), blobs, Optional.of(cache))
        .read(candidate.tree(), clone.tree(candidate.commit()));
  }

  /** What git makes of merging a branch into a base. */
  public MergedTree.Result merged(ObjectId base, ObjectId branch) {
    return MergedTree.of(clone, base, branch);
  }

  /** What a tree adds to another, brought over to a third. */
  public CarriedChange.Result carried(ObjectId without, ObjectId with, ObjectId onto) {
    return CarriedChange.of(clone, without, with, onto);
  }

  /** The change that makes a file what it is after a difference. */
  public TreeChange change(FileDifference file) {
    return Repairs.change(file, blobs);
  }

  private Bench.Machine machine() {
    Instruments instruments = workbench.instruments();
    return new Bench.Machine(instruments.toolchain(), sessions, instruments.environment());
  }

  private EnvironmentSearch.Result environment() {
    if (environment == null) {
      Instruments instruments = workbench.instruments();
      environment =
          new EnvironmentSearch(
                  instruments.toolchain(), instruments.programs(), instruments.environment())
              .search(checkout(), workbench.configuration().surroundings().virtualenv());
    }
    return environment;
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
    places.forEach(place -> place.workplace.close());
    blobs.close();
  }
}
