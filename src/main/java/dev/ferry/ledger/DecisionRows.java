package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads what people decided. */
final class DecisionRows {
  /** What it was decided after is kept as a row number: clocks jump. */
  private static final String INSERT =
      """
      INSERT INTO decided VALUES (?, ?, ?,
        (SELECT coalesce(max(rowid), 0) FROM attempt_started), ?)
      """;

  private static final String REVERTED =
      """
      SELECT d.module, d.kind, d.why, d.at FROM decided d
      WHERE d.kind = 'REVERTED'
        AND d.rowid = (SELECT max(o.rowid) FROM decided o WHERE o.module = d.module)
        AND NOT EXISTS (SELECT 1 FROM attempt_started s
          WHERE s.module = d.module AND s.rowid > d.after_attempt)
      ORDER BY d.rowid
      """;

  private final Connection connection;

  DecisionRows(Connection connection) {
    this.connection = connection;
  }

  void add(Decision decision) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, decision.module());
      statement.setString(2, decision.kind().name());
      statement.setString(3, decision.why());
      statement.setLong(4, decision.at().toEpochMilli());
      statement.executeUpdate();
    }
  }

  List<Decision> about(String module) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT module, kind, why, at FROM decided WHERE module = ? ORDER BY rowid")) {
      statement.setString(1, module);
      return decisions(statement.executeQuery());
    }
  }

  List<Decision> reverted() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REVERTED)) {
      return decisions(statement.executeQuery());
    }
  }

  private static List<Decision> decisions(ResultSet row) throws SQLException {
    List<Decision> found = new ArrayList<>();
    while (row.next()) {
      found.add(
          new Decision(
              row.getString(1),
              Decision.Kind.valueOf(row.getString(2)),
              row.getString(3),
              Instant.ofEpochMilli(row.getLong(4))));
    }
    return found;
  }
}
