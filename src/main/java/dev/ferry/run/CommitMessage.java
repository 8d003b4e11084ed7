package dev.ferry.run;

import dev.ferry.git.DoneJudge;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The message of a unit's commit: the subject and the required {@code task:} text of the
 * specification, one sentence on what moved, and trailers by which git alone tells what ferry did.
 *
 * @param subject template with {@code {module}}, {@code {source}} and {@code {destination}}
 * @param task what the {@code task:} line says; no such line where empty
 */
public record CommitMessage(String subject, String task, Optional<TakenBack> takenBack) {

  /**
   * What a commit takes back.
   *
   * @param module as its batch names it
   * @param why in a sentence
   */
  public record TakenBack(String module, String why) {
    /** A reason must not be taken for a trailer of ferry's. */
    public TakenBack {
      why = why.strip().replaceAll("[\\s\\p{Cntrl}]+", " ").replace("Ferry-", "Ferry ");
    }
  }

  CommitMessage(String subject, String task) {
    this(subject, task, Optional.empty());
  }

  /**
   * @param moves of the unit; the first one names it
   * @param rewritten number of files besides the moved ones whose references changed
   * @param gates what judged the candidate; empty for a move without gates
   * @param report digest of the report, or empty where there is none
   */
  String of(List<Move> moves, int rewritten, List<GateResult> gates, String report) {
    Move first = moves.getFirst();
    StringBuilder text = new StringBuilder();
    text.append(fill(subject, first)).append("\n\n");
    takenBack.ifPresent(back -> text.append(back.why()).append("\n\n"));
    text.append(body(moves, rewritten)).append("\n\n");
    if (!task.isEmpty()) {
      text.append("task: ").append(task).append("\n\n");
    }
    takenBack.ifPresent(
        back -> {
          trailer(text, DoneJudge.REVERTS, back.module());
          trailer(text, "Ferry-Why", back.why());
        });
    for (Move move : moves) {
      if (takenBack.isEmpty()) {
        trailer(text, "Ferry-Module", move.module());
      }
      trailer(text, "Ferry-Source", move.source());
      trailer(text, "Ferry-Destination", move.destination());
    }
    if (!gates.isEmpty()) {
      trailer(
          text,
          "Ferry-Gates",
          gates.stream().map(CommitMessage::word).collect(Collectors.joining(", ")));
    }
    if (!report.isEmpty()) {
      trailer(text, "Ferry-Report", report);
    }
    return text.toString();
  }

  private static String body(List<Move> moves, int rewritten) {
    String moved =
        moves.stream()
            .map(move -> "Move " + move.source() + " to " + move.destination())
            .collect(Collectors.joining(".\n"));
    return switch (rewritten) {
      case 0 -> moved + ".";
      case 1 -> moved + "; rewrite the references in one file.";
      default -> moved + "; rewrite the references in " + rewritten + " files.";
    };
  }

  private static String word(GateResult gate) {
    String verdict = gate.verdict() == Verdict.NO_WITNESS ? "NO WITNESS" : gate.verdict().name();
    return gate.gate() + " " + verdict + (gate.proven() ? "" : " (unproven)");
  }

  private static String fill(String template, Move move) {
    return template
        .replace("{module}", move.module())
        .replace("{source}", move.source())
        .replace("{destination}", move.destination());
  }

  private static void trailer(StringBuilder text, String key, String value) {
    text.append(key).append(": ").append(value).append('\n');
  }
}
