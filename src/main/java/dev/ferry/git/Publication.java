package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.process.ProgramResult.Ended;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** How git names the ref that it could not update. */
  private static final Pattern LOCKED = Pattern.compile("cannot lock ref 'refs/heads/([^']+)'");

  /** A user who collects garbage again and again would keep ferry here for ever. */
  private static final int TRIES = 3;

  private final FerryClone clone;
  private final Repository repository;
  private final ObjectTransfer transfer;

  public Publication(FerryClone clone) {
    this.clone = clone;
    this.repository = clone.repository();
    this.transfer = new ObjectTransfer(clone);
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
      if (settled.get() instanceof Published.AlreadyThere(String _, ObjectId standing)) {
        makeWhole(candidate.parent(), standing);
      }
      return settled.get();
    }
    Optional<String> checkout = new Worktrees(repository).checkoutOf(branch);
    if (checkout.isPresent()) {
      return refused(Code.G012, branch, checkout.get());
    }
    Set<ObjectId> needed = transfer.neededBy(candidate, Set.of());
    Published published = insisting(() -> bring(branch, candidate, needed, expected));
    if (published instanceof Published.Written) {
      complete(needed);
    }
    return published;
  }

  /**
   * Publishes branches that stand on each other, all of them in one transaction or none.
   *
   * @param parent what the first one stands on
   * @param stack the lowest first; none of the branches must exist
   * @return one answer for each branch, or one refusal for all of them
   */
  public List<Published> publish(ObjectId parent, List<Link> stack) {
    for (Link link : stack) {
      if (!BranchNames.isName(repository.calls(), link.branch())) {
        return List.of(refused(Code.G014, link.branch()));
      }
      Optional<String> checkout = new Worktrees(repository).checkoutOf(link.branch());
      if (checkout.isPresent()) {
        return List.of(refused(Code.G012, link.branch(), checkout.get()));
      }
    }
    Set<ObjectId> needed = new LinkedHashSet<>();
    List<Published> published = insisting(() -> bring(parent, stack, needed));
    if (published.getFirst() instanceof Published.Written) {
      complete(needed);
    }
    return published;
  }

  /** One branch of a stack. */
  public interface Link {
    /** Without {@code refs/heads/}. */
    String branch();

    /** Its commit on another parent, which has the tree of the one that it was judged on. */
    Candidate on(ObjectId parent);
  }

  /** Something that fails where garbage is collected meanwhile. */
  private interface Attempt<T> {
    T make() throws ObjectsGoneException;
  }

  private static <T> T insisting(Attempt<T> attempt) {
    for (int tries = 1; ; tries++) {
      try {
        return attempt.make();
      } catch (ObjectsGoneException collected) {
        if (tries == TRIES) {
          throw collected.asProblem();
        }
      }
    }
  }

  /**
   * Brings again what was collected although the ref could be written: git looks for the commit
   * alone, and a collection that runs meanwhile may have taken a tree or a file of it.
   */
  private void complete(Set<ObjectId> needed) {
    insisting(
        () -> {
          for (int tries = 0; transfer.bring(needed); tries++) {
            if (tries == TRIES) {
              throw new ObjectsGoneException(List.of("unpack-objects"), "the objects do not stay");
            }
          }
          return true;
        });
  }

  /**
   * Brings what a branch lacks that was published by a ferry that did not live to look once more,
   * as far as the clone holds it.
   *
   * @param below what its commits stand on: only what lies above it is looked at
   */
  public void makeWhole(ObjectId below, ObjectId tip) {
    List<ObjectId> trees = new ArrayList<>();
    log("%T", tip, List.of("--not", below.hex())).lines().map(ObjectId::new).forEach(trees::add);
    trees.add(below);
    Set<ObjectId> needed = new LinkedHashSet<>();
    for (int i = 0; i + 1 < trees.size(); i++) {
      needed.addAll(transfer.neededBetween(trees.get(i + 1), trees.get(i)));
    }
    complete(needed);
  }

  private Published bring(
      String branch, Candidate candidate, Set<ObjectId> needed, Optional<ObjectId> expected)
      throws ObjectsGoneException {
    return switch (brought(branch, candidate, needed)) {
      case Published.Written(String _, ObjectId commit) -> update(branch, commit, expected);
      case Published other -> other;
    };
  }

  private List<Published> bring(ObjectId parent, List<Link> stack, Set<ObjectId> needed)
      throws ObjectsGoneException {
    List<Published> written = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    ObjectId below = parent;
    for (Link link : stack) {
      Candidate candidate = link.on(below);
      Set<ObjectId> ofLink = transfer.neededBy(candidate, needed);
      needed.addAll(ofLink);
      Published brought = brought(link.branch(), candidate, ofLink);
      if (!(brought instanceof Published.Written(String branch, ObjectId commit))) {
        return List.of(brought);
      }
      lines.append(line(branch, commit, Optional.empty()));
      written.add(brought);
      below = commit;
    }
    Optional<Problem> refusal = update(lines.toString(), stack.getFirst().branch());
    return refusal.<List<Published>>map(why -> List.of(new Published.Refused(why))).orElse(written);
  }

  /** A candidate with its objects in the user's repository, signed where that is configured. */
  private Published brought(String branch, Candidate candidate, Set<ObjectId> needed)
      throws ObjectsGoneException {
    transfer.bring(needed);
    if (!signs()) {
      return new Published.Written(branch, candidate.commit());
    }
    return switch (new SignedCommit(repository, clone).of(candidate)) {
      case SignedCommit.Result.Signed(ObjectId signed) -> new Published.Written(branch, signed);
      case SignedCommit.Result.Not(String why) -> refused(Code.G015, branch, why);
    };
  }

  /** Settles the matter where the branch that stands there says enough. */
  private Optional<Published> compare(
      String branch, Candidate candidate, Optional<ObjectId> expected) {
    Optional<ObjectId> standing =
        ObjectQueries.ask(repository.calls(), List.of("refs/heads/" + branch + "^{commit}"))
            .getFirst()
            .map(ObjectQueries.Answer::id);
    if (standing.isEmpty()) {
      return expected.isPresent() ? Optional.of(refused(Code.G011, branch)) : Optional.empty();
    }
    // as the commit says, for its tree may be what was collected
    String says = log("%T %P", standing.get(), List.of("--max-count=1")).strip();
    boolean same = says.equals(candidate.tree() + " " + candidate.parent());
    if (same) {
      return Optional.of(new Published.AlreadyThere(branch, standing.get()));
    }
    if (expected.isEmpty()) {
      return Optional.of(refused(Code.G010, branch, standing.get().abbreviated()));
    }
    return standing.equals(expected) ? Optional.empty() : Optional.of(refused(Code.G011, branch));
  }

  private String log(String format, ObjectId tip, List<String> more) {
    List<String> arguments =
        new ArrayList<>(List.of("log", "--no-color", "--format=" + format, tip.hex()));
    arguments.addAll(more);
    arguments.add("--");
    return repository
        .calls()
        .config("log.showSignature", "false")
        .run(arguments.toArray(String[]::new))
        .text();
  }

  private boolean signs() {
    Ended ended = repository.calls().attempt("config", "--type=bool", "--get", "commit.gpgsign");
    return ended.output().text().strip().equals("true");
  }

  private Published update(String branch, ObjectId commit, Optional<ObjectId> expected)
      throws ObjectsGoneException {
    return update(line(branch, commit, expected), branch)
        .<Published>map(Published.Refused::new)
        .orElseGet(() -> new Published.Written(branch, commit));
  }

  private String line(String branch, ObjectId commit, Optional<ObjectId> expected) {
    String old = expected.map(ObjectId::hex).orElse(repository.format().none());
    return "update refs/heads/" + branch + " " + commit + " " + old + "\n";
  }

  /**
   * Writes refs in one transaction.
   *
   * @param told the branch that a refusal names where git's answer names none
   * @return why nothing was written
   */
  private Optional<Problem> update(String lines, String told) throws ObjectsGoneException {
    List<String> arguments =
        List.of("update-ref", "-m", "ferry: integrate", "--no-deref", "--stdin");
    Ended ended =
        repository.calls().durably().attempt(lines.getBytes(StandardCharsets.UTF_8), arguments);
    if (ended.succeeded()) {
      return Optional.empty();
    }
    String error = ended.output().errorText();
    Matcher inTheWay = IN_THE_WAY.matcher(error);
    if (inTheWay.find()) {
      return Optional.of(Problem.of(Code.G013, told, inTheWay.group(1)));
    }
    if (error.contains("reference already exists") || error.contains("but expected")) {
      Matcher named = LOCKED.matcher(error);
      return Optional.of(Problem.of(Code.G011, named.find() ? named.group(1) : told));
    }
    if (error.contains("nonexistent object")) {
      throw new ObjectsGoneException(arguments, error);
    }
    throw GitCalls.failed(arguments, error);
  }

  private static Published refused(Code code, String... arguments) {
    return new Published.Refused(Problem.of(code, arguments));
  }
}
