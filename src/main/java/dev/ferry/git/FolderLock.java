package dev.ferry.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that the system releases when its holder dies, however it dies: nothing has to guess
 * whether a lock is stale. It is one between processes; within this one, threads queue before it.
 */
final class FolderLock implements AutoCloseable {
  private static final ConcurrentMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final FileChannel channel;
  private final Runnable release;

  private FolderLock(FileChannel channel, Runnable release) {
    this.channel = channel;
    this.release = release;
  }

  /** Waits for the lock. To be closed by the thread that took it. */
  static FolderLock take(Path file) {
    ReentrantLock threads = THREADS.computeIfAbsent(file, f -> new ReentrantLock());
    threads.lock();
    try {
      FileChannel channel = open(file);
      FileLock unused = channel.lock();
      return new FolderLock(channel, threads::unlock);
    } catch (IOException e) {
      threads.unlock();
      throw new UncheckedIOException("locking " + file, e);
    }
  }

  /** The lock, unless another process or another part of this one holds it. Any thread closes. */
  static Optional<FolderLock> tryTake(Path file) {
    try {
      FileChannel channel = open(file);
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return Optional.of(new FolderLock(channel, () -> {}));
        }
      } catch (OverlappingFileLockException heldByThisProcess) {
        // closing the channel would release the lock of its holder: POSIX counts by process
        return Optional.empty();
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("locking " + file, e);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      release.run();
    }
  }
}
