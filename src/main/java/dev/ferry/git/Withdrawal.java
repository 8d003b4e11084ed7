package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.process.ProgramResult;
import dev.ferry.process.ProgramResult.Ended;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Takes a branch of ferry's back that nobody else has: its ref is deleted by one atomic update that
 * names the commit it holds. Nothing else changes but a mark of ferry's own, and no remote is
 * written.
 */
public final class Withdrawal {
  private static final int ASKED_AND_NOT_THERE = 2;

  private final Repository repository;
  private final Duration limit;

  /**
   * @param limit how long a remote may take to answer
   */
  public Withdrawal(Repository repository, Duration limit) {
    this.repository = repository;
    this.limit = limit;
  }

  /**
   * Why a branch has to stay; nothing where it may go.
   *
   * @param commit that it holds
   * @param pushedTo remotes that it was pushed to before; those of which a copy is kept here are
   *     asked in any case
   */
  public Optional<Problem> obstacle(
      String module, String branch, ObjectId commit, Collection<String> pushedTo) {
    Optional<Problem> inUse = inUse(module, branch, commit, branch);
    if (inUse.isPresent()) {
      return inUse;
    }
    TreeSet<String> remotes = new TreeSet<>(pushedTo);
    remotes.addAll(copiedFrom(branch));
    for (String remote : remotes) {
      Optional<Problem> there = askedOf(module, branch, remote);
      if (there.isPresent()) {
        return there;
      }
    }
    return Optional.empty();
  }

  /**
   * Why a branch has to stay in this repository, whatever remotes have.
   *
   * @param holder a branch that others may stand on in its stead, where it holds the commit
   */
  public Optional<Problem> inUse(String module, String branch, ObjectId commit, String holder) {
    List<String> above = above(branch, commit);
    return above.isEmpty() || above.contains(holder)
        ? new Worktrees(repository)
            .checkoutOf(branch)
            .map(checkout -> Problem.of(Code.G012, branch, checkout))
        : Optional.of(Problem.of(Code.R072, module, branch, String.join(", ", above)));
  }

  /** Other branches that hold the commit, ferry's and people's. */
  private List<String> above(String branch, ObjectId commit) {
    String listing =
        new String(
            repository
                .calls()
                .run(
                    "for-each-ref",
                    "--format=%(refname:short)",
                    "--contains",
                    commit.hex(),
                    "refs/heads/")
                .stdout(),
            StandardCharsets.UTF_8);
    return listing.lines().filter(name -> !name.isEmpty() && !name.equals(branch)).toList();
  }

  private List<String> copiedFrom(String branch) {
    List<String> remotes = new ArrayList<>();
    for (String remote : repository.calls().run("remote").text().lines().toList()) {
      String copy = "refs/remotes/" + remote + "/" + branch;
      if (repository.resolveRefs(List.of(copy)).getFirst().isPresent()) {
        remotes.add(remote);
      }
    }
    return remotes;
  }

  private Optional<Problem> askedOf(String module, String branch, String remote) {
    ProgramResult answer =
        repository
            .calls()
            .result(
                List.of("ls-remote", "--exit-code", "--", remote, "refs/heads/" + branch), limit);
    return switch (answer) {
      case Ended ended when ended.succeeded() ->
          Optional.of(Problem.of(Code.R071, module, branch, remote));
      case Ended ended when ended.exitCode() == ASKED_AND_NOT_THERE -> Optional.empty();
      case Ended ended -> unknown(remote, branch, firstLine(ended.output().errorText()));
      case ProgramResult.TimedOut _ ->
          unknown(remote, branch, "no answer within " + limit.toSeconds() + " s");
      case ProgramResult.Stopped _ -> throw new StoppedException();
      case ProgramResult.NotStarted started -> unknown(remote, branch, started.detail());
    };
  }

  private static String firstLine(String error) {
    return Credentials.redacted(error).lines().findFirst().orElse("no reason given");
  }

  private static Optional<Problem> unknown(String remote, String branch, String why) {
    return Optional.of(Problem.of(Code.R074, remote, branch, why));
  }

  /**
   * Deletes the branch, unless it changed since it was looked at.
   *
   * @return why not, where it did not
   */
  public Optional<Problem> withdraw(String branch, ObjectId commit) {
    return update(branch, "delete refs/heads/" + branch + " " + commit + "\n");
  }

  /**
   * The same for a module that nothing else in git shows to be taken back: a mark takes the place
   * of the branch, and keeps what that held.
   *
   * @param why in one line
   */
  public Optional<Problem> withdraw(String module, String branch, ObjectId commit, String why) {
    String mark = new WithdrawalMarks(repository).made(module, commit, why);
    return update(branch, "delete refs/heads/" + branch + " " + commit + "\n" + mark);
  }

  private Optional<Problem> update(String branch, String lines) {
    byte[] line = lines.getBytes(StandardCharsets.UTF_8);
    List<String> arguments = List.of("update-ref", "-m", "ferry: revert", "--no-deref", "--stdin");
    Ended ended = repository.calls().durably().attempt(line, arguments);
    if (ended.succeeded()) {
      return Optional.empty();
    }
    String error = ended.output().errorText();
    if (error.contains("but expected") || error.contains("unable to resolve reference")) {
      return Optional.of(Problem.of(Code.G011, branch));
    }
    throw GitCalls.failed(arguments, error);
  }
}
