package dev.ferry.run;

import dev.ferry.facts.Snapshot;
import dev.ferry.git.Candidate;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.plan.grouping.FailureRate;
import dev.ferry.plan.grouping.StackVerification;
import dev.ferry.plan.grouping.StackVerification.Settled;
import dev.ferry.plan.grouping.StackVerification.Trial;
import dev.ferry.probe.Revision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Works units as one growing stack: the gates that only read judge each commit, those that run
 * something judge a group of commits once. What passed together is published together, in that
 * order and in one transaction. Of a group that fails, the first member that fails is found by
 * judging parts of it; a member that was only inferred to fail is judged once more before it is
 * blamed. For one thread.
 */
final class StackRun {
  private final UnitStory.Tools tools;
  private final UnitWork work;
  private final int largest;
  private final BiPredicate<String, UnitEnd> goesOn;
  private final Map<String, UnitStory> stories = new HashMap<>();
  private final Map<String, Blocking> blamed = new HashMap<>();
  private StackedPaths standing = new StackedPaths();
  private final ObjectId ground;
  private final Snapshot groundTree;
  private Snapshot topTree;

  /**
   * @param largest how many units one run of the gates may judge
   * @param goesOn hears of each unit that ended, and says whether others may begin
   */
  StackRun(UnitStory.Tools tools, UnitWork work, int largest, BiPredicate<String, UnitEnd> goesOn) {
    this.tools = tools;
    this.work = work;
    this.largest = largest;
    this.goesOn = goesOn;
    this.ground = work.top();
    this.groundTree = work.snapshot(ground);
    this.topTree = groundTree;
  }

  /** Works units in their order, each of which comes after those that it stands on. */
  void work(List<String> order) {
    var verification = new StackVerification<>(order, FailureRate.UNKNOWN, largest);
    Optional<Trial<String>> trial = verification.next();
    while (trial.isPresent()) {
      List<String> units = trial.get().members();
      Judged judged = judged(units);
      judged.blocking().ifPresent(why -> blamed.put(units.getLast(), why));
      Settled<String> settled = verification.ended(judged.passed());
      boolean goOn = !judged.passed() || publish(judged);
      if (settled.failed().isPresent()) {
        goOn &= convict(settled.failed().get(), judged.passed());
      }
      trial = goOn ? verification.next() : Optional.empty();
    }
  }

  /**
   * Ends a unit that made its stack fail.
   *
   * @param inferred whether it did not fail by itself, but what lay below it passed without it
   */
  private boolean convict(String unit, boolean inferred) {
    if (inferred) {
      // whatever failed then may have been a matter of luck: nobody is blamed for one run
      Judged alone = judged(List.of(unit));
      if (alone.passed()) {
        return publish(alone);
      }
      alone.blocking().ifPresent(why -> blamed.put(unit, why));
    }
    UnitStory story = Objects.requireNonNull(stories.get(unit));
    UnitEnd end = ended(unit, story);
    work.ended(unit, end);
    return goesOn.test(unit, end);
  }

  private UnitEnd ended(String unit, UnitStory story) {
    Optional<UnitEnd> without = work.without(unit);
    if (without.isPresent() && without.get().outcome() instanceof Outcome.Failed failed) {
      return new UnitEnd(story.recorder().stopped(failed.why(), List.of(failed.why())), List.of());
    }
    if (story.job().plan().isRefused()) {
      return new UnitEnd(story.refused(), List.of());
    }
    GateResult gate = Objects.requireNonNull(blamed.get(unit)).gate();
    return new UnitEnd(
        story.stoppedBy(Objects.requireNonNull(gate)), List.of(Objects.requireNonNull(gate)));
  }

  private List<String> trailers(String run, String place) {
    List<String> trailers = new ArrayList<>();
    trailers.add("Ferry-Stack: run " + run + ", " + place);
    new LogDigests(tools.workbench().home()).keep(logsOf(run)).ifPresent(trailers::add);
    return trailers;
  }

  private static String logsOf(String run) {
    return "stack-" + run;
  }

  /** Publishes what passed; false where nothing more may begin. */
  private boolean publish(Judged judged) {
    List<Candidates.Member> stack = new ArrayList<>();
    int size = judged.members().size();
    for (Member member : judged.members()) {
      UnitStory story = member.story();
      String place = (stack.size() + 1) + " of " + size;
      Problem proof = Problem.of(Code.R048, judged.run(), place, judged.names());
      story.document(member.gates(), List.of(proof), story.changes());
      stack.add(
          new Candidates.Member(
              story.job(),
              member.candidate(),
              story.changes(),
              member.gates(),
              List.of(proof),
              trailers(judged.run(), place)));
    }
    List<Candidates.Published> answers = tools.candidates().publish(work.top(), stack);
    boolean goOn = true;
    for (int i = 0; i < size; i++) {
      Member member = judged.members().get(i);
      // one refusal is every member's: the transaction wrote nothing
      UnitEnd end = member.end(answers.get(Math.min(i, answers.size() - 1)));
      String unit = member.story().job().unit().id();
      work.ended(unit, end);
      goOn &= goesOn.test(unit, end);
      if (end.isPublished()) {
        standing = judged.paths();
        topTree = judged.tree();
      }
    }
    return goOn;
  }

