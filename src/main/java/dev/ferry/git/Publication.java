package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.process.ProgramResult.Ended;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a branch of the user's repository out of a candidate: its objects are brought over, then
 * one atomic update writes the ref. Nothing else of the repository changes, and a publication that
 * was killed is repeated without harm.
 */
public final class Publication {
  private static final Pattern IN_THE_WAY =
      Pattern.compile("'refs/heads/([^']+)' exists; cannot create");

  /** A user who collects garbage again and again would keep ferry here for ever. */
  private static final int TRIES = 3;

  private final FerryClone clone;
  private final Repository repository;

  public Publication(FerryClone clone) {
    this.clone = clone;
    this.repository = clone.repository();
  }

  /**
   * Publishes a candidate.
   *
   * @param branch without {@code refs/heads/}
   * @param expected the commit that the branch holds now and loses; nothing where it must not exist
   */
  public Published publish(String branch, Candidate candidate, Optional<ObjectId> expected) {
    if (!BranchNames.isName(repository.calls(), branch)) {
      return refused(Code.G014, branch);
    }
    Optional<Published> settled = compare(branch, candidate, expected);
    if (settled.isPresent()) {
      return settled.get();
    }
    Optional<String> checkout = checkoutOf(branch);
    if (checkout.isPresent()) {
      return refused(Code.G012, branch, checkout.get());
    }
    for (int tries = 1; ; tries++) {
      try {
        return bring(branch, candidate, expected);
      } catch (ObjectsGoneException collected) {
        if (tries == TRIES) {
          throw GitCalls.failed(List.of("update-ref"), String.valueOf(collected.getMessage()));
        }
      }
    }
  }

  private Published bring(String branch, Candidate candidate, Optional<ObjectId> expected)
      throws ObjectsGoneException {
    new ObjectTransfer(clone).bring(candidate);
    if (!signs()) {
      return update(branch, candidate.commit(), expected);
    }
    return switch (new SignedCommit(repository, clone).of(candidate)) {
      case SignedCommit.Result.Signed(ObjectId signed) -> update(branch, signed, expected);
      case SignedCommit.Result.Not(String why) -> refused(Code.G015, branch, why);
    };
  }

  /** Somebody collected garbage between the transfer and the ref that keeps what was brought. */
  private static final class ObjectsGoneException extends Exception {
    private static final long serialVersionUID = 1;

    ObjectsGoneException(String said) {
      super(said);
    }
  }

  /** Settles the matter where the branch that stands there says enough. */
  private Optional<Published> compare(
      String branch, Candidate candidate, Optional<ObjectId> expected) {
    String ref = "refs/heads/" + branch;
    List<Optional<ObjectId>> found =
        ObjectQueries.ask(
                repository.calls(), List.of(ref + "^{commit}", ref + "^{tree}", ref + "^1"))
            .stream()
            .map(answer -> answer.map(ObjectQueries.Answer::id))
            .toList();
    Optional<ObjectId> standing = found.get(0);
    if (standing.isEmpty()) {
      return expected.isPresent() ? Optional.of(refused(Code.G011, branch)) : Optional.empty();
    }
    boolean same =
        found.get(1).equals(Optional.of(candidate.tree()))
            && found.get(2).equals(Optional.of(candidate.parent()));
    if (same) {
      return Optional.of(new Published.AlreadyThere(branch, standing.get()));
    }
    if (expected.isEmpty()) {
      return Optional.of(refused(Code.G010, branch, standing.get().abbreviated()));
    }
    return standing.equals(expected) ? Optional.empty() : Optional.of(refused(Code.G011, branch));
  }

  /** The worktree that has the branch checked out, if one has; an unborn branch counts too. */
  private Optional<String> checkoutOf(String branch) {
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

  private boolean signs() {
    Ended ended = repository.calls().attempt("config", "--type=bool", "--get", "commit.gpgsign");
    return ended.output().text().strip().equals("true");
  }

  private Published update(String branch, ObjectId commit, Optional<ObjectId> expected)
      throws ObjectsGoneException {
    String ref = "refs/heads/" + branch;
    String old = expected.map(ObjectId::hex).orElse(repository.format().none());
    List<String> arguments =
        List.of("update-ref", "-m", "ferry: integrate", "--no-deref", "--stdin");
    byte[] line =
        ("update " + ref + " " + commit + " " + old + "\n").getBytes(StandardCharsets.UTF_8);
    Ended ended = repository.calls().durably().attempt(line, arguments);
    if (ended.succeeded()) {
      return new Published.Written(branch, commit);
    }
    String error = ended.output().errorText();
    Matcher inTheWay = IN_THE_WAY.matcher(error);
    if (inTheWay.find()) {
      return refused(Code.G013, branch, inTheWay.group(1));
    }
    if (error.contains("reference already exists") || error.contains("but expected")) {
      return refused(Code.G011, branch);
    }
    if (error.contains("nonexistent object")) {
      throw new ObjectsGoneException(error);
    }
    throw GitCalls.failed(arguments, error);
  }

  private static Published refused(Code code, String... arguments) {
    return new Published.Refused(Problem.of(code, arguments));
  }
}
