package dev.ferry.batch;

/**
 * How large an input may be. Within these, a batch of the most rows is read in 512 MB of memory;
 * the largest real one has 106 rows.
 */
final class Limits {
  static final long FILE_BYTES = 64L << 20;
  static final int ROWS = 1_000_000;

  /** Three paths of the length that Linux allows (PATH_MAX, 4,096 bytes), and some. */
  static final int LINE_BYTES = 16 << 10;

  /** What the common file systems allow for one name (NAME_MAX). */
  static final int SEGMENT_BYTES = 255;

  private Limits() {}
}
