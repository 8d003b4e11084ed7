package dev.ferry.run.restack;

import dev.ferry.git.BranchUses;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.run.BranchName;
import dev.ferry.run.Candidates;
import dev.ferry.run.DocumentMentions;
import dev.ferry.run.HeardGates;
import dev.ferry.run.IntegratedModules;
import dev.ferry.run.Judgement;
import dev.ferry.run.Progress;
import dev.ferry.run.PublishedBranches;
import dev.ferry.run.Recovery;
import dev.ferry.run.Repairs;
import dev.ferry.run.RunLock;
import dev.ferry.run.RunOptions;
import dev.ferry.run.RunRooms;
import dev.ferry.run.UnitJob;
import dev.ferry.run.UnitStory;
import dev.ferry.run.UnitWorker;
import dev.ferry.run.Workbench;
import dev.ferry.run.restack.Derivation.Derived;
import dev.ferry.run.restack.RestackEnd.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Brings open branches onto the base that has moved on: each is derived anew, and takes the place
 * of the old one only where merging that would not give the same tree, and only after every gate.
 * What a person has committed to is left alone. For one thread.
 */
public final class Restack {
  private final Workbench workbench;
  private final Options options;
  private final Progress progress;
  private final Consumer<RestackEnd> heard;

  /**
   * @param dryRun whether nothing is written
   * @param allGates whether gates go on after the first that blocks
   */
  public record Options(boolean dryRun, boolean allGates) {}

  /**
   * @param heard is given each ending as it comes
   */
  public Restack(
      Workbench workbench, Options options, Progress progress, Consumer<RestackEnd> heard) {
    this.workbench = workbench;
    this.options = options;
    this.progress = progress;
    this.heard = heard;
  }

  /**
   * Looks at every open branch that the base has left behind.
   *
   * @return one for each, those that others stand on first
   * @throws ProblemException where another ferry does the same
   */
  public List<RestackEnd> all() {
    List<OpenBranch> open = new OpenBranches(workbench).find();
    return restack(open, open.stream().filter(OpenBranch::isBehind).toList());
  }

  /**
   * The same for the branches of these modules and what they stand on.
   *
   * @throws ProblemException where a module has no open branch, or another ferry does the same
   */
  public List<RestackEnd> only(List<String> modules) {
    List<OpenBranch> open = new OpenBranches(workbench).find();
    Map<String, OpenBranch> byName = new LinkedHashMap<>();
    open.forEach(branch -> byName.put(branch.name(), branch));
    Set<String> chosen = new LinkedHashSet<>();
    List<Problem> missing = new ArrayList<>();
    BranchName names = new BranchName(workbench.configuration().publication().branch());
    for (String module : modules) {
      String name = names.of(module);
      if (!byName.containsKey(name)) {
        missing.add(Problem.of(Code.R036, module, name));
      }
      Optional<OpenBranch> at = Optional.ofNullable(byName.get(name));
      while (at.isPresent() && chosen.add(at.get().name())) {
        at = at.get().below().map(OpenBranch.Below::branch).map(byName::get);
      }
    }
    if (!missing.isEmpty()) {
      throw new ProblemException(missing);
    }
    return restack(
        open,
        open.stream()
            .filter(branch -> branch.isBehind() && chosen.contains(branch.name()))
            .toList());
  }

  /** The name of what branches are derived on. */
  public String base() {
    return workbench.base().name();
  }

  /** The commit of that, as it was when ferry began. */
  public ObjectId commit() {
    return workbench.base().commit();
  }

  private List<RestackEnd> restack(List<OpenBranch> open, List<OpenBranch> behind) {
    if (behind.isEmpty()) {
      return List.of();
    }
    try (RunLock _ = lock();
        RunRooms rooms = new RunRooms(workbench)) {
      if (!options.dryRun()) {
        BranchName names = new BranchName(workbench.configuration().publication().branch());
        var branches = new PublishedBranches(workbench.repository(), workbench.base(), names);
        new Recovery(workbench, rooms, branches, progress).takeUp();
        workbench.repository().pin(workbench.base().commit());
      }
      List<RestackEnd> ends = new Round(rooms, open).over(behind);
      tellWhereTheBaseMoved();
      return ends;
    }
  }

