package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeListing;
import dev.ferry.process.ProgramResult.Ended;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The user's repository, as far as it is read. Works for bare ones, linked worktrees, submodules,
 * shallow and partial clones. Safe for several threads.
 */
public final class Repository {
  private static final List<String> USUAL_BASES = List.of("main", "master");

  private final Git git;
  private final Path gitDirectory;
  private final Path commonDirectory;
  private final Optional<Path> workTree;
  private final ObjectFormat format;

  private Repository(
      Git git,
      Path gitDirectory,
      Path commonDirectory,
      Optional<Path> workTree,
      ObjectFormat format) {
    this.git = git;
    this.gitDirectory = gitDirectory;
    this.commonDirectory = commonDirectory;
    this.workTree = workTree;
    this.format = format;
  }

  /**
   * Finds the repository that a directory belongs to.
   *
   * @throws ProblemException where there is none, where git is missing or too old, or where git
   *     refuses because another user owns it
   */
  public static Repository open(Git git, Path directory) {
    Ended ended =
        git.in(directory)
            .attempt(
                "rev-parse",
                "--is-bare-repository",
                "--absolute-git-dir",
                "--git-common-dir",
                "--show-object-format",
                "--show-toplevel");
    List<String> lines = ended.output().text().lines().toList();
    // outside of a work tree the last question fails after the others were answered
    if (lines.size() < 4 || (!ended.succeeded() && lines.size() > 4)) {
      throw notOpened(git, directory, ended.output().errorText());
    }
    Path gitDirectory = Path.of(lines.get(1));
    Path common = directory.toAbsolutePath().resolve(lines.get(2)).normalize();
    Optional<Path> workTree =
        lines.size() > 4 ? Optional.of(Path.of(lines.get(4))) : Optional.empty();
    return new Repository(git, gitDirectory, common, workTree, ObjectFormat.named(lines.get(3)));
  }

  private static ProblemException notOpened(Git git, Path directory, String error) {
    String where = directory.toAbsolutePath().normalize().toString();
    // asked only now: a git that is too old fails first on what it does not know
    git.version();
    if (error.contains("dubious ownership") || error.contains("unsafe repository")) {
      return new ProblemException(Problem.of(Code.G004, where));
    }
    if (error.contains("not a git repository")) {
      return new ProblemException(Problem.of(Code.G001, where));
    }
    return GitCalls.failed(List.of("rev-parse"), error.isEmpty() ? "no answer" : error);
  }

  /** The top of the user's checkout; nothing for a bare repository. */
  public Optional<Path> workTree() {
    return workTree;
  }

  /** Where objects and refs live, shared by all worktrees. */
  public Path commonDirectory() {
    return commonDirectory;
  }

  /** Where this worktree's own HEAD and index live. */
  public Path gitDirectory() {
    return gitDirectory;
  }

  /** Ferry's own folder beside the user's objects: clone, slots, caches. Not made here. */
  public Path ferryDirectory() {
    return commonDirectory.resolve("ferry");
  }

  public ObjectFormat format() {
    return format;
  }

  Git git() {
    return git;
  }

  /**
   * The version of git, for people.
   *
   * @throws ProblemException where it is too old
   */
  public String gitVersion() {
    return git.describe();
  }

  /** Calls that see the repository, and never the checkout's current directory. */
  GitCalls calls() {
    return workTree
        .map(git::in)
        .orElseGet(() -> git.in(gitDirectory).with("GIT_DIR", gitDirectory.toString()));
  }

  /** Those of some commits that no other one of them stands on. */
  public List<ObjectId> tips(Collection<ObjectId> commits) {
    List<String> arguments = new ArrayList<>(List.of("merge-base", "--independent"));
    commits.stream().distinct().map(ObjectId::hex).forEach(arguments::add);
    return commits.isEmpty()
        ? List.of()
        : calls().run(null, arguments).text().lines().map(ObjectId::new).toList();
  }