  /**
   * A stack as the gates judged it.
   *
   * @param run names the run of the gates
   * @param members the lowest first
   * @param tree that the last one has
   * @param paths of all that moved since the ground
   * @param blocking what keeps the stack from being published
   */
  private record Judged(
      String run,
      List<Member> members,
      Snapshot tree,
      StackedPaths paths,
      Optional<Blocking> blocking) {
    boolean passed() {
      return blocking.isEmpty();
    }

    String names() {
      return members.stream()
          .map(member -> member.story().job().unit().id())
          .collect(Collectors.joining(", "));
    }
  }

  /** One unit in a stack. */
  private record Member(UnitStory story, Candidate candidate, List<GateResult> gates) {
    UnitEnd end(Candidates.Published answer) {
      return new UnitEnd(
          switch (answer) {
            case Candidates.Published.Yes(ObjectId commit) -> story.published(commit);
            case Candidates.Published.No(Problem why) ->
                story.recorder().stopped(why, List.of(why));
          },
          gates);
    }
  }

  /** Why a stack failed: a result, or, where that is null, a member that cannot be moved there. */
  private record Blocking(@Nullable GateResult gate) {}

  private Judged judged(List<String> units) {
    String run = UUID.randomUUID().toString().substring(0, 8);
    List<Member> members = new ArrayList<>();
    StackedPaths paths = standing.copy();
    ObjectId parent = work.top();
    Snapshot before = topTree;
    for (String unit : units) {
      Optional<UnitEnd> without = work.without(unit);
      UnitStory story = story(work.jobOn(work.unit(unit), parent, before));
      if (without.isPresent() || story.job().plan().isRefused()) {
        return failed(run, members, before, paths, new Blocking(null));
      }
      Candidate candidate = story.build();
      Snapshot after = before.afterIn(candidate.tree(), story.changes());
      List<GateResult> read = story.judgedByReading(candidate, after);
      members.add(new Member(story, candidate, read));
      Optional<GateResult> stops = read.stream().filter(result -> result.blocks(false)).findFirst();
      if (stops.isPresent()) {
        return failed(run, members, after, paths, new Blocking(stops.get()));
      }
      paths.add(story, after);
      parent = candidate.commit();
      before = after;
    }
    return judgedByRunning(run, members, before, paths);
  }

  private Judged judgedByRunning(
      String run, List<Member> members, Snapshot tree, StackedPaths paths) {
    Candidate top = members.getLast().candidate();
    List<Move> moves = new ArrayList<>();
    Map<String, String> written = new HashMap<>();
    for (Member member : members) {
      moves.addAll(member.story().job().unit().moves());
      written.putAll(member.story().written());
    }
    var stack =
        new dev.ferry.run.gating.Candidate(
            new Revision(ground, groundTree.tree().orElseThrow()),
            new Revision(top.commit(), top.tree()),
            groundTree,
            tree,
            moves,
            paths.paths(),
            paths.modules(),
            paths.edited(),
            written);
    List<GateResult> ran =
        tools
            .judgement()
            .judgeByRunning(
                stack, logsOf(run), new SharedGates(members.stream().map(Member::story).toList()));
    List<Member> all = new ArrayList<>();
    Optional<GateResult> stops = Optional.empty();
    for (Member member : members) {
      List<GateResult> gates = new ArrayList<>(member.gates());
      gates.addAll(ran);
      all.add(new Member(member.story(), member.candidate(), gates));
      stops = stops.or(() -> tools.judgement().blocking(gates));
    }
    return new Judged(run, all, tree, paths, stops.map(Blocking::new));
  }

  private static Judged failed(
      String run, List<Member> members, Snapshot tree, StackedPaths paths, Blocking why) {
    return new Judged(run, members, tree, paths, Optional.of(why));
  }

  /** The story of a unit, begun at its first trial and told on, wherever it stands next. */
  private UnitStory story(UnitJob job) {
    UnitStory story = stories.get(job.unit().id());
    if (story == null) {
      story = UnitStory.begin(tools, job);
      stories.put(job.unit().id(), story);
      if (!job.plan().isRefused()) {
        story.prepare();
      }
    } else {
      story.standsOn(job);
    }
    return story;
  }
}
