package dev.ferry.ledger;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The ledger in one SQLite file. Write-ahead logging lets readers go on while somebody writes. That
 * an attempt began, how it ended and what was decided waits for the disk ({@code
 * synchronous=FULL}), so that nothing of it is lost with the power. What is told in between, steps
 * and gates, outlives a kill and does not wait: the next of the others brings it to the disk, and
 * what a loss of power takes belongs to an attempt without an end, which is worked anew.
 */
public final class SqliteLedger implements Ledger {
  private static final int SCHEMA_VERSION = 3;
  private static final int WAIT_FOR_OTHERS_MILLISECONDS = 30_000;

  /** Failures of modules that have at least so many, behind their last other ending. */
  private static final String FAILED_SINCE_ANOTHER_ENDING =
      """
      e.outcome = 'FAILED'
        AND s.module IN (SELECT m.module FROM attempt_started m
          JOIN attempt_ended f ON f.attempt = m.id
          WHERE f.outcome = 'FAILED' GROUP BY m.module HAVING count(*) >= ?)
        AND s.rowid > coalesce((SELECT max(o.rowid) FROM attempt_started o
          JOIN attempt_ended i ON i.attempt = o.id
          WHERE o.module = s.module AND i.outcome <> 'FAILED'), 0)
      ORDER BY s.rowid
      """;

  private final Connection connection;
  private final Clock clock;
  private final AttemptRows attempts;

  private SqliteLedger(Connection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
    this.attempts = new AttemptRows(connection);
  }

