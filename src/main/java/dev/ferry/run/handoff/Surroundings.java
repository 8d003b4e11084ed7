package dev.ferry.run.handoff;

import dev.ferry.git.FerryClone;
import dev.ferry.git.Repository;
import dev.ferry.git.RepositoryState;
import dev.ferry.git.Slot;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that the operator has to leave alone. It is measured before and after its turn; who made a
 * difference cannot be told, so any difference counts.
 *
 * @param environment folder of the environment that tests run in, where it is one of its own
 * @param records folders of ferry's own whose files, once written, stay
 * @param branches what the names of ferry's own branches begin with
 */
public record Surroundings(
    Repository repository,
    FerryClone ferryClone,
    Optional<Path> environment,
    List<Path> records,
    String branches) {
  public Surroundings {
    records = List.copyOf(records);
  }

  /** How everything stands now. */
  State measure(Slot slot) {
    Slot.Siblings siblings = slot.siblings();
    Map<Path, FileStates> folders = new HashMap<>();
    siblings.idle().forEach(sibling -> folders.put(sibling, FileStates.below(sibling)));
    records.forEach(folder -> folders.put(folder, FileStates.below(folder)));
    environment.ifPresent(folder -> folders.put(folder, FileStates.below(folder)));
    repository.workTree().ifPresent(folder -> folders.put(folder, FileStates.below(folder)));
    return new State(
        RepositoryState.of(repository), RepositoryState.of(ferryClone), folders, siblings);
  }

  /** One measurement. */
  record State(
      RepositoryState repository,
      RepositoryState ferryClone,
      Map<Path, FileStates> folders,
      Slot.Siblings siblings) {
    FileStates below(Path folder) {
      FileStates known = folders.get(folder);
      if (known == null) {
        throw new IllegalStateException("not measured: " + folder);
      }
      return known;
    }
  }

  /** Takes out of ferry's clone what was put there meanwhile. */
  void clean(State before, State after) {
    after.ferryClone().removeNewSince(before.ferryClone(), ferryClone);
  }

  /** What is not as it was. */
  List<Problem> differences(State before, State after) {
    List<Problem> problems = new ArrayList<>();
    boolean noneTaken = before.siblings().taken() == after.siblings().taken();
    boolean alone = noneTaken && !before.siblings().anyBusy() && !after.siblings().anyBusy();
    // ferry itself writes these where it works on several units at once
    repository
        .workTree()
        .ifPresent(
            folder ->
                changed(folder, before, after).stream()
                    .filter(path -> alone || !path.endsWith(".done"))
                    .forEach(path -> problems.add(Problem.of(Code.H018, path))));
    for (String fact : facts(before.repository(), after.repository())) {
      boolean fresh = !before.repository().facts().containsKey(fact);
      if (alone || !fresh || !fact.startsWith("refs/heads/" + branches)) {
        problems.add(Problem.of(Code.H019, fact));
      }
    }
    facts(before.ferryClone(), after.ferryClone())
        .forEach(fact -> problems.add(Problem.of(Code.H019, "ferry/clone.git/" + fact)));
    for (Path sibling : before.siblings().idle()) {
      List<String> changed =
          after.siblings().idle().contains(sibling) ? changed(sibling, before, after) : List.of();
      if (noneTaken || !changed.contains("owner")) {
        changed.stream()
            .filter(path -> !path.equals("lock"))
            .forEach(
                path -> problems.add(Problem.of(Code.H020, sibling.getFileName() + "/" + path)));
      }
    }
    for (Path folder : records) {
      changed(folder, before, after).stream()
          .filter(path -> alone || before.below(folder).holds(path))
          .forEach(path -> problems.add(Problem.of(Code.H021, folder.getFileName() + "/" + path)));
    }
    environment.ifPresent(
        folder ->
            changed(folder, before, after)
                .forEach(path -> problems.add(Problem.of(Code.H022, path))));
    return problems;
  }

  private static List<String> changed(Path folder, State before, State after) {
    return after.below(folder).differingFrom(before.below(folder), path -> true);
  }

  private static Set<String> facts(RepositoryState before, RepositoryState after) {
    Set<String> differing = new TreeSet<>();
    after
        .facts()
        .forEach(
            (name, value) -> {
              if (!value.equals(before.facts().get(name))) {
                differing.add(name);
              }
            });
    before.facts().keySet().stream()
        .filter(name -> !after.facts().containsKey(name))
        .forEach(differing::add);
    return differing;
  }
}
