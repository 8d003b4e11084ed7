package dev.ferry.batch;

/**
 * What came of reading a manifest.
 *
 * @param manifest the records that are right; incomplete where there are errors
 */
public record ManifestReading(Manifest manifest, Findings findings) {
  /** Whether all of the manifest was understood. */
  public boolean isWhole() {
    return !findings.hasErrors();
  }
}
