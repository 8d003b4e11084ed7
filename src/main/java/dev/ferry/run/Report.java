package dev.ferry.run;

import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeChange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What ferry says of one integrated unit, to be held against the commit: the self-report. It names
 * no time and no machine, so the same work gives the same bytes, and the commit carries their
 * digest in its {@code Ferry-Report} trailer.
 *
 * @param parent the commit that the unit's commit stands on
 * @param tree the tree that the gates judged, which the commit must have
 */
public record Report(
    List<Move> moves,
    String branch,
    ObjectId parent,
    ObjectId tree,
    Work work,
    List<GateResult> gates,
    List<Problem> notes) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public Report {
    moves = List.copyOf(moves);
    gates = List.copyOf(gates);
    notes = List.copyOf(notes);
  }

  /**
   * What was done to the files.
   *
   * @param changes every path that differs between the parent and the tree
   */
  public record Work(List<TreeChange> changes, Rewrites rewrites) {
    public Work {
      changes = List.copyOf(changes);
    }

    /**
     * @param changes of the unit of {@code job}
     */
    public static Work of(UnitJob job, List<TreeChange> changes) {
      return new Work(changes, Rewrites.planned(job.before(), job.plan().paths(), changes));
    }
  }

  List<TreeChange> changes() {
    return work.changes();
  }

  byte[] toJson() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("schema", "ferry.report/v1");
    document.put("branch", branch);
    document.put("parent", parent.hex());
    document.put("tree", tree.hex());
    document.put("moves", moves);
    document.put("changes", changes().stream().map(Report::change).toList());
    document.put("rewrites", work.rewrites());
    document.put("gates", gates.stream().map(Report::gate).toList());
    document.put("notes", notes.stream().map(Report::finding).toList());
    return (JSON.writeValueAsString(document) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The value of the {@code Ferry-Report} trailer for a report with these bytes. */
  public static String digest(byte[] json) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Map<String, Object> change(TreeChange change) {
    String kind =
        switch (change) {
          case TreeChange.Write _ -> "write";
          case TreeChange.Place _ -> "place";
          case TreeChange.Delete _ -> "delete";
        };
    return ordered("path", change.path(), "change", kind);
  }

  private static Map<String, Object> gate(GateResult gate) {
    return ordered(
        "gate", gate.gate(),
        "verdict", gate.verdict().name(),
        "proven", gate.proven(),
        "numerator", gate.numerator(),
        "denominator", gate.denominator(),
        "findings", gate.findings().stream().map(Report::finding).toList());
  }

  private static Map<String, Object> finding(Problem problem) {
    return ordered(
        "code", problem.code().id(),
        "file", problem.file() == null ? "" : problem.file(),
        "line", problem.line(),
        "arguments", problem.arguments());
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
