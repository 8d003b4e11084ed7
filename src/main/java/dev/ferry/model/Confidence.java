package dev.ferry.model;

/** How sure a rewriting is that the bytes name the moved thing. */
public enum Confidence {
  /** Applied. */
  HIGH,
  /** Applied and listed for the reader. */
  MEDIUM,
  /** Reported only, never applied. */
  LOW
}
