package dev.ferry.run;

import dev.ferry.git.ModuleCommits;
import dev.ferry.git.ModuleCommits.Made;
import dev.ferry.git.Repository;
import dev.ferry.model.ObjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * On which branch a module stands, or would: its own, unless a commit of ferry's above the base
 * moved it along with another, after which the branch is named. Read from git, so that it holds
 * also where the configuration that bound the two has changed since. For one thread.
 */
final class UnitBranches {
  private final BranchName names;
  private final Map<String, String> shared = new HashMap<>();

  UnitBranches(Repository repository, ObjectId base, BranchName names) {
    this.names = names;
    Map<String, ObjectId> tips = repository.branches(names.prefix());
    for (Made made : ModuleCommits.above(repository, base, List.copyOf(tips.values()))) {
      List<String> modules = made.modules();
      if (modules.size() > 1 && tips.containsKey(names.of(modules.getFirst()))) {
        modules.stream()
            .skip(1)
            .filter(module -> !tips.containsKey(names.of(module)))
            .forEach(module -> shared.put(module, names.of(modules.getFirst())));
      }
    }
  }

  /** The branch's name, without {@code refs/heads/}. */
  String of(String module) {
    String branch = shared.get(module);
    return branch == null ? names.of(module) : branch;
  }
}
