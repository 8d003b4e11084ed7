package dev.ferry.run.checkout;

import dev.ferry.config.Configuration;
import dev.ferry.facts.Language;
import dev.ferry.facts.MentionCache;
import dev.ferry.facts.Mentions;
import dev.ferry.facts.Snapshot;
import dev.ferry.git.Candidate;
import dev.ferry.git.WorkTree;
import dev.ferry.git.WorkTreeWriter;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeChange;
import dev.ferry.model.Unit;
import dev.ferry.plan.MoveOptions;
import dev.ferry.plan.MovePlan;
import dev.ferry.run.BranchName;
import dev.ferry.run.Candidates;
import dev.ferry.run.DocumentMentions;
import dev.ferry.run.MoveSettings;
import dev.ferry.run.Refusals;
import dev.ferry.run.Report;
import dev.ferry.run.RunRooms;
import dev.ferry.run.UnitJob;
import dev.ferry.run.Workbench;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves without a batch, as one map, on the checkout as it is: uncommitted work counts. In a bare
 * repository, on what HEAD names.
 */
public final class CheckoutMove {
  /**
   * A file may change on disk between reading and writing; more rounds than this is no accident.
   */
  private static final int ROUNDS = 5;

  private final Workbench workbench;
  private final Language language;
  private final MoveOptions options;
  private final List<String> roots;
  private final ObjectId head;
  private final Optional<WorkTree> checkout;

  /**
   * @param choices how references are rewritten, where it is not as configured
   */
  public CheckoutMove(Workbench workbench, MoveChoices choices) {
    this.workbench = workbench;
    LocalDate today = LocalDate.now(workbench.instruments().clock());
    Configuration.Rewriting words = choices.over(workbench.configuration().rewriting(), today);
    this.options = MoveSettings.of(words);
    this.roots = words.sourceRoots();
    Language plain = workbench.instruments().language();
    this.language = roots.isEmpty() ? plain : plain.rootedAt(roots);
    this.head = workbench.repository().base("HEAD").commit();
    this.checkout = WorkTree.of(workbench.repository());
  }

  /**
   * A plan and the tree it was made for.
   *
   * @param before also tells what files said, for those who show the difference
   */
  public record Planned(Snapshot before, MovePlan plan) {}

  /** The commit that is checked out. */
  public ObjectId head() {
    return head;
  }

  /** What the moves would do to the checkout. */
  public Planned plan(List<Move> moves) {
    Snapshot before =
        workbench
            .snapshot(head, language)
            .after(checkout.map(WorkTree::changesSinceHead).orElseGet(List::of));
    return planned(before, moves);
  }

  /** What the moves would do to the commit that is checked out, whatever the checkout holds. */
  public Planned planOnHead(List<Move> moves) {
    return planned(workbench.snapshot(head, language), moves);
  }

  /**
   * Plans and writes the checkout, all or nothing. Git may keep other bytes than stand on disk
   * (line ends): the plan is made again on the bytes on disk of every file that it touches.
   *
   * @return what was written; nothing where the plan is refused
   * @throws dev.ferry.model.ProblemException where a file could not be written
   */
  public Planned write(List<Move> moves) {
    WorkTree tree = checkout.orElseThrow(() -> Refusals.noCheckout());
    Planned planned = plan(moves);
    for (int round = 0; round < ROUNDS && !planned.plan().isRefused(); round++) {
      List<TreeChange> onDisk = differences(tree, planned);
      if (onDisk.isEmpty()) {
        new WorkTreeWriter(tree).write(withContents(planned));
        return planned;
      }
      planned = planned(planned.before().after(onDisk), moves);
    }
    if (planned.plan().isRefused()) {
      return planned;
    }
    throw Refusals.checkoutKeepsChanging();
  }

