package dev.ferry.run.gc;

/** What ferry keeps beside the repository. */
public enum Kind {
  LEDGER("ledger", false),
  FORMER_LEDGER("former ledgers", true),
  FINISHED("finished rows", false),
  REPORT("reports", true),
  LOG("logs", true),
  HANDOFF("hand-offs", true),
  FACTS("facts", true),
  MENTIONS("mentions", true),
  BASE_RESULT("base results", true),
  SLOT("slots", true),
  CLONE("clone", false),
  CANDIDATE("candidates", true),
  PIN("pins of bases", true),
  WITHDRAWN("withdrawn branches", false),
  SESSION("sessions", true),
  LOCK("locks", false),
  GIT_LOCK("git's locks", true),
  JOURNAL("journals", false),
  LIBRARY("libraries", true),
  OTHER("other", false);

  private final String words;
  private final boolean disposable;

  Kind(String words, boolean disposable) {
    this.words = words;
    this.disposable = disposable;
  }

  /** As tables name it. */
  public String words() {
    return words;
  }

  /**
   * Whether such a thing may go at all; what may not is the record, or is needed by the next run.
   */
  public boolean isDisposable() {
    return disposable;
  }
}
