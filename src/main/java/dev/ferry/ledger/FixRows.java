package dev.ferry.ledger;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the operator's turns. */
final class FixRows {
  /** Turns of attempts that began after the module's last integration ended one. */
  private static final String SINCE_THE_LAST_INTEGRATION =
      """
      SELECT f.attempt, f.module, f.number, e.problem, e.patch
      FROM fix_started f
      JOIN attempt_started s ON s.id = f.attempt
      LEFT JOIN fix_ended e ON e.attempt = f.attempt AND e.number = f.number
      WHERE f.module = ? AND s.rowid > coalesce(
        (SELECT max(o.rowid) FROM attempt_started o
         JOIN attempt_ended i ON i.attempt = o.id AND i.outcome = 'INTEGRATED'
         WHERE o.module = f.module), 0)
      ORDER BY f.rowid
      """;

  private final Connection connection;

  FixRows(Connection connection) {
    this.connection = connection;
  }

  List<FixTry> at(String module) throws SQLException {
    List<FixTry> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SINCE_THE_LAST_INTEGRATION)) {
      statement.setString(1, module);
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        found.add(
            new FixTry(
                new FixTry.Start(rows.getString(1), rows.getString(2), rows.getInt(3)),
                end(rows.getString(4), rows.getString(5))));
      }
    }
    return found;
  }

  private static Optional<FixTry.End> end(
      @org.jspecify.annotations.Nullable String problem, String patch) {
    if (problem == null) {
      return Optional.empty();
    }
    List<Problem> problems = ProblemCodec.decode(problem);
    Problem sentence = problems.isEmpty() ? Problem.of(Code.L004) : problems.getFirst();
    return Optional.of(new FixTry.End(sentence, patch));
  }
}
