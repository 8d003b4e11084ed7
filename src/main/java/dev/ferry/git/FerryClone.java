package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.TreeListing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Ferry's own bare repository beside the user's objects, which it shares and does not copy.
 * Candidates are made here and slots hang off it, so that nothing a gate does with git reaches the
 * user's refs, stash or configuration.
 *
 * <p>It holds no settings but those that ferry writes, and none of the user's refs. It is made
 * once, aside and then put in place by one rename; a half-made one is thrown away by the next
 * start. Safe for several threads and several processes.
 */
public final class FerryClone {
  /** Filters that do no more than fetch a file's content. */
  public static final Set<String> USUAL_FILTERS = Set.of("lfs");

  private static final String PROBED = "config.probed";

  private final Repository repository;
  private final Path directory;
  private final Path lockFile;
  private final byte[] settings;
  private final List<String> neutralised;

  private FerryClone(Repository repository, CloneSettings settings) {
    this.repository = repository;
    this.directory = repository.ferryDirectory().resolve("clone.git");
    this.lockFile = repository.ferryDirectory().resolve("clone.lock");
    this.settings = settings.text().getBytes(StandardCharsets.UTF_8);
    this.neutralised = settings.neutralised();
  }

  /**
   * Opens the clone of a repository, made or mended where needed.
   *
   * @param allowedFilters clean and smudge filters that may run in slots; all others that the
   *     user's git knows are switched off there
   * @throws ProblemException where ferry cannot write beside the repository's objects
   */
  public static FerryClone open(Repository repository, Set<String> allowedFilters) {
    CloneSettings settings = CloneSettings.of(repository, allowedFilters);
    FerryClone clone = new FerryClone(repository, settings);
    try (FolderLock lock = clone.lock()) {
      clone.make();
      clone.restoreSettings();
      clone.shareShallowness();
    } catch (IOException | UncheckedIOException e) {
      Throwable cause = e instanceof UncheckedIOException wrapped ? wrapped.getCause() : e;
      String ferry = repository.ferryDirectory().toString();
      throw new ProblemException(Problem.of(Code.G018, ferry, String.valueOf(cause)));
    }
    return clone;
  }

  /** The filters that slots of a repository do not run, without making anything. */
  public static List<String> neutralisedFilters(Repository repository, Set<String> allowed) {
    return CloneSettings.of(repository, allowed).neutralised();
  }

  /** The filters that the user's git knows and slots do not run. */
  public List<String> neutralisedFilters() {
    return neutralised;
  }

  /** All leaves of a commit's or tree's tree, candidates included. */
  public TreeListing tree(ObjectId commitOrTree) {
    return TreeReader.read(calls(), commitOrTree);
  }

  /** Blobs of the user's repository and of candidates. To be closed. */
  public GitBlobs blobs() {
    return new GitBlobs(calls(), repository.format());
  }

  Repository repository() {
    return repository;
  }

  Path directory() {
    return directory;
  }

  /** Held while worktrees are made or thrown away: git itself does not serialise that. */
  FolderLock lock() {
    return FolderLock.take(lockFile);
  }

  GitCalls calls() {
    return repository.git().in(directory).with("GIT_DIR", directory.toString());
  }

  GitCalls callsIn(Path where) {
    return repository.git().in(where);
  }

  /** Writes the settings anew where somebody, a gate for instance, has changed them. */
  void restoreSettings() {
    Path config = directory.resolve("config");
    try {
      byte[] probed = Files.readAllBytes(directory.resolve(PROBED));
      byte[] wanted = Arrays.copyOf(probed, probed.length + settings.length);
      System.arraycopy(settings, 0, wanted, probed.length, settings.length);
      Deletion.of(directory.resolve("config.lock"));
      Deletion.of(directory.resolve("config.worktree"));
      if (!Files.exists(config) || !Arrays.equals(Files.readAllBytes(config), wanted)) {
        replace(config, wanted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + config, e);
    }
  }

  private void make() throws IOException {
    Path ferry = repository.ferryDirectory();
    try (DirectoryStream<Path> halfMade = Files.newDirectoryStream(ferry, "clone.git.new*")) {
      halfMade.forEach(Deletion::of);
    }
    if (isWhole()) {
      return;
    }
    Path fresh = ferry.resolve("clone.git.new");
    repository
        .git()
        .in(ferry)
        .config("core.sharedRepository", "umask")
        .run(
            "init",
            "--quiet",
            "--bare",
            "--template=",
            "--object-format=" + repository.format().word(),
            fresh.toString());
    Files.copy(fresh.resolve("config"), fresh.resolve(PROBED));
    Files.createDirectories(fresh.resolve("objects/info"));
    // relative to the clone's objects, so that the repository can be moved as a whole
    Files.writeString(fresh.resolve("objects/info/alternates"), "../../../objects\n");
    Deletion.of(directory);
    Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
  }

  private boolean isWhole() {
    return List.of("HEAD", "refs", "objects/info/alternates", PROBED).stream()
        .allMatch(part -> Files.exists(directory.resolve(part)));
  }

  /** Where the user's history is cut off, walks must end here too. */
  private void shareShallowness() throws IOException {
    Path theirs = repository.commonDirectory().resolve("shallow");
    Path ours = directory.resolve("shallow");
    if (!Files.exists(theirs)) {
      Files.deleteIfExists(ours);
      return;
    }
    byte[] wanted = Files.readAllBytes(theirs);
    if (!Files.exists(ours) || !Arrays.equals(Files.readAllBytes(ours), wanted)) {
      replace(ours, wanted);
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    Files.write(fresh, content);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
