package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.process.ProgramResult.Ended;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a candidate's new objects from ferry's clone into the user's repository: a pack of exactly
 * these, unpacked there. No fetch: that would read the user's settings, and leave traces.
 *
 * <p>Every object is looked for by itself. A transfer that was killed may have brought a commit and
 * not its tree, so the presence of one says nothing about the others.
 */
final class ObjectTransfer {
  private final FerryClone clone;
  private final Repository repository;

  ObjectTransfer(FerryClone clone) {
    this.clone = clone;
    this.repository = clone.repository();
  }

  /**
   * What a candidate cannot do without in the user's repository: the objects of its commit, and of
   * those below it that no ref of the user leads to.
   *
   * @param brought commits that come otherwise, with all that is below them
   */
  Set<ObjectId> neededBy(Candidate candidate, Set<ObjectId> brought) {
    Set<ObjectId> needed = new LinkedHashSet<>();
    ObjectId commit = candidate.commit();
    ObjectId tree = candidate.tree();
    ObjectId parent = candidate.parent();
    while (true) {
      needed.add(commit);
      needed.add(tree);
      needed.addAll(newBetween(parent, commit));
      if (brought.contains(parent) || isReachable(parent)) {
        return needed;
      }
      commit = parent;
      List<Optional<ObjectQueries.Answer>> below =
          ObjectQueries.ask(clone.calls(), List.of(commit.hex() + "^{tree}", commit.hex() + "^1"));
      if (below.get(0).isEmpty() || below.get(1).isEmpty()) {
        return needed;
      }
      tree = below.get(0).get().id();
      parent = below.get(1).get().id();
    }
  }

  /**
   * What a commit of the user's cannot do without, as far as ferry's clone knows its tree: it may
   * have made the same under another name, before it was signed.
   *
   * @param below a commit or tree that both have
   */
  Set<ObjectId> neededBetween(ObjectId below, ObjectId tree) {
    boolean known =
        ObjectQueries.ask(clone.calls(), List.of(below.hex() + "^{tree}", tree.hex())).stream()
            .allMatch(Optional::isPresent);
    if (!known) {
      return Set.of();
    }
    Set<ObjectId> needed = new LinkedHashSet<>(Set.of(tree));
    needed.addAll(newBetween(below, tree));
    return needed;
  }

  /**
   * Brings what is not there.
   *
   * @return whether there was anything to bring
   * @throws ObjectsGoneException where it could not be written, as when the user collects garbage:
   *     git then takes away the folder that new objects are put together in
   */
  boolean bring(Set<ObjectId> needed) throws ObjectsGoneException {
    List<ObjectId> absent = known(repository.calls(), needed, false);
    // what the clone lacks too is a missing blob that moved along
    List<ObjectId> sent = absent.isEmpty() ? absent : known(clone.calls(), absent, true);
    if (sent.isEmpty()) {
      return false;
    }
    byte[] pack =
        clone.calls().run(lines(sent), List.of("pack-objects", "--stdout", "-q")).stdout();
    List<String> unpack = List.of("unpack-objects", "-q");
    Ended ended =
        repository.calls().durably().config("core.fsyncMethod", "batch").attempt(pack, unpack);
    if (!ended.succeeded()) {
      throw new ObjectsGoneException(unpack, ended.output().errorText());
    }
    return true;
  }

  /** Trees and blobs of one that the other does not have in the same place, but for the root. */
  private List<ObjectId> newBetween(ObjectId parent, ObjectId commit) {
    List<ObjectId> ids = new ArrayList<>();
    for (TreeDifference.Entry entry : TreeDifference.withTrees(clone.calls(), parent, commit)) {
      entry.now().filter(now -> !now.isSubmodule()).ifPresent(now -> ids.add(now.id()));
    }
    return ids;
  }

  /** Whether a ref leads to a commit, so that it is there with all that belongs to it. */
  private boolean isReachable(ObjectId commit) {
    boolean isTip =
        !repository
            .calls()
            .run("for-each-ref", "--count=1", "--points-at", commit.hex())
            .text()
            .isEmpty();
    if (isTip) {
      return true;
    }
    Ended walk =
        repository.calls().attempt("rev-list", "--max-count=1", commit.hex(), "--not", "--all");
    return walk.succeeded() && walk.output().text().isEmpty();
  }

  private static List<ObjectId> known(
      GitCalls calls, java.util.Collection<ObjectId> ids, boolean wanted) {
    List<ObjectId> asked = List.copyOf(ids);
    var answers = ObjectQueries.ask(calls, asked.stream().map(ObjectId::hex).toList());
    List<ObjectId> found = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      if (answers.get(i).isPresent() == wanted) {
        found.add(asked.get(i));
      }
    }
    return found;
  }

  private static byte[] lines(List<ObjectId> ids) {
    StringBuilder lines = new StringBuilder();
    ids.forEach(id -> lines.append(id.hex()).append('\n'));
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
