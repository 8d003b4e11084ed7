package dev.ferry.git;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The checkouts of the user's repository. */
final class Worktrees {
  private final Repository repository;

  Worktrees(Repository repository) {
    this.repository = repository;
  }

  /** The worktree that has the branch checked out, if one has; an unborn branch counts too. */
  Optional<String> checkoutOf(String branch) {
    String worktree = "";
    byte[] listing = repository.calls().run("worktree", "list", "--porcelain").stdout();
    for (String line : new String(listing, StandardCharsets.UTF_8).split("\n")) {
      if (line.startsWith("worktree ")) {
        worktree = line.substring("worktree ".length());
      } else if (line.equals("branch refs/heads/" + branch)) {
        return Optional.of(worktree);
      }
    }
    return Optional.empty();
  }
}
