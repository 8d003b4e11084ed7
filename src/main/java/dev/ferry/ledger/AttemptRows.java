package dev.ferry.ledger;

import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Step;
import dev.ferry.model.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads attempts with all that belongs to them. */
final class AttemptRows {
  private final Connection connection;

  AttemptRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param condition SQL of ferry's own over {@code s} (started) and {@code e} (ended)
   */
  List<Attempt> where(String condition, Object... values) throws SQLException {
    String sql =
        "SELECT s.*, e.* FROM attempt_started s LEFT JOIN attempt_ended e ON e.attempt = s.id WHERE"
            + " "
            + condition;
    List<Attempt> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        found.add(attempt(rows));
      }
    }
    return found;
  }

  private Attempt attempt(ResultSet row) throws SQLException {
    Attempt.Start start =
        new Attempt.Start(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            new Move(row.getString(4), row.getString(5), row.getString(6)),
            new ObjectId(row.getString(7)),
            Instant.ofEpochMilli(row.getLong(8)));
    Optional<Outcome> outcome = Optional.empty();
    Optional<Instant> ended = Optional.empty();
    if (row.getString(9) != null) {
      outcome =
          Optional.of(
              new OutcomeColumns(
                      row.getString(10),
                      row.getString(11),
                      row.getString(12),
                      row.getString(13),
                      row.getString(14))
                  .toOutcome());
      ended = Optional.of(Instant.ofEpochMilli(row.getLong(15)));
    }
    return new Attempt(start, steps(start.id()), gates(start.id()), outcome, ended);
  }

  private List<StepEnd> steps(String attempt) throws SQLException {
    List<StepEnd> steps = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT step, result, notes, milliseconds FROM step_ended WHERE attempt = ?"
                + " ORDER BY rowid")) {
      statement.setString(1, attempt);
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        steps.add(
            new StepEnd(
                Step.valueOf(row.getString(1)),
                StepEnd.Result.valueOf(row.getString(2)),
                ProblemCodec.decode(row.getString(3)),
                Duration.ofMillis(row.getLong(4))));
      }
    }
    return steps;
  }

  private List<GateResult> gates(String attempt) throws SQLException {
    List<GateResult> gates = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT gate, verdict, proven, numerator, denominator, findings, milliseconds"
                + " FROM gate_judged WHERE attempt = ? ORDER BY rowid")) {
      statement.setString(1, attempt);
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        gates.add(
            new GateResult(
                row.getString(1),
                Verdict.valueOf(row.getString(2)),
                row.getInt(3) == 1,
                row.getLong(4),
                row.getLong(5),
                ProblemCodec.decode(row.getString(6)),
                Duration.ofMillis(row.getLong(7))));
      }
    }
    return gates;
  }
}
