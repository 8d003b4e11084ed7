package dev.ferry.run.gc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Asks the system whether somebody holds a lock; never guesses by age or content. */
final class LockProbe {
  private LockProbe() {}

  /**
   * Whether another process, or another part of this one, holds it; what cannot be asked is held.
   */
  static boolean isHeld(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      channel.close();
      return lock == null;
    } catch (OverlappingFileLockException ofThisProcess) {
      // closing the channel would release the lock of its holder: POSIX counts by process
      return true;
    } catch (IOException cannotBeAsked) {
      return true;
    }
  }
}
