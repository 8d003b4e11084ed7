package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.model.RepoPaths;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who else has to do with the user's branches: worktrees, remotes, the base that moves on. */
public final class BranchUses {
  private static final String HEADS = "refs/heads/";
  private static final String REMOTES = "refs/remotes/";

  private final Repository repository;

  public BranchUses(Repository repository) {
    this.repository = repository;
  }

  /** The worktree that has a branch checked out, if one has. */
  public Optional<String> checkoutOf(String branch) {
    return new Worktrees(repository).checkoutOf(branch);
  }

  /** The branches that hold a commit somewhere in their history. */
  public Set<String> holding(ObjectId commit) {
    return refs("--contains", commit.hex(), HEADS).keySet().stream()
        .map(ref -> ref.substring(HEADS.length()))
        .collect(Collectors.toSet());
  }

  /**
   * What remotes were last seen to have under the names of branches.
   *
   * @return by the remote's branch, such as {@code origin/topic}
   */
  public Map<String, ObjectId> tracked() {
    Map<String, ObjectId> tracked = new LinkedHashMap<>();
    refs(REMOTES).forEach((ref, commit) -> tracked.put(ref.substring(REMOTES.length()), commit));
    return tracked;
  }

  /** Whether one commit is another one or in its history. */
  public boolean isWithin(ObjectId commit, ObjectId tip) {
    return repository
        .calls()
        .attempt("merge-base", "--is-ancestor", commit.hex(), tip.hex())
        .succeeded();
  }

  private Map<String, ObjectId> refs(String... what) {
    List<String> arguments = new java.util.ArrayList<>();
    arguments.addAll(List.of("for-each-ref", "--format=%(objectname) %(refname)"));
    arguments.addAll(List.of(what));
    byte[] listing = repository.calls().run(null, arguments).stdout();
    Map<String, ObjectId> found = new LinkedHashMap<>();
    for (String line : new String(listing, StandardCharsets.ISO_8859_1).split("\n")) {
      int space = line.indexOf(' ');
      if (space > 0) {
        byte[] name = line.substring(space + 1).getBytes(StandardCharsets.ISO_8859_1);
        found.put(RepoPaths.decode(name), new ObjectId(line.substring(0, space)));
      }
    }
    return found;
  }
}
