package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Waits for files of the checkout to change, told by the system instead of looking again and again.
 * What git ignores, and git's own folder, are not looked at. For one thread.
 */
public final class WorkTreeWatch implements AutoCloseable {
  /** A change seldom comes alone: editors write beside and rename, git writes many files. */
  private static final Duration QUIET = Duration.ofMillis(100);

  private static final int MOST_ROUNDS = 20;

  private final Path root;
  private final Set<String> ignored;
  private final WatchService watcher;
  private final Map<WatchKey, Path> directories = new HashMap<>();

  private WorkTreeWatch(Path root, Set<String> ignored, WatchService watcher) {
    this.root = root;
    this.ignored = ignored;
    this.watcher = watcher;
  }

  /**
   * Begins to watch; what changes from now on is noticed by the next {@link #await}.
   *
   * @throws ProblemException where the system does not watch so many directories
   */
  public static WorkTreeWatch of(WorkTree tree) {
    try {
      WatchService watcher = tree.root().getFileSystem().newWatchService();
      WorkTreeWatch watch = new WorkTreeWatch(tree.root(), ignored(tree), watcher);
      watch.register(tree.root());
      return watch;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ignored directories, from the top, without the slash at their end. */
  private static Set<String> ignored(WorkTree tree) {
    byte[] listed =
        tree.calls()
            .run("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory")
            .stdout();
    Set<String> ignored = new TreeSet<>();
    for (String path : new String(listed, StandardCharsets.UTF_8).split("\0", -1)) {
      if (path.endsWith("/")) {
        ignored.add(path.substring(0, path.length() - 1));
      }
    }
    return ignored;
  }

  /**
   * Waits until something changes, and then until nothing does any more for a moment.
   *
   * @return the paths that changed, from the top; empty where too many did to be told
   */
  public Set<String> await() {
    Set<String> changed = new TreeSet<>();
    try {
      boolean told = take(watcher.take(), changed);
      for (int round = 0; round < MOST_ROUNDS; round++) {
        WatchKey more = watcher.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        if (more == null) {
          break;
        }
        told &= take(more, changed);
      }
      if (!told) {
        register(root);
        return Set.of();
      }
      return changed;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException("stopped");
    }
  }

  /** Whether every event of the key could be told. */
  private boolean take(WatchKey key, Set<String> changed) {
    boolean told = true;
    Path directory = directories.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name && directory != null) {
        Path path = directory.resolve(name);
        if (isWatched(path)) {
          changed.add(fromTheTop(path));
          register(path);
        }
      } else {
        told = false;
      }
    }
    if (!key.reset()) {
      directories.remove(key);
    }
    return told;
  }

  private void register(Path path) {
    try {
      Files.walkFileTree(path, new Registering());
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(Code.T085, path.toString(), String.valueOf(e.getMessage())));
    }
  }

  private boolean isWatched(Path path) {
    return !path.equals(root.resolve(".git")) && !ignored.contains(fromTheTop(path));
  }

  private String fromTheTop(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  @Override
  public void close() {
    try {
      watcher.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has the system tell of every directory below one; what vanishes meanwhile is no matter. */
  private final class Registering extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      if (!isWatched(directory)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      directories.put(
          directory.register(
              watcher,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_DELETE,
              StandardWatchEventKinds.ENTRY_MODIFY),
          directory);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) {
      return FileVisitResult.CONTINUE;
    }
  }
}
