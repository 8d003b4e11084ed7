package dev.ferry.run;

import dev.ferry.git.BranchUses;
import dev.ferry.git.ModuleCommits;
import dev.ferry.git.ModuleCommits.Made;
import dev.ferry.git.Push;
import dev.ferry.git.PushResult;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome.Integrated;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pushes the branches of what was integrated, those that others stand on before them. */
public final class BranchPushes {
  private final Workbench workbench;
  private final BranchName names;
  private final String remote;
  private final boolean setUpstream;
  private final Push push;

  /**
   * @param remote name of a remote of the user's repository
   * @param setUpstream whether the branches follow those of the remote from now on
   */
  public BranchPushes(Workbench workbench, String remote, boolean setUpstream) {
    this.workbench = workbench;
    this.names = new BranchName(workbench.configuration().publication().branch());
    this.remote = remote;
    this.setUpstream = setUpstream;
    this.push = new Push(workbench.repository(), workbench.configuration().limits().step());
  }

  /** A branch to be pushed. */
  public record Target(String branch, ObjectId commit) {}

  /**
   * What a command comes to.
   *
   * @param targets in the order in which they are to be pushed
   * @param missing why modules that were named have no branch
   */
  public record Selection(List<Target> targets, List<Problem> missing) {
    public Selection {
      targets = List.copyOf(targets);
      missing = List.copyOf(missing);
    }
  }

  /** These modules, pushed before or not. */
  public Selection named(List<String> modules) {
    IntegratedModules integrated = IntegratedModules.of(workbench);
    Map<String, Integrated> chosen = new LinkedHashMap<>();
    List<Problem> missing = new ArrayList<>();
    for (String module : modules) {
      Optional<Integrated> found =
          integrated.find(module).filter(standing -> integrated.isOnItsBranch(module, standing));
      found.ifPresentOrElse(
          standing -> chosen.put(module, standing), () -> missing.add(integrated.missing(module)));
    }
    return new Selection(inOrder(chosen), missing);
  }

  /**
   * Every module of the batches that is integrated on a branch.
   *
   * @param again whether those count that were pushed before
   */
  public Selection all(boolean again) {
    IntegratedModules integrated = IntegratedModules.of(workbench);
    Map<String, Integrated> chosen = new LinkedHashMap<>();
    integrated
        .all()
        .forEach(
            (module, standing) -> {
              if (integrated.isOnItsBranch(module, standing)) {
                chosen.put(module, standing);
              }
            });
    List<Target> targets = inOrder(chosen);
    return new Selection(
        again ? targets : targets.stream().filter(target -> !wasPushed(target)).toList(),
        List.of());
  }

  private boolean wasPushed(Target target) {
    return workbench
        .ledger()
        .lastPushed(target.branch(), remote)
        .filter(target.commit()::equals)
        .isPresent();
  }

  /** What is chosen, in its order, each after what it stands on. */
  private List<Target> inOrder(Map<String, Integrated> chosen) {
    List<ObjectId> tips = chosen.values().stream().map(Integrated::commit).toList();
    List<Made> made = ModuleCommits.above(workbench.repository(), workbench.base().commit(), tips);
    Map<ObjectId, Made> byId = new HashMap<>();
    made.forEach(commit -> byId.put(commit.commit(), commit));
    Map<ObjectId, String> branches = branchesAt(made);
    Set<Target> targets = new LinkedHashSet<>();
    for (ObjectId tip : tips) {
      targets.addAll(stackBelow(tip, byId, branches).reversed());
    }
    return List.copyOf(targets);
  }

  /** The branch at a commit, then those that it stands on. */
  private static List<Target> stackBelow(
      ObjectId tip, Map<ObjectId, Made> made, Map<ObjectId, String> branches) {
    List<Target> stack = new ArrayList<>();
    Optional<Made> at = Optional.ofNullable(made.get(tip));
    while (at.isPresent()) {
      ObjectId commit = at.get().commit();
      String branch = branches.get(commit);
      if (branch != null) {
        stack.add(new Target(branch, commit));
      }
      at = at.get().parents().stream().findFirst().map(made::get);
    }
    return stack;
  }

  /** The branches of ferry's whose tips are among these commits. */
  private Map<ObjectId, String> branchesAt(List<Made> made) {
    List<String> candidates =
        made.stream().flatMap(each -> each.modules().stream()).distinct().map(names::of).toList();
    List<Optional<ObjectId>> tips =
        workbench
            .repository()
            .resolveRefs(candidates.stream().map(branch -> "refs/heads/" + branch).toList());
    Map<ObjectId, String> branches = new HashMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      String branch = candidates.get(i);
      tips.get(i).ifPresent(tip -> branches.putIfAbsent(tip, branch));
    }
    return branches;
  }

  /**
   * What ferry gave the remote last, where the branch was derived again since and does not hold it.
   */
  private Optional<ObjectId> replaced(Target target) {
    if (names.prefix().isEmpty() || !target.branch().startsWith(names.prefix())) {
      return Optional.empty();
    }
    BranchUses uses = new BranchUses(workbench.repository());
    return workbench
        .ledger()
        .lastPushed(target.branch(), remote)
        .filter(last -> !uses.isWithin(last, target.commit()));
  }

  /** Pushes one, and records it where the remote has it. */
  public PushResult push(Target target) {
    PushResult result = push.push(remote, target.branch(), replaced(target), setUpstream);
    switch (result) {
      case PushResult.Pushed(String branch, ObjectId commit) ->
          workbench.ledger().pushed(branch, remote, commit);
      case PushResult.UpToDate(String branch, ObjectId commit) ->
          workbench.ledger().pushed(branch, remote, commit);
      case PushResult.Refused _ -> {
        // nothing arrived, so there is nothing to record
      }
    }
    return result;
  }
}
