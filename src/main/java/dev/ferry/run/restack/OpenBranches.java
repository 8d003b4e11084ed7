package dev.ferry.run.restack;

import dev.ferry.git.BranchUses;
import dev.ferry.git.CommitText;
import dev.ferry.git.ModuleCommits;
import dev.ferry.git.ModuleCommits.Made;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.run.BranchName;
import dev.ferry.run.Workbench;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the branches that ferry published and that the base does not hold, by their names and the
 * messages of their commits: rows of batches and what rows stand on alike. Branches of {@code ferry
 * move --commit}, which no gate has judged, are not among them.
 */
final class OpenBranches {
  private final Workbench workbench;
  private final BranchName names;
  private final MadeByFerry made;
  private final Map<ObjectId, Made> commits = new LinkedHashMap<>();
  private final Map<ObjectId, CommitText> texts = new HashMap<>();

  OpenBranches(Workbench workbench) {
    this.workbench = workbench;
    this.names = new BranchName(workbench.configuration().publication().branch());
    this.made = new MadeByFerry(workbench);
  }

  /** In an order in which each comes after what it stands on. */
  List<OpenBranch> find() {
    ObjectId base = workbench.base().commit();
    Map<String, ObjectId> tips = workbench.repository().branches(names.prefix());
    for (Made each :
        ModuleCommits.above(workbench.repository(), base, List.copyOf(tips.values()))) {
      commits.put(each.commit(), each);
    }
    Map<ObjectId, List<String>> ofFerry = new HashMap<>();
    tips.forEach(
        (branch, tip) ->
            own(branch, tip)
                .ifPresent(
                    own -> ofFerry.computeIfAbsent(own, key -> new ArrayList<>()).add(branch)));
    readTexts(ofFerry.keySet());
    Set<String> current = new BranchUses(workbench.repository()).holding(base);
    List<OpenBranch> open = new ArrayList<>();
    for (ObjectId commit : commits.keySet()) {
      for (String branch : ofFerry.getOrDefault(commit, List.of())) {
        ObjectId tip = tips.getOrDefault(branch, commit);
        describe(branch, commit, tip, !current.contains(branch)).ifPresent(open::add);
      }
    }
    return open;
  }

  /** The newest commit of a branch that names the module whose branch it is. */
  private Optional<ObjectId> own(String branch, ObjectId tip) {
    for (Optional<Made> at = at(tip); at.isPresent(); at = firstParent(at.get())) {
      if (isOf(branch, at.get())) {
        return Optional.of(at.get().commit());
      }
    }
    return Optional.empty();
  }

  private boolean isOf(String branch, Made commit) {
    return !commit.modules().isEmpty() && names.of(commit.modules().getFirst()).equals(branch);
  }

  private Optional<Made> at(ObjectId commit) {
    return Optional.ofNullable(commits.get(commit));
  }

  private Optional<Made> firstParent(Made commit) {
    return commit.parents().stream().findFirst().flatMap(this::at);
  }

  private void readTexts(Set<ObjectId> ofFerry) {
    Set<ObjectId> wanted = new HashSet<>(ofFerry);
    for (ObjectId commit : ofFerry) {
      at(commit).flatMap(this::firstParent).ifPresent(below -> wanted.add(below.commit()));
      at(commit)
          .flatMap(this::firstParent)
          .flatMap(this::firstParent)
          .ifPresent(below -> wanted.add(below.commit()));
    }
    texts.putAll(CommitText.of(workbench.repository(), wanted));
  }

  private Optional<OpenBranch> describe(
      String branch, ObjectId commit, ObjectId tip, boolean isBehind) {
    CommitText text = texts.get(commit);
    Made own = commits.get(commit);
    if (text == null || own == null || text.values("Ferry-Gates").isEmpty()) {
      return Optional.empty();
    }
    List<Move> moves = moves(text);
    Optional<Made> parent = firstParent(own);
    boolean twoCommits = parent.filter(below -> below.modules().equals(own.modules())).isPresent();
    Made lowest = twoCommits ? parent.orElseThrow() : own;
    if (moves.isEmpty() || lowest.parents().isEmpty()) {
      return Optional.empty();
    }
    Optional<Made> below = firstParent(lowest);
    Optional<Problem> notOurs = Optional.empty();
    if (!tip.equals(commit) || below.filter(under -> under.modules().isEmpty()).isPresent()) {
      notOurs = Optional.of(MadeByFerry.others(branch, tip, commit));
    } else if (isBehind) {
      notOurs = made.otherwise(branch, moves.getFirst().module(), text);
    }
    return Optional.of(
        new OpenBranch(
            branch,
            moves,
            tip,
            lowest.parents().getFirst(),
            twoCommits,
            below.flatMap(this::below),
            notOurs,
            isBehind));
  }

  private Optional<OpenBranch.Below> below(Made under) {
    CommitText text = texts.get(under.commit());
    List<Move> moves = text == null ? List.of() : moves(text);
    return moves.isEmpty()
        ? Optional.empty()
        : Optional.of(new OpenBranch.Below(names.of(moves.getFirst().module()), moves));
  }

  private static List<Move> moves(CommitText text) {
    List<String> modules = text.values("Ferry-Module");
    List<String> sources = text.values("Ferry-Source");
    List<String> destinations = text.values("Ferry-Destination");
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < Math.min(sources.size(), destinations.size()); i++) {
      String module = i < modules.size() ? modules.get(i) : sources.get(i);
      moves.add(new Move(module, sources.get(i), destinations.get(i)));
    }
    return moves;
  }
}