  /** The commit that a revision names; nothing where there is none, or where it is ambiguous. */
  public Optional<ObjectId> resolve(String revision) {
    if (revision.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    Ended ended =
        calls()
            .attempt(
                "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
    return ended.succeeded()
        ? Optional.of(new ObjectId(ended.output().text().strip()))
        : Optional.empty();
  }

  /** The commits that full names of refs lead to, in their order, by one call of git. */
  public List<Optional<ObjectId>> resolveRefs(List<String> refs) {
    List<String> questions = refs.stream().map(ref -> ref + "^{commit}").toList();
    return ObjectQueries.ask(calls(), questions).stream()
        .map(answer -> answer.map(ObjectQueries.Answer::id))
        .toList();
  }

  /**
   * The user's branches whose names begin so, with what they hold.
   *
   * @param prefix of the name without {@code refs/heads/}
   */
  public Map<String, ObjectId> branches(String prefix) {
    byte[] listing =
        calls().run("for-each-ref", "--format=%(objectname) %(refname)", "refs/heads/").stdout();
    Map<String, ObjectId> branches = new LinkedHashMap<>();
    for (String line : new String(listing, StandardCharsets.ISO_8859_1).split("\n")) {
      int space = line.indexOf(' ');
      String ref =
          space < 0
              ? ""
              : RepoPaths.decode(line.substring(space + 1).getBytes(StandardCharsets.ISO_8859_1));
      if (ref.startsWith("refs/heads/" + prefix)) {
        branches.put(ref.substring("refs/heads/".length()), new ObjectId(line.substring(0, space)));
      }
    }
    return branches;
  }

  /**
   * The commit that a revision names.
   *
   * @throws ProblemException where there is none
   */
  public Base base(String revision) {
    ObjectId commit =
        resolve(revision).orElseThrow(() -> new ProblemException(Problem.of(Code.G006, revision)));
    return new Base(revision, commit, Base.Reason.NAMED);
  }

  /**
   * Where moves start from unless somebody says otherwise: the branch main, else master, else what
   * is checked out.
   *
   * @throws ProblemException where there is no commit yet
   */
  public Base defaultBase() {
    List<Optional<ObjectId>> found =
        resolveRefs(List.of("refs/heads/main", "refs/heads/master", "HEAD"));
    for (int i = 0; i < USUAL_BASES.size(); i++) {
      if (found.get(i).isPresent()) {
        return new Base(USUAL_BASES.get(i), found.get(i).orElseThrow(), Base.Reason.USUAL_NAME);
      }
    }
    ObjectId head =
        found
            .getLast()
            .orElseThrow(
                () -> new ProblemException(Problem.of(Code.G005, commonDirectory.toString())));
    return new Base("HEAD", head, Base.Reason.HEAD);
  }

  /**
   * The tree of a commit.
   *
   * @throws ProblemException where the commit is not there
   */
  public ObjectId treeOf(ObjectId commit) {
    return ObjectQueries.ask(calls(), List.of(commit.hex() + "^{tree}"))
        .getFirst()
        .map(ObjectQueries.Answer::id)
        .orElseThrow(() -> new ProblemException(Problem.of(Code.G006, commit.hex())));
  }

  /**
   * What is checked out.
   *
   * @throws ProblemException where there is no commit yet
   */
  public Head head() {
    List<Optional<ObjectQueries.Answer>> found =
        ObjectQueries.ask(calls(), List.of("HEAD^{commit}", "HEAD^{tree}"));
    if (found.stream().anyMatch(Optional::isEmpty)) {
      throw new ProblemException(Problem.of(Code.G006, "HEAD"));
    }
    return new Head(found.getFirst().orElseThrow().id(), found.getLast().orElseThrow().id());
  }

  /** A commit and its tree, asked for at once. */
  public record Head(ObjectId commit, ObjectId tree) {}

  /**
   * Keeps a commit from being collected as garbage while ferry works on it, by a ref of ferry's
   * own: candidates share the user's objects, and the user may drop the branch meanwhile.
   */
  public void pin(ObjectId commit) {
    calls().durably().run("update-ref", "--no-deref", pinOf(commit), commit.hex());
  }

  /** Ends what {@link #pin} began. */
  public void unpin(ObjectId commit) {
    calls().run("update-ref", "--no-deref", "-d", pinOf(commit));
  }

  private static String pinOf(ObjectId commit) {
    return "refs/ferry/base/" + commit.hex();
  }

  /**
   * Whether a file is none of the repository's: it lies outside of the checkout, or git ignores it.
   */
  public boolean leavesAlone(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    if (workTree.isEmpty() || !absolute.startsWith(workTree.get())) {
      return true;
    }
    // it refuses literal pathspecs, and reads an absolute path literally anyway
    List<String> arguments =
        List.of("--no-literal-pathspecs", "check-ignore", "--quiet", "--", absolute.toString());
    Ended ended = calls().attempt(null, arguments);
    return switch (ended.exitCode()) {
      case 0 -> true;
      case 1 -> false;
      default -> throw GitCalls.failed(List.of("check-ignore"), ended.output().errorText());
    };
  }

  /** All leaves of a commit's or a tree's tree. */
  public TreeListing tree(ObjectId commitOrTree) {
    return TreeReader.read(calls(), commitOrTree);
  }

  /** The repository's blobs. To be closed. */
  public GitBlobs blobs() {
    return new GitBlobs(calls(), format);
  }

  /**
   * Who the user's git says the author is.
   *
   * @throws ProblemException where git does not know
   */
  public Identity author() {
    return identity("GIT_AUTHOR_IDENT");
  }

  /** As {@link #author}, for who commits. */
  public Identity committer() {
    return identity("GIT_COMMITTER_IDENT");
  }

  private Identity identity(String variable) {
    Ended ended = calls().attempt("var", variable);
    Optional<Identity> identity =
        ended.succeeded() ? Identity.parse(ended.output().text()) : Optional.empty();
    return identity.orElseThrow(() -> new ProblemException(Problem.of(Code.G008)));
  }
}
