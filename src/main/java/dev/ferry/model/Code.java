package dev.ferry.model;

/**
 * Every kind of thing that ferry tells a reader about. The letter names the room that finds it; the
 * words stand in {@code view/messages.properties}; {@code ferry explain} shows them.
 *
 * <p>Codes are never reused: scripts and notes refer to them.
 */
public enum Code {
  // B: batches and manifest

  // C: configuration

  // E: environment, programs

  // F: facts

  // G: git

  // M: moving

  // T: gates and tests

  // R: runs
  /** A row whose destination stands and whose source is gone: somebody moved it already. */
  R001(Severity.NOTE),

// L: ledger

// P: publishing

;

  private final Severity severity;

  Code(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** As users see it and type it, for example {@code FRY-B004}. */
  public String id() {
    return "FRY-" + name();
  }
}
