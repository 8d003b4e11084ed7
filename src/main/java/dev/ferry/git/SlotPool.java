package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places where candidates are worked on: worktrees of ferry's clone that are used again and
 * again, each by one owner at a time. Safe for several threads and several ferries.
 */
public final class SlotPool {
  private final FerryClone clone;
  private final int size;
  private final SlotFiles files;
  private final TreeSet<Integer> taken = new TreeSet<>();
  private int takings;

  /**
   * @param size how many slots this and every other ferry on the repository may use, from 1
   */
  public SlotPool(FerryClone clone, int size, SlotFiles files) {
    if (size < 1) {
      throw new IllegalArgumentException("no slot at all: " + size);
    }
    this.clone = clone;
    this.size = size;
    this.files = files;
  }

  /**
   * A free slot; waits while all are used by this process. To be closed.
   *
   * @throws ProblemException where other ferries hold all of them
   * @throws InterruptedException where the thread is interrupted while it waits
   */
  public synchronized Slot acquire() throws InterruptedException {
    while (true) {
      for (int number = 1; number <= size; number++) {
        Slot slot = taken.contains(number) ? null : tryAcquire(number);
        if (slot != null) {
          return slot;
        }
      }
      if (taken.isEmpty()) {
        throw new ProblemException(
            Problem.of(Code.G009, clone.repository().commonDirectory().toString(), holders()));
      }
      wait();
    }
  }

  private @Nullable Slot tryAcquire(int number) {
    Path directory = directory(number);
    Optional<FolderLock> lock = FolderLock.tryTake(directory.resolve("lock"));
    if (lock.isEmpty()) {
      return null;
    }
    try {
      Files.writeString(directory.resolve("owner"), ProcessIdentity.current().line() + "\n");
    } catch (IOException e) {
      lock.get().close();
      throw new UncheckedIOException(e);
    }
    taken.add(number);
    takings++;
    return new Slot(
        clone,
        number,
        directory,
        files,
        () -> siblingsOf(number),
        () -> release(number, lock.get()));
  }

  /** Slots on disk, also those of other ferries; whether one is idle is asked of its lock. */
  private synchronized Slot.Siblings siblingsOf(int number) {
    List<Path> idle = new ArrayList<>();
    boolean anyBusy = false;
    try (Stream<Path> all = Files.list(directory(number).getParent())) {
      for (Path sibling : all.filter(Files::isDirectory).sorted().toList()) {
        if (sibling.equals(directory(number))) {
          continue;
        }
        Optional<FolderLock> lock = FolderLock.tryTake(sibling.resolve("lock"));
        lock.ifPresent(FolderLock::close);
        if (lock.isPresent()) {
          idle.add(sibling);
        } else {
          anyBusy = true;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Slot.Siblings(idle, anyBusy, takings);
  }

  private synchronized void release(int number, FolderLock lock) {
    lock.close();
    taken.remove(number);
    notifyAll();
  }

  /**
   * Empties a slot's folder unless somebody holds it. Its lock file stays: another ferry may be
   * about to take it.
   *
   * @return whether it was emptied
   */
  public static boolean empty(Path directory) {
    Optional<FolderLock> lock = FolderLock.tryTake(directory.resolve("lock"));
    if (lock.isEmpty()) {
      return false;
    }
    try (FolderLock _ = lock.get();
        Stream<Path> all = Files.list(directory)) {
      all.filter(path -> !path.endsWith("lock")).forEach(Deletion::of);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("emptying " + directory, e);
    }
  }

  /** The process numbers that hold the slots, for people. */
  private String holders() {
    TreeSet<String> pids = new TreeSet<>();
    for (int number = 1; number <= size; number++) {
      try {
        String owner = Files.readString(directory(number).resolve("owner"));
        pids.add(ProcessIdentity.parse(owner).map(holder -> "" + holder.pid()).orElse("?"));
      } catch (IOException unknown) {
        pids.add("?");
      }
    }
    return String.join(", ", pids);
  }

  private Path directory(int number) {
    return clone.repository().ferryDirectory().resolve("slots").resolve(Integer.toString(number));
  }
}
