package dev.ferry.ledger;

import java.util.List;

/**
 * The tables, version by version. Rows are only ever added; times are milliseconds since 1970, UTC.
 */
final class Schema {
  static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE attempt_started (
            id TEXT PRIMARY KEY, session TEXT NOT NULL, batch TEXT NOT NULL, module TEXT NOT NULL,
            source TEXT NOT NULL, destination TEXT NOT NULL, base TEXT NOT NULL,
            at INTEGER NOT NULL)
          """,
          "CREATE INDEX attempt_by_module ON attempt_started (module)",
          """
          CREATE TABLE step_ended (
            attempt TEXT NOT NULL, step TEXT NOT NULL, result TEXT NOT NULL, notes TEXT NOT NULL,
            milliseconds INTEGER NOT NULL, at INTEGER NOT NULL)
          """,
          "CREATE INDEX step_by_attempt ON step_ended (attempt)",
          """
          CREATE TABLE gate_judged (
            attempt TEXT NOT NULL, gate TEXT NOT NULL, verdict TEXT NOT NULL,
            proven INTEGER NOT NULL, numerator INTEGER NOT NULL, denominator INTEGER NOT NULL,
            findings TEXT NOT NULL, milliseconds INTEGER NOT NULL, at INTEGER NOT NULL)
          """,
          "CREATE INDEX gate_by_attempt ON gate_judged (attempt)",
          """
          CREATE TABLE attempt_ended (
            attempt TEXT PRIMARY KEY, outcome TEXT NOT NULL, branch TEXT NOT NULL,
            commit_id TEXT NOT NULL, step TEXT NOT NULL, problem TEXT NOT NULL,
            at INTEGER NOT NULL)
          """,
          """
          CREATE TABLE pushed (
            branch TEXT NOT NULL, remote TEXT NOT NULL, commit_id TEXT NOT NULL,
            at INTEGER NOT NULL)
          """);

  /** What version 2 adds. */
  static final List<String> OF_VERSION_2 =
      List.of(
          """
          CREATE TABLE fix_started (
            attempt TEXT NOT NULL, module TEXT NOT NULL, number INTEGER NOT NULL,
            at INTEGER NOT NULL, PRIMARY KEY (attempt, number))
          """,
          "CREATE INDEX fix_by_module ON fix_started (module)",
          """
          CREATE TABLE fix_ended (
            attempt TEXT NOT NULL, number INTEGER NOT NULL, problem TEXT NOT NULL,
            patch TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (attempt, number))
          """);

  /** What version 3 adds: what people decided, each after the newest attempt of that moment. */
  static final List<String> OF_VERSION_3 =
      List.of(
          """
          CREATE TABLE decided (
            module TEXT NOT NULL, kind TEXT NOT NULL, why TEXT NOT NULL,
            after_attempt INTEGER NOT NULL, at INTEGER NOT NULL)
          """,
          "CREATE INDEX decided_by_module ON decided (module)");

  private Schema() {}
}