  private RunLock lock() {
    Path file = workbench.home().resolve("locks").resolve("restack");
    try {
      return RunLock.take(file, "restack");
    } catch (ProblemException refused) {
      boolean held = refused.problems().stream().anyMatch(why -> why.code() == Code.R027);
      throw held ? new ProblemException(Problem.of(Code.G052)) : refused;
    }
  }

  private void tellWhereTheBaseMoved() {
    String base = workbench.base().name();
    Optional<ObjectId> now = workbench.repository().resolve(base);
    if (!now.equals(Optional.of(workbench.base().commit()))) {
      progress.told(Problem.of(Code.G051, base));
    }
  }

  /** One pass over what the base has left behind. */
  private final class Round {
    private final RunRooms rooms;
    private final RunRooms.Place place;
    private final Judgement judgement;
    private final Derivations derivations;
    private final Map<Boolean, UnitWorker> workers = new HashMap<>();
    private final Map<String, ObjectId> tracked;
    private final BranchUses uses = new BranchUses(workbench.repository());
    private final Map<String, RestackEnd> ends = new LinkedHashMap<>();

    Round(RunRooms rooms, List<OpenBranch> open) {
      this.rooms = rooms;
      this.place = rooms.place();
      this.judgement = place.judgement(options.allGates());
      this.derivations = new Derivations(workbench, rooms, judgement, open);
      this.tracked = uses.tracked();
    }

    List<RestackEnd> over(List<OpenBranch> behind) {
      List<Derivation> all = behind.stream().map(derivations::derive).toList();
      Map<String, Problem> needed = needed(all);
      List<Move> moves =
          all.stream()
              .filter(each -> needed.containsKey(each.branch().name()))
              .flatMap(each -> each.branch().moves().stream())
              .toList();
      for (Derivation each : all) {
        RestackEnd end =
            switch (each) {
              case Derivation.Settled(OpenBranch _, RestackEnd known) -> known;
              case Derived derived -> {
                Optional<Problem> why = Optional.ofNullable(needed.get(derived.branch().name()));
                yield why.map(reason -> replace(derived, reason, moves))
                    .orElseGet(() -> kept(derived.branch()));
              }
            };
        ends.put(end.branch(), end);
        heard.accept(end);
      }
      return List.copyOf(ends.values());
    }

    /** The branches to be written, with why: those that differ, and what these stand on. */
    private static Map<String, Problem> needed(List<Derivation> all) {
      Map<String, Problem> needed = new HashMap<>();
      for (Derivation each : all) {
        if (each instanceof Derived derived && derived.differs().isPresent()) {
          needed.put(derived.branch().name(), derived.differs().get());
          Problem above = Problem.of(Code.G057, derived.branch().name());
          for (Optional<Derived> below = derived.below();
              below.isPresent();
              below = below.get().below()) {
            needed.putIfAbsent(below.get().branch().name(), above);
          }
        }
      }
      return needed;
    }

    private RestackEnd kept(OpenBranch branch) {
      Problem told = Problem.of(Code.R091, branch.name(), workbench.base().name());
      return RestackEnd.of(branch, Kind.KEPT, told);
    }

    private RestackEnd replace(Derived derived, Problem why, List<Move> moves) {
      OpenBranch branch = derived.branch();
      Optional<Problem> taken = taken(branch);
      if (taken.isPresent()) {
        return RestackEnd.of(branch, Kind.LEFT_ALONE, taken.get()).because(why);
      }
      Optional<RestackEnd> below = derived.below().map(under -> ends.get(under.branch().name()));
      if (below.isPresent() && !isWritten(below.get().kind())) {
        Problem told = Problem.of(Code.R099, branch.name(), below.get().branch());
        return RestackEnd.of(branch, Kind.LEFT_ALONE, told).because(why);
      }
      if (options.dryRun()) {
        Problem told = Problem.of(Code.R093, branch.name(), workbench.base().name());
        return RestackEnd.of(branch, Kind.WOULD_BE_REPLACED, told).because(why);
      }
      ObjectId parent = below.flatMap(RestackEnd::after).orElseGet(derived::parent);
      return written(derived, why, parent, moves);
    }

