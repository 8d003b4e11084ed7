package dev.ferry.batch;

import dev.ferry.model.Batch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Several batch files read together: each by itself, then against each other.
 *
 * @param batches in the order asked for
 */
public record BatchesReading(List<Batch> batches, Findings findings) {
  public BatchesReading {
    batches = List.copyOf(batches);
  }

  /**
   * Reads all files.
   *
   * @param files how the user named each, and where it lies; iteration order is kept
   */
  public static BatchesReading of(Map<String, Path> files) {
    List<Batch> batches = new ArrayList<>();
    Findings findings = Findings.none();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      BatchReading reading = BatchReader.read(file.getValue(), file.getKey());
      batches.add(reading.batch());
      findings = findings.and(reading.findings());
    }
    return new BatchesReading(batches, findings.and(RowConflicts.between(batches)));
  }

  /** Whether every row of every file was understood and none is in another's way. */
  public boolean isWhole() {
    return !findings.hasErrors();
  }
}
