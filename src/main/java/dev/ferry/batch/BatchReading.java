package dev.ferry.batch;

import dev.ferry.model.Batch;

/**
 * What came of reading a batch file.
 *
 * @param batch the rows that are right; incomplete where there are errors
 * @param findings everything that was noticed
 */
public record BatchReading(Batch batch, Findings findings) {
  /** Whether all of the file was understood. */
  public boolean isWhole() {
    return !findings.hasErrors();
  }
}
