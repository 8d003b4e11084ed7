package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.model.ProblemException;
import dev.ferry.model.TreeEntry;
import dev.ferry.process.ProgramResult.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A full checkout that belongs to ferry. Going from one commit to the next costs what differs
 * between them, and leaves nothing of what ran in between: neither files nor git's notes on them.
 * For one thread at a time.
 *
 * <p>The index that counts is kept outside of what a gate sees. A gate can mark files as unchanged
 * in its copy, but the next commit is checked out by ours.
 */
public final class Slot implements AutoCloseable {
  private final FerryClone clone;
  private final int number;
  private final Path directory;
  private final SlotFiles files;
  private final Supplier<Siblings> siblings;
  private final Runnable release;
  private final SlotWorktree worktree;
  private boolean closed;

  /**
   * The other slots of a repository.
   *
   * @param idle folders of those that nobody uses at this moment
   * @param anyBusy whether somebody uses another one
   * @param taken how often this process has taken a slot; the same number twice means that it took
   *     none in between
   */
  public record Siblings(List<Path> idle, boolean anyBusy, int taken) {
    public Siblings {
      idle = List.copyOf(idle);
    }
  }

  Slot(
      FerryClone clone,
      int number,
      Path directory,
      SlotFiles files,
      Supplier<Siblings> siblings,
      Runnable release) {
    this.clone = clone;
    this.number = number;
    this.directory = directory;
    this.files = files;
    this.siblings = siblings;
    this.release = release;
    this.worktree = new SlotWorktree(clone, directory);
  }

  /** From 1; the same for every use of this slot, so that ports and databases can follow it. */
  public int number() {
    return number;
  }

  /** The other slots, as they are used at this moment. */
  public Siblings siblings() {
    return siblings.get();
  }

  /** The top of the checkout. */
  public Path root() {
    return worktree.root();
  }

  /**
   * Variables that give programs in the slot folders of their own, empty after each checkout:
   * temporary files, caches, settings.
   */
  public Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("TMPDIR", directory.resolve("tmp").toString());
    for (String kind : List.of("CACHE", "CONFIG", "DATA", "STATE")) {
      environment.put(
          "XDG_" + kind + "_HOME", xdg().resolve(kind.toLowerCase(Locale.ROOT)).toString());
    }
    return environment;
  }

  /**
   * Makes the checkout what the commit says, whatever was done in it before.
   *
   * @throws ProblemException where git cannot, for a full disk or a commit that is not there
   */
  public CheckedOut checkout(ObjectId commit) {
    if (closed) {
      throw new IllegalStateException("slot " + number + " was given back");
    }
    clone.restoreSettings();
    List<String> leftOut;
    try {
      worktree.prepare(commit);
      leftOut = update(commit);
    } catch (ProblemException broken) {
      // a gate may have closed folders to us, or left something git cannot step over
      worktree.remake(commit);
      leftOut = update(commit);
    }
    worktree.publishIndex();
    emptyFolders();
    new SlotExtras(root(), clone.repository().workTree(), files).provide();
    return new CheckedOut(commit, leftOut);
  }

  /**
   * Watches what somebody changes in the checkout from now on.
   *
   * @param commit that was checked out last
   */
  public SlotWatch watch(ObjectId commit) {
    return worktree.watch(commit);
  }

  private List<String> update(ObjectId commit) {
    List<String> leftOut = stillMissing(commit, worktree.leftOut());
    Ended reset = reset(worktree.calls(), commit, !worktree.leftOut().isEmpty());
    if (!reset.succeeded()) {
      List<String> missing = missing(commit);
      if (missing.isEmpty()) {
        throw GitCalls.failed(List.of("reset"), reset.output().errorText());
      }
      worktree.leaveOut(missing);
      leftOut = missing;
      reset = reset(worktree.calls(), commit, true);
      if (!reset.succeeded()) {
        throw GitCalls.failed(List.of("reset"), reset.output().errorText());
      }
    }
    clean(worktree.calls());
    return leftOut;
  }

  /**
   * Those of the files left out before that this commit has too. Where the blob of one has come
   * back meanwhile, the whole checkout is made anew: git would go on leaving the file out.
   */
  private List<String> stillMissing(ObjectId commit, List<String> leftOut) {
    if (leftOut.isEmpty()) {
      return leftOut;
    }
    PathQueries paths = new PathQueries(clone.calls());
    leftOut.forEach(path -> paths.ask(commit.hex(), path));
    paths.answer();
    List<String> here = leftOut.stream().filter(p -> paths.exists(commit.hex(), p)).toList();
    boolean oneIsBack =
        ObjectQueries.ask(
                clone.calls(), here.stream().map(path -> commit.hex() + ":" + path).toList())
            .stream()
            .anyMatch(Optional::isPresent);
    if (oneIsBack) {
      worktree.remake(commit);
      return List.of();
    }
    return here;
  }

  private static Ended reset(GitCalls calls, ObjectId commit, boolean sparse) {
    GitCalls configured =
        sparse
            ? calls.config("core.sparseCheckout", "true").config("core.sparseCheckoutCone", "false")
            : calls.config("core.sparseCheckout", "false");
    return configured
        .config("checkout.workers", "2")
        .attempt("reset", "--hard", "--quiet", commit.hex());
  }

  private void clean(GitCalls calls) {
    List<String> arguments = new ArrayList<>(List.of("clean", "-ffdxq"));
    for (String kept : files.keep()) {
      arguments.add("-e");
      arguments.add("/" + SlotWorktree.literally(kept));
    }
    calls.run(null, arguments);
  }

  private List<String> missing(ObjectId commit) {
    List<TreeEntry> entries =
        clone.tree(commit).entries().stream().filter(entry -> !entry.isSubmodule()).toList();
    var answers =
        ObjectQueries.ask(clone.calls(), entries.stream().map(entry -> entry.id().hex()).toList());
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (answers.get(i).isEmpty()) {
        missing.add(entries.get(i).path());
      }
    }
    return missing;
  }

  private void emptyFolders() {
    try {
      Deletion.of(directory.resolve("tmp"));
      Deletion.of(xdg());
      Files.createDirectories(directory.resolve("tmp"));
      Files.createDirectories(xdg());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path xdg() {
    return directory.resolve("xdg");
  }

  /** Gives the slot back; its files stay for the next owner. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      release.run();
    }
  }
}
