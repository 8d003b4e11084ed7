package dev.ferry.probe;

import dev.ferry.gate.CommandRun;
import dev.ferry.gate.Ending;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.process.ProgramResult;
import dev.ferry.toolchain.TestReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command of a gate that came to its end, as gates hear of it.
 *
 * @param shown the command, for messages
 */
record EndedCommand(String shown, ProgramResult result, RunOrders orders) {
  /** A command that could not be run at all. */
  static CommandRun notRun(String shown, Problem why) {
    return new CommandRun(shown, new Ending.Unknown(why), Optional.empty(), List.of(), List.of());
  }

  /**
   * With what it left.
   *
   * @param report its test results; without any, its last words are told
   * @param foreign modules that were loaded from outside the slot
   */
  CommandRun with(Optional<TestReport> report, List<String> foreign) {
    return new CommandRun(shown, ending(), report, foreign, notes(report.isEmpty()));
  }

  private Ending ending() {
    return switch (result) {
      case ProgramResult.Ended ended -> new Ending.Exited(ended.exitCode());
      case ProgramResult.TimedOut late ->
          new Ending.Unknown(
              Problem.of(Code.T023, shown, String.valueOf(orders.limits().time().toSeconds())));
      case ProgramResult.Stopped stopped -> new Ending.Unknown(Problem.of(Code.T034, shown));
      case ProgramResult.NotStarted(var reason, String program, String detail) ->
          new Ending.Unknown(Problem.of(Code.E006, program, detail));
    };
  }

  private List<Problem> notes(boolean lastWords) {
    List<Problem> notes = new ArrayList<>();
    if (result instanceof ProgramResult.Ended ended) {
      if (lastWords && !ended.succeeded()) {
        LastWords.in(orders.log()).ifPresent(last -> notes.add(Problem.of(Code.T106, last)));
      }
      if (!ended.leftBehind().isEmpty()) {
        notes.add(Problem.of(Code.T026, shown, String.join(", ", ended.leftBehind())));
      }
    }
    return notes;
  }

  /** How a program ended, in the middle of a sentence. */
  static String shortly(ProgramResult result) {
    return switch (result) {
      case ProgramResult.Ended ended -> "exit code " + ended.exitCode();
      case ProgramResult.TimedOut late -> "took too long";
      case ProgramResult.Stopped stopped -> "stopped";
      case ProgramResult.NotStarted(var reason, String program, String detail) -> detail;
    };
  }
}
