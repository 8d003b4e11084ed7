package dev.ferry.gate;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.toolchain.TestReport;
import java.util.List;
import java.util.Optional;

/**
 * What one run of a command left behind.
 *
 * @param command for messages
 * @param report test results of this very run, where it left any
 * @param foreign modules of the repository that were loaded from outside the slot, each as {@code
 *     name<tab>file}
 * @param notes what else was seen, such as processes left running
 */
public record CommandRun(
    String command,
    Ending ending,
    Optional<TestReport> report,
    List<String> foreign,
    List<Problem> notes) {
  public CommandRun {
    foreign = List.copyOf(foreign);
    notes = List.copyOf(notes);
  }

  /** As a test run: without results of its own it says nothing, whatever its exit code. */
  public TestEvidence asTests() {
    return switch (ending) {
      case Ending.Unknown(Problem why) -> new TestEvidence.NoResults(why, notes);
      case Ending.Exited(int code) ->
          report
              .<TestEvidence>map(results -> new TestEvidence.Ran(results, code, foreign, notes))
              .orElseGet(
                  () ->
                      new TestEvidence.NoResults(
                          Problem.of(Code.T022, command, String.valueOf(code)), notes));
    };
  }
}