  /**
   * Opens the ledger, or begins one. A file that SQLite cannot read is set aside under a name that
   * says so, never deleted.
   *
   * @param told is given what the user should know: a ledger that was set aside
   * @throws ProblemException where the file can neither be opened nor begun
   */
  public static SqliteLedger open(Path file, Clock clock, Consumer<Problem> told) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      NativeLibrary.in(file.resolveSibling("native"));
      try {
        return connect(file, clock);
      } catch (SQLiteException e) {
        if (!isDamaged(e)) {
          throw e;
        }
        Path aside = setAside(file, clock);
        told.accept(Problem.of(Code.L001, file.toString(), aside.toString()));
        return connect(file, clock);
      }
    } catch (SQLException | IOException e) {
      throw new ProblemException(
          Problem.of(Code.L002, file.toString(), String.valueOf(e.getMessage())));
    }
  }

  private static boolean isDamaged(SQLiteException e) {
    SQLiteErrorCode code = e.getResultCode();
    return code == SQLiteErrorCode.SQLITE_NOTADB
        || code == SQLiteErrorCode.SQLITE_CORRUPT
        || code == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ;
  }

  private static Path setAside(Path file, Clock clock) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + clock.millis());
    Files.move(file, aside);
    for (String companion : List.of("-wal", "-shm")) {
      Path beside = file.resolveSibling(file.getFileName() + companion);
      if (Files.exists(beside)) {
        Files.move(beside, file.resolveSibling(aside.getFileName() + companion));
      }
    }
    return aside;
  }

  private static SqliteLedger connect(Path file, Clock clock) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=" + WAIT_FOR_OTHERS_MILLISECONDS);
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      migrate(connection, statement);
      return new SqliteLedger(connection, clock);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A ledger of this version is opened without the write lock, which a stalled ferry may hold. */
  private static void migrate(Connection connection, Statement statement) throws SQLException {
    if (statement.executeQuery("PRAGMA user_version").getInt(1) == SCHEMA_VERSION) {
      return;
    }
    statement.execute("BEGIN IMMEDIATE");
    try {
      int version = statement.executeQuery("PRAGMA user_version").getInt(1);
      if (version > SCHEMA_VERSION) {
        throw new SQLException("it was written by a newer ferry (schema " + version + ")");
      }
      if (version < 1) {
        for (String table : Schema.TABLES) {
          statement.execute(table);
        }
      }
      if (version < 2) {
        for (String table : Schema.OF_VERSION_2) {
          statement.execute(table);
        }
      }
      if (version < 3) {
        for (String table : Schema.OF_VERSION_3) {
          statement.execute(table);
        }
      }
      if (version < SCHEMA_VERSION) {
        statement.execute("PRAGMA user_version=" + SCHEMA_VERSION);
      }
      statement.execute("COMMIT");
    } catch (SQLException e) {
      statement.execute("ROLLBACK");
      throw e;
    }
  }

  @Override
  public void attemptStarted(Attempt.Start start) {
    write(
        "INSERT INTO attempt_started VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        start.id(),
        start.session(),
        start.batch(),
        start.move().module(),
        start.move().source(),
        start.move().destination(),
        start.base().hex(),
        start.at().toEpochMilli());
  }

  @Override
  public void stepEnded(String attempt, StepEnd end) {
    writeSoon(
        "INSERT INTO step_ended VALUES (?, ?, ?, ?, ?, ?)",
        attempt,
        end.step().name(),
        end.result().name(),
        ProblemCodec.encode(end.notes()),
        end.took().toMillis(),
        clock.millis());
  }

  @Override
  public void gateJudged(String attempt, GateResult result) {
    writeSoon(
        "INSERT INTO gate_judged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        attempt,
        result.gate(),
        result.verdict().name(),
        result.proven() ? 1 : 0,
        result.numerator(),
        result.denominator(),
        ProblemCodec.encode(result.findings()),
        result.took().toMillis(),
        clock.millis());
  }

  @Override
  public void attemptEnded(String attempt, Outcome outcome) {
    OutcomeColumns columns = OutcomeColumns.of(outcome);
    write(
        "INSERT OR IGNORE INTO attempt_ended VALUES (?, ?, ?, ?, ?, ?, ?)",
        attempt,
        columns.kind(),
        columns.branch(),
        columns.commit(),
        columns.step(),
        columns.problem(),
        clock.millis());
  }

  @Override
  public void fixStarted(FixTry.Start start) {
    write(
        "INSERT INTO fix_started VALUES (?, ?, ?, ?)",
        start.attempt(),
        start.module(),
        start.number(),
        clock.millis());
  }

  @Override
  public void fixEnded(FixTry.Start start, FixTry.End end) {
    write(
        "INSERT OR IGNORE INTO fix_ended VALUES (?, ?, ?, ?, ?)",
        start.attempt(),
        start.number(),
        ProblemCodec.encode(List.of(end.sentence())),
        end.patch(),
        clock.millis());
  }

  @Override
  public List<FixTry> fixesAt(String module) {
    return read(() -> new FixRows(connection).at(module));
  }

  @Override
  public void decided(String module, Decision.Kind kind, String why) {
    Decision decision = new Decision(module, kind, why, clock.instant());
    read(
        () -> {
          new DecisionRows(connection).add(decision);
          return decision;
        });
  }

  @Override
  public List<Decision> decisions(String module) {
    return read(() -> new DecisionRows(connection).about(module));
  }

  @Override
  public List<Decision> reverted() {
    return read(() -> new DecisionRows(connection).reverted());
  }

  @Override
  public void pushed(String branch, String remote, ObjectId commit) {
    write("INSERT INTO pushed VALUES (?, ?, ?, ?)", branch, remote, commit.hex(), clock.millis());
  }

  @Override
  public List<Attempt> attemptsAt(String module) {
    return read(() -> attempts.where("s.module = ? ORDER BY s.rowid", module));
  }

  @Override
  public List<Attempt> newest(int limit) {
    return read(() -> attempts.where("1 ORDER BY s.rowid DESC LIMIT ?", limit));
  }

  @Override
  public List<Attempt> unfinished() {
    return read(() -> attempts.where("e.attempt IS NULL ORDER BY s.rowid"));
  }

  @Override
  public List<Attempt> lastOfEach() {
    return read(
        () ->
            attempts.where(
                "s.rowid IN (SELECT max(rowid) FROM attempt_started GROUP BY module)"
                    + " ORDER BY s.module"));
  }

  @Override
  public List<Attempt> failedAgain(int least) {
    return read(() -> attempts.where(FAILED_SINCE_ANOTHER_ENDING, least));
  }

  @Override
  public List<String> pushedTo(String branch) {
    return read(
        () -> {
          try (var statement =
              connection.prepareStatement(
                  "SELECT DISTINCT remote FROM pushed WHERE branch = ? ORDER BY remote")) {
            statement.setString(1, branch);
            var rows = statement.executeQuery();
            List<String> remotes = new ArrayList<>();
            while (rows.next()) {
              remotes.add(rows.getString(1));
            }
            return remotes;
          }
        });
  }

  @Override
  public Optional<ObjectId> lastPushed(String branch, String remote) {
    return read(
        () -> {
          try (var statement =
              connection.prepareStatement(
                  "SELECT commit_id FROM pushed WHERE branch = ? AND remote = ?"
                      + " ORDER BY rowid DESC LIMIT 1")) {
            statement.setString(1, branch);
            statement.setString(2, remote);
            var rows = statement.executeQuery();
            return rows.next() ? Optional.of(new ObjectId(rows.getString(1))) : Optional.empty();
          }
        });
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Writes without waiting for the disk. */
  private synchronized void writeSoon(String sql, Object... values) {
    synchronous("NORMAL");
    try {
      write(sql, values);
    } finally {
      synchronous("FULL");
    }
  }

  private void synchronous(String mode) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous=" + mode);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private synchronized void write(String sql, Object... values) {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private synchronized <T> T read(Query<T> query) {
    try {
      return query.run();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static ProblemException failed(SQLException e) {
    return new ProblemException(Problem.of(Code.L003, String.valueOf(e.getMessage())));
  }

  /** A question to the database. */
  @FunctionalInterface
  private interface Query<T> {
    T run() throws SQLException;
  }
}
