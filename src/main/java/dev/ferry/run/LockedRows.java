package dev.ferry.run;

import dev.ferry.batch.BatchesReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Changes single rows while no ferry works their batch. */
public final class LockedRows {
  private final Workbench workbench;
  private final Map<String, Path> files;

  /**
   * @param named batch files of the command line; else as {@link Workbench#batchFiles} finds them
   */
  public LockedRows(Workbench workbench, List<String> named) {
    this.workbench = workbench;
    this.files = workbench.batchFiles(named);
  }

  /** What is done to a row. */
  @FunctionalInterface
  public interface Change<T> {
    /**
     * @param file where its batch lies
     */
    T make(FoundRow found, Path file);
  }

  /**
   * @throws dev.ferry.model.ProblemException where no batch has a row of this module, or another
   *     ferry works on its batch
   */
  public <T> T locked(String module, Change<T> change) {
    BatchesReading reading = BatchesReading.of(files);
    OpenBatches batches = new OpenBatches(workbench);
    String batch = FoundRow.of(batches.open(reading, files), module).batch().batch().file();
    Path file = files.getOrDefault(batch, Path.of(batch));
    Path lock = workbench.home().resolve("locks").resolve(OpenBatches.key(file));
    try (RunLock _ = RunLock.take(lock, batch)) {
      // what was read before the lock may be old
      return change.make(FoundRow.of(batches.open(reading, files), module), file);
    }
  }
}
