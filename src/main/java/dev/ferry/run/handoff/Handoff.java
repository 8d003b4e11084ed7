package dev.ferry.run.handoff;

import dev.ferry.gate.fix.PathPattern;
import dev.ferry.ledger.FixTry;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the operator is given: {@code ferry.handoff/v1}, as docs/handoff.md describes it. Keys may
 * be added to a version, never taken away.
 *
 * @param previous earlier turns at the module
 */
public record Handoff(
    Subject subject,
    List<Failure> failing,
    Turn turn,
    List<PathPattern> allowed,
    List<PathPattern> guarded,
    Limits limits,
    List<FixTry> previous) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * What it is about.
   *
   * @param base the commit that the candidate stands on
   * @param paths of moved files, from base to candidate
   * @param modules names of moved modules, from base to candidate
   */
  public record Subject(
      String module,
      List<Move> moves,
      ObjectId base,
      ObjectId candidate,
      Map<String, String> paths,
      Map<String, String> modules) {
    public Subject {
      moves = List.copyOf(moves);
      paths = new TreeMap<>(paths);
      modules = new TreeMap<>(modules);
    }
  }

  /**
   * A gate that does not pass.
   *
   * @param command what it ran last at the candidate; empty where it ran nothing
   * @param log where that command's output is; empty where there is none
   * @param logTail the end of that output
   */
  public record Failure(GateResult result, List<String> command, String log, String logTail) {
    public Failure {
      command = List.copyOf(command);
    }
  }

  /** Where and when. */
  public record Turn(Path worktree, int number, int of, Instant deadline) {}

  /** How large a change may be. */
  public record Limits(int files, int lines) {}

  public Handoff {
    failing = List.copyOf(failing);
    allowed = List.copyOf(allowed);
    guarded = List.copyOf(guarded);
    previous = List.copyOf(previous);
  }

  byte[] toJson() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("schema", "ferry.handoff/v1");
    document.put("module", subject.module());
    document.put("attempt", turn.number());
    document.put("attempts", turn.of());
    document.put("deadline", turn.deadline().toString());
    document.put("worktree", turn.worktree().toString());
    document.put("base", subject.base().hex());
    document.put("candidate", subject.candidate().hex());
    document.put("moves", subject.moves());
    document.put("paths", subject.paths());
    document.put("modules", subject.modules());
    document.put("failing", failing.stream().map(Handoff::failure).toList());
    document.put("allowed", allowed.stream().map(PathPattern::toString).toList());
    document.put("protected", guarded.stream().map(PathPattern::toString).toList());
    document.put("limits", ordered("files", limits.files(), "lines", limits.lines()));
    document.put("previous", previous.stream().map(Handoff::earlier).toList());
    return (JSON.writeValueAsString(document) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> failure(Failure failure) {
    GateResult result = failure.result();
    return ordered(
        "gate", result.gate(),
        "verdict", result.verdict().name(),
        "numerator", result.numerator(),
        "denominator", result.denominator(),
        "command", failure.command(),
        "log", failure.log(),
        "log_tail", failure.logTail(),
        "findings", result.findings().stream().map(Handoff::finding).toList());
  }

  private static Map<String, Object> earlier(FixTry earlier) {
    return ordered(
        "attempt", earlier.start().number(),
        "result", earlier.end().<Object>map(end -> finding(end.sentence())).orElse("unknown"),
        "patch", earlier.end().map(FixTry.End::patch).orElse(""));
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
