package dev.ferry.git;

import dev.ferry.model.ObjectId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tells git that a module was taken back whose branch is gone: a ref of ferry's to a commit
 * that says so, on the commit that was withdrawn. Without it only the ledger would know.
 */
public final class WithdrawalMarks {
  static final String PREFIX = "refs/ferry/withdrawn/";
  private static final String WHY = "Ferry-Why";

  private final Repository repository;

  public WithdrawalMarks(Repository repository) {
    this.repository = repository;
  }

  /** The modules that are marked, each with the reason that was given. */
  public Map<String, String> modules() {
    Map<String, String> modules = new LinkedHashMap<>();
    for (CommitText text : CommitText.of(repository, refs().values()).values()) {
      String why = String.join(" ", text.values(WHY));
      text.values(DoneJudge.REVERTS).forEach(module -> modules.put(module, why));
    }
    return modules;
  }

  /** Somebody wants these modules moved after all. */
  public void forget(List<String> modules) {
    Map<String, ObjectId> refs = refs();
    Map<ObjectId, CommitText> texts = CommitText.of(repository, refs.values());
    StringBuilder lines = new StringBuilder();
    refs.forEach(
        (ref, commit) -> {
          CommitText text = texts.get(commit);
          if (text != null && text.values(DoneJudge.REVERTS).stream().anyMatch(modules::contains)) {
            lines.append("delete ").append(ref).append(' ').append(commit).append('\n');
          }
        });
    if (!lines.isEmpty()) {
      repository
          .calls()
          .durably()
          .run(
              lines.toString().getBytes(StandardCharsets.UTF_8),
              List.of("update-ref", "--no-deref", "--stdin"));
    }
  }

  /**
   * Makes the commit of a mark; no ref names it yet.
   *
   * @param why in one line
   * @return the line of {@code update-ref --stdin} that writes the ref
   */
  String made(String module, ObjectId withdrawn, String why) {
    String message =
        "Withdraw the branch of %1$s\n\n%2$s\n\n%3$s: %1$s\n%4$s: %2$s\n"
            .formatted(module, why, DoneJudge.REVERTS, WHY);
    Identity author = repository.author();
    Identity committer = repository.committer();
    String commit =
        repository
            .calls()
            .durably()
            .with("GIT_AUTHOR_NAME", author.name())
            .with("GIT_AUTHOR_EMAIL", author.email())
            .with("GIT_COMMITTER_NAME", committer.name())
            .with("GIT_COMMITTER_EMAIL", committer.email())
            .run(
                message.getBytes(StandardCharsets.UTF_8),
                List.of("commit-tree", "-p", withdrawn.hex(), "-F", "-", withdrawn + "^{tree}"))
            .text()
            .strip();
    return "update " + PREFIX + withdrawn + " " + commit + "\n";
  }

  private Map<String, ObjectId> refs() {
    Map<String, ObjectId> refs = new LinkedHashMap<>();
    String listing =
        repository.calls().run("for-each-ref", "--format=%(objectname) %(refname)", PREFIX).text();
    for (String line : listing.lines().toList()) {
      int space = line.indexOf(' ');
      if (space > 0) {
        refs.put(line.substring(space + 1), new ObjectId(line.substring(0, space)));
      }
    }
    return refs;
  }
}
