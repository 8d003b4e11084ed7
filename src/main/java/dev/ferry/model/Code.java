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
  /** The configured environment holds no interpreter. */
  E001(Severity.ERROR),
  /** An environment is there, but no interpreter in it. */
  E002(Severity.ERROR),
  /** No interpreter anywhere. */
  E003(Severity.ERROR),
  /** The interpreter does not answer. */
  E004(Severity.ERROR),
  /** The environment has no test runner. */
  E005(Severity.ERROR),
  /** A program of a gate is not there. */
  E006(Severity.ERROR),
  /** The environment that is used. */
  E007(Severity.NOTE),
  /** A file that the worktree settings name is not in the checkout. */
  E008(Severity.ERROR),
  /** A set-up command of the worktree failed. */
  E009(Severity.ERROR),

  // F: facts

  // G: git

  // M: moving

  // T: gates and tests
  /** A touched source does not parse, and did at base. */
  T001(Severity.ERROR),
  /** A touched file does not parse, as at base. */
  T002(Severity.NOTE),
  /** A gate found nothing to judge. */
  T003(Severity.ERROR),
  /** An import does not resolve, and did at base. */
  T004(Severity.ERROR),
  /** The old name can still be imported. */
  T005(Severity.ERROR),
  /** The history ends at the move. */
  T006(Severity.ERROR),
  /** A test that passed at base is left out now. */
  T007(Severity.ERROR),
  /** A test that passed at base, or is new, is red. */
  T008(Severity.ERROR),
  /** A test that passed at base did not run. */
  T009(Severity.ERROR),
  /** A file can no longer be collected. */
  T010(Severity.ERROR),
  /** A test is red, as at base, where the strict option counts that. */
  T011(Severity.ERROR),
  /** Too few tests pass. */
  T012(Severity.ERROR),
  /** A module was loaded from outside the slot. */
  T013(Severity.ERROR),
  /** No test ran. */
  T014(Severity.ERROR),
  /** The test runner ended in a way that no results explain. */
  T015(Severity.ERROR),
  /** A test is excused because it is flaky at base. */
  T016(Severity.NOTE),
  /** More findings than are listed. */
  T017(Severity.NOTE),
  /** The repository's command failed. */
  T018(Severity.ERROR),
  /** The repository's command passed, but was never seen to fail. */
  T019(Severity.WARNING),
  /** The repository's command could not start a program. */
  T020(Severity.ERROR),
  /** The repository's command fails at base too. */
  T021(Severity.WARNING),
  /** A run left no results of its own. */
  T022(Severity.ERROR),
  /** A run took too long. */
  T023(Severity.ERROR),
  /** No test reaches the moved module. */
  T024(Severity.WARNING),
  /** Tests reach the moved module, but none noticed its sabotage. */
  T025(Severity.WARNING),
  /** A command left processes running. */
  T026(Severity.NOTE),
  /** A gate of this name does not exist. */
  T027(Severity.ERROR),
  /** A gate is not built yet. */
  T028(Severity.ERROR),
  /** More tests reach the module than are run. */
  T029(Severity.NOTE),
  /** No test is written: the module cannot be imported at base. */
  T030(Severity.NOTE),
  /** No test is written: there is one. */
  T031(Severity.NOTE),
  /** No test is written: there is no environment. */
  T032(Severity.NOTE),
  /** A touched JSON, YAML or TOML file does not parse. */
  T033(Severity.ERROR),
  /** Ferry is being stopped. */
  T034(Severity.ERROR),
  /** Sources were judged without an interpreter. */
  T035(Severity.WARNING),
  /** A gate needs a setting. */
  T036(Severity.ERROR),

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