  /**
   * Commits what was planned for HEAD, on a branch of its own.
   *
   * @param branch its name; null for the configured one of the first module
   * @return the branch
   * @throws dev.ferry.model.ProblemException where it cannot be published
   */
  public String commit(Planned planned, @Nullable String branch, boolean twoCommits) {
    MovePlan plan = planned.plan();
    Move first = plan.moves().getFirst();
    Unit unit = new Unit(first.module(), Unit.Kind.ROWS, plan.moves(), List.of());
    UnitJob job = new UnitJob(unit, "", head, planned.before(), plan);
    try (RunRooms rooms = new RunRooms(workbench)) {
      Candidates candidates =
          branch == null ? rooms.candidates() : rooms.candidates(new BranchName(branch));
      Candidate candidate = candidates.build(job, plan.changes(), twoCommits);
      Report report =
          new Report(
              plan.moves(),
              candidates.branchOf(unit),
              head,
              candidate.tree(),
              Report.Work.of(job, plan.changes()),
              List.of(),
              plan.notes());
      return switch (candidates.publish(job, candidate, List.of(), report, List.of())) {
        case Candidates.Published.Yes _ -> candidates.branchOf(unit);
        case Candidates.Published.No(Problem why) -> throw new ProblemException(why);
      };
    }
  }

  private Planned planned(Snapshot before, List<Move> moves) {
    for (String root : roots) {
      if (!root.equals(".") && !before.listing().containsDirectory(strip(root))) {
        throw new ProblemException(Problem.of(Code.M045, root));
      }
    }
    List<Move> named = moves.stream().map(move -> named(before, move)).toList();
    MovePlan plan = workbench.instruments().planner().plan(before, named, options);
    return new Planned(before, plan.isRefused() ? plan : plan.telling(mentions(before, plan)));
  }

  /** What the plan leaves alone in files that are no sources. */
  private List<Problem> mentions(Snapshot before, MovePlan plan) {
    MentionCache cache = MentionCache.ofDocuments(workbench.home());
    return new DocumentMentions(
            new Mentions(Optional.of(cache)), language, before, plan.moves(), Set.of())
        .of(plan.moves(), plan.edits(), plan.changes());
  }

  /** As with {@code mv}, a destination that is a directory takes the source under its own name. */
  private static Move named(Snapshot before, Move asked) {
    String source = strip(asked.source());
    String destination = strip(asked.destination());
    boolean into =
        before.listing().containsDirectory(destination)
            && !before.listing().containsDirectory(source);
    if (into || asked.destination().endsWith("/")) {
      destination = destination + "/" + RepoPaths.name(source);
    }
    List<String> names = before.modules().namesOf(source);
    return new Move(names.isEmpty() ? source : names.getFirst(), source, destination);
  }

  private static String strip(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** Files that the plan touches and that hold other bytes on disk than it was made for. */
  private static List<TreeChange> differences(WorkTree tree, Planned planned) {
    List<TreeChange> differences = new ArrayList<>();
    for (String path :
        planned.plan().changes().stream().map(TreeChange::path).distinct().toList()) {
      Optional<byte[]> known = planned.before().content(path);
      Optional<byte[]> onDisk = tree.read(path);
      if (known.isPresent() && onDisk.isPresent() && !Arrays.equals(known.get(), onDisk.get())) {
        String mode = planned.before().listing().find(path).orElseThrow().mode();
        differences.add(new TreeChange.Write(path, mode, onDisk.get()));
      } else if (known.isEmpty() && onDisk.isPresent()) {
        differences.add(new TreeChange.Write(path, "100644", onDisk.get()));
      }
    }
    return differences;
  }

  /** The plan's changes with the bytes of files that move unchanged. */
  private static List<TreeChange> withContents(Planned planned) {
    Snapshot after = planned.before().after(planned.plan().changes());
    List<TreeChange> changes = new ArrayList<>();
    for (TreeChange change : planned.plan().changes()) {
      changes.add(
          change instanceof TreeChange.Place(String path, String mode, ObjectId id)
              ? new TreeChange.Write(
                  path, mode, after.content(path).orElseThrow(() -> Refusals.missingBlob(path)))
              : change);
    }
    return changes;
  }
}
