package dev.ferry.cli;

import dev.ferry.lanes.LaneReport;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.Severity;
import dev.ferry.run.LaneCheck;
import dev.ferry.run.Workbench;
import dev.ferry.view.Console;
import dev.ferry.view.LaneFindings;
import dev.ferry.view.LaneText;
import dev.ferry.view.ProblemJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges the repository's import contracts, without Python. */
@Command(
    name = "lanes",
    description = "judge the import contracts of the checkout or of a commit",
    footer = {
      "",
      "Contracts are those of import-linter: setup.cfg, .importlinter or pyproject.toml.",
      "Exit codes: 0 all kept, 10 one is broken, 2 one could not be judged.",
      "",
      "Examples:",
      "  ferry lanes                            the checkout as it stands",
      "  ferry lanes HEAD~3                     a commit, by its own contracts",
      "  ferry lanes --config pyproject.toml    the contracts of this file",
      "  ferry lanes --base main                only what main does not break already",
      "  ferry lanes --watch                    again whenever a file changes",
      "  ferry lanes --format sarif > lanes.sarif"
    })
final class LanesCommand implements Callable<Integer> {
  private final Context context;

  /** What is printed. */
  enum Format {
    TEXT,
    JSON,
    SARIF,
    JUNIT
  }

  @Parameters(
      paramLabel = "COMMIT",
      arity = "0..1",
      description = "judged instead of the checkout as it stands")
  private @Nullable String commit;

  @Option(
      names = "--base",
      paramLabel = "COMMIT",
      description = "violations that stand there do not count")
  private @Nullable String base;

  @Option(
      names = "--strict-packages",
      description = "leave out directories without __init__.py, as import-linter does")
  private boolean strictPackages;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), json, sarif or junit")
  private Format format = Format.TEXT;

  @Option(names = "--json", description = "print ferry.lanes/v1")
  private boolean json;

  @Option(
      names = LaneWatch.OPTION,
      description = "judge the checkout again whenever a file changes, until Ctrl-C")
  private boolean watch;

  LanesCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Optional<String> contracts = context.options().takeOtherThanYaml().map(this::fromTheTop);
    LaneCheck.Asked asked =
        new LaneCheck.Asked(
            contracts, Optional.ofNullable(commit), Optional.ofNullable(base), strictPackages);
    if (watch) {
      refuseWhatCannotGoOn();
      return new LaneWatch(context).run(workbench -> judged(workbench, asked));
    }
    Judged judged = judged(context.workbench(), asked);
    context.console().data(judged.printed());
    context.console().tell(judged.told());
    return judged.exit().number();
  }

  /**
   * How one judgement ended.
   *
   * @param printed the report, or nothing where there is none
   */
  record Judged(String printed, List<Problem> told, ExitCode exit) {
    Judged {
      told = List.copyOf(told);
    }
  }

  private void refuseWhatCannotGoOn() {
    if (commit != null) {
      throw wrong("a commit does not change: --watch and " + commit + " exclude each other");
    }
    if (json || format != Format.TEXT) {
      throw wrong("--watch prints text: a document ends, and this does not");
    }
  }

  private static ProblemException wrong(String why) {
    return new ProblemException(Problem.of(Code.U001, why, "lanes"));
  }

  private Judged judged(Workbench workbench, LaneCheck.Asked asked) {
    LaneCheck.Checked checked = new LaneCheck(workbench, asked).check();
    if (checked.report().isEmpty()) {
      boolean document = json || format == Format.JSON;
      String printed =
          document ? ProblemJson.document(checked.problems(), 0, context.console().messages()) : "";
      return new Judged(printed, checked.problems(), ExitCode.of(checked.problems()));
    }
    LaneReport report = checked.report().get();
    List<Problem> told = new ArrayList<>(checked.problems());
    told.addAll(report.notes());
    if (report.failed() > 0) {
      told.add(
          Problem.of(
              Code.N036, String.valueOf(report.failed()), String.valueOf(report.results().size())));
    }
    return new Judged(printed(report), told, ended(report, told));
  }

  private String fromTheTop(Path typed) {
    return PathsFromTop.of(
        typed.toString(),
        context.surroundings().resolve(context.options().directory()),
        context.workbench().top());
  }

  private static ExitCode ended(LaneReport report, List<Problem> told) {
    boolean unjudged = told.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    if (unjudged) {
      return ExitCode.of(told);
    }
    return report.broken() > 0 ? ExitCode.GATE_FAILED : ExitCode.DONE;
  }

  private String printed(LaneReport report) {
    Console console = context.console();
    return switch (json ? Format.JSON : format) {
      case TEXT -> LaneText.of(report, console.outPalette(), console.messages());
      case JSON -> LaneFindings.json(report, console.messages());
      case SARIF ->
          LaneFindings.sarif(report, context.surroundings().version(), console.messages());
      case JUNIT -> LaneFindings.junit(report, console.messages());
    };
  }
}