    private static boolean isWritten(Kind kind) {
      return kind == Kind.REPLACED || kind == Kind.WOULD_BE_REPLACED;
    }

    /** Why a branch is not ferry's to write although ferry made it. */
    private Optional<Problem> taken(OpenBranch branch) {
      Optional<String> worktree = uses.checkoutOf(branch.name());
      if (worktree.isPresent()) {
        return Optional.of(Problem.of(Code.R096, branch.name(), worktree.get()));
      }
      List<ObjectId> ours = new MadeByFerry(workbench).published(branch.name(), branch.module());
      for (Map.Entry<String, ObjectId> remote : tracked.entrySet()) {
        if (remote.getKey().endsWith("/" + branch.name())
            && !ours.contains(remote.getValue())
            && !uses.isWithin(remote.getValue(), branch.tip())) {
          return Optional.of(Problem.of(Code.R095, branch.name(), remote.getKey()));
        }
      }
      return Optional.empty();
    }

    private RestackEnd written(Derived derived, Problem why, ObjectId parent, List<Move> moves) {
      OpenBranch branch = derived.branch();
      Derivations.Ground.On ground = derivations.at(parent);
      UnitJob job = derivations.job(branch, parent, ground.before()).keeping(derived.mend());
      String base = workbench.base().name();
      return switch (worker(branch.twoCommits(), moves).work(job).outcome()) {
        case Outcome.Integrated(String _, ObjectId commit) -> {
          String before = branch.tip().abbreviated();
          Problem told = Problem.of(Code.R092, branch.name(), base, before, commit.abbreviated());
          yield new RestackEnd(
              branch.name(),
              branch.module(),
              Kind.REPLACED,
              branch.tip(),
              Optional.of(commit),
              told,
              Optional.of(why));
        }
        case Outcome.Failed(dev.ferry.model.Step _, Problem reason) -> failed(branch, reason, base);
        case Outcome.InPlace _, Outcome.Blocked _, Outcome.Skipped _ ->
            throw new IllegalStateException("no end of a unit: " + branch.name());
      };
    }

    /** Somebody was at the branch while it was derived: that is no fault of the move's. */
    private static RestackEnd failed(OpenBranch branch, Problem reason, String base) {
      return switch (reason.code()) {
        case G010, G011, G012, G013 -> RestackEnd.of(branch, Kind.LEFT_ALONE, reason);
        default ->
            RestackEnd.of(
                    branch,
                    Kind.STOPPED,
                    Problem.of(Code.R097, branch.name(), base, branch.module()))
                .because(reason);
      };
    }

    private UnitWorker worker(boolean twoCommits, List<Move> moves) {
      return workers.computeIfAbsent(twoCommits, two -> newWorker(two, moves));
    }

    private UnitWorker newWorker(boolean twoCommits, List<Move> moves) {
      Candidates candidates = rooms.candidates();
      HeardGates gates = new HeardGates(progress);
      Repairs repairs = place.repairs(candidates, judgement, twoCommits, false);
      RunOptions run = new RunOptions(true, twoCommits, options.allGates(), 1);
      return new UnitWorker(
          new UnitStory.Tools(workbench, candidates, judgement, mentions(moves), run, gates),
          repairs,
          gates);
    }

    private DocumentMentions mentions(List<Move> moves) {
      return DocumentMentions.of(
          workbench, derivations.base().before(), moves, IntegratedModules.filesThere(workbench));
    }
  }
}
