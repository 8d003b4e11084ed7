package dev.ferry.run;

import dev.ferry.git.Candidate;
import dev.ferry.git.CandidateBuilder;
import dev.ferry.git.Identity;
import dev.ferry.git.Publication;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeChange;
import dev.ferry.model.Unit;
import dev.ferry.plan.MovePlan;
import dev.ferry.plan.Rename;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds the commits of units, and publishes those that passed. */
public final class Candidates {
  private final CandidateBuilder builder;
  private final Publication publication;
  private final CommitMessage message;
  private final BranchName branches;
  private final Signature signature;
  private final Path reports;

  /** Who the commits are by. */
  record Signature(Identity author, Identity committer) {}

  /** What became of publishing. */
  public sealed interface Published {
    record Yes(ObjectId commit) implements Published {}

    record No(Problem why) implements Published {}
  }

  /**
   * @param reports directory of the self-reports
   */
  Candidates(
      CandidateBuilder builder,
      Publication publication,
      CommitMessage message,
      BranchName branches,
      Signature signature,
      Path reports) {
    this.builder = builder;
    this.publication = publication;
    this.message = message;
    this.branches = branches;
    this.signature = signature;
    this.reports = reports;
  }

  public String branchOf(Unit unit) {
    return branches.of(unit.id());
  }

  /**
   * Builds a unit's commit, to be gated.
   *
   * @param twoCommits moves first and edits after, so that even a file of which little stays can be
   *     followed
   */
  public Candidate build(UnitJob job, List<TreeChange> changes, boolean twoCommits) {
    String text = message.of(job.unit().moves(), rewritten(job.plan()), List.of(), "");
    ObjectId parent = twoCommits || !job.plan().shims().isEmpty() ? moved(job, text) : job.parent();
    return commit(parent, changes, text);
  }

  /**
   * Builds a unit's commit on one that only clears the way: where something else stood at a path,
   * git follows nothing to it.
   */
  public Candidate buildBehind(List<TreeChange> cleared, UnitJob job, List<TreeChange> changes) {
    String text = message.of(job.unit().moves(), rewritten(job.plan()), List.of(), "");
    return commit(commit(job.parent(), cleared, text).commit(), changes, text);
  }

  /** A commit that nobody has planned, to see what it does. */
  Candidate draft(ObjectId parent, List<TreeChange> changes) {
    return commit(parent, changes, "draft\n");
  }

  /** The commit that only moves; on it, the same changes come to the same tree. */
  private ObjectId moved(UnitJob job, String text) {
    List<TreeChange> changes = new ArrayList<>();
    for (Rename rename : job.plan().renames()) {
      changes.add(new TreeChange.Delete(rename.source()));
    }
    for (Rename rename : job.plan().renames()) {
      var entry = job.before().listing().find(rename.source()).orElseThrow();
      changes.add(new TreeChange.Place(rename.destination(), entry.mode(), entry.id()));
    }
    return commit(job.parent(), changes, text).commit();
  }

  /**
   * Publishes what passed: the same tree, under a message that carries the verdicts and the digest
   * of the report.
   *
   * @param trailers what else the message says, without the ends of lines
   */
  public Published publish(
      UnitJob job, Candidate passed, List<GateResult> gates, Report report, List<String> trailers) {
    Candidate signed = worded(job, passed.parent(), gates, report, trailers);
    if (!signed.tree().equals(passed.tree())) {
      return new Published.No(Problem.of(Code.R023, job.unit().id()));
    }
    return published(publication.publish(branchOf(job.unit()), signed, job.replaces()));
  }

  /** The commit under its last message; the report that it names is kept. */
  private Candidate worded(
      UnitJob job, ObjectId parent, List<GateResult> gates, Report report, List<String> trailers) {
    byte[] json = report.toJson();
    String digest = Report.digest(json);
    keep(json, digest);
    String text =
        message.of(job.unit().moves(), rewritten(job.plan()), gates, digest)
            + trailers.stream().map(trailer -> trailer + "\n").collect(Collectors.joining());
    return commit(parent, report.changes(), text);
  }

  /**
   * One unit of a stack that passed.
   *
   * @param passed the commit that the gates judged, or that lay below the one that they judged
   * @param trailers what else the message says
   */
  record Member(
      UnitJob job,
      Candidate passed,
      List<TreeChange> changes,
      List<GateResult> gates,
      List<Problem> notes,
      List<String> trailers) {
    Member {
      changes = List.copyOf(changes);
      gates = List.copyOf(gates);
      notes = List.copyOf(notes);
      trailers = List.copyOf(trailers);
    }
  }

  /**
   * Publishes a stack that passed, all branches or none.
   *
   * @param parent what its lowest member stands on
   * @param stack the lowest first
   * @return an answer for each member, or one refusal for all
   */
  public List<Published> publish(ObjectId parent, List<Member> stack) {
    List<Publication.Link> links = new ArrayList<>();
    stack.forEach(member -> links.add(new StackLink(member)));
    return publication.publish(parent, links).stream().map(Candidates::published).toList();
  }

  /** One member on its way to its branch. */
  private final class StackLink implements Publication.Link {
    private final Member member;

    StackLink(Member member) {
      this.member = member;
    }

    @Override
    public String branch() {
      return branchOf(member.job().unit());
    }

    @Override
    public Candidate on(ObjectId parent) {
      UnitJob job = member.job();
      List<Problem> notes = new ArrayList<>(job.plan().notes());
      notes.addAll(member.notes());
      Report report =
          new Report(
              job.unit().moves(),
              branch(),
              parent,
              member.passed().tree(),
              Report.Work.of(job, member.changes()),
              member.gates(),
              notes);
      Candidate made = worded(job, parent, member.gates(), report, member.trailers());
      if (!made.tree().equals(member.passed().tree())) {
        throw new IllegalStateException("the stack came out other than it was judged: " + branch());
      }
      return made;
    }
  }

  private static Published published(dev.ferry.git.Published written) {
    return switch (written) {
      case dev.ferry.git.Published.Written(String _, ObjectId commit) -> new Published.Yes(commit);
      case dev.ferry.git.Published.AlreadyThere(String _, ObjectId commit) ->
          new Published.Yes(commit);
      case dev.ferry.git.Published.Refused(Problem why) -> new Published.No(why);
    };
  }

  private Candidate commit(ObjectId parent, List<TreeChange> changes, String text) {
    return builder.build(parent, changes, text, signature.author(), signature.committer());
  }

  private void keep(byte[] json, String digest) {
    Path file = reports.resolve(digest.replace(':', '-') + ".json");
    try {
      KeptFile.write(file, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files besides the moved ones whose bytes change. */
  private static int rewritten(MovePlan plan) {
    Map<String, String> moved = plan.paths();
    return (int)
        plan.edits().stream()
            .map(edit -> edit.path())
            .filter(path -> !moved.containsKey(path))
            .distinct()
            .count();
  }
}
