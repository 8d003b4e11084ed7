package dev.ferry.cli;

import dev.ferry.plan.StandingShim;
import dev.ferry.run.ShimSearch;
import dev.ferry.view.Console;
import dev.ferry.view.StandingShimsText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells which old names are kept working, by whom they are used, and which can go. */
@Command(
    name = "shims",
    description = "which shims stand, who still goes by each old name, and which can go",
    footer = {
      "",
      "Exit codes: 0 all are within their day, 3 none stands, 10 one is past its day or",
      "leads nowhere.",
      "",
      "Examples:",
      "  ferry shims                            the checkout as it stands",
      "  ferry shims main --json                a commit, for programs"
    })
final class ShimsCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      paramLabel = "COMMIT",
      arity = "0..1",
      description = "looked at instead of the checkout as it stands")
  private @Nullable String commit;

  @Option(names = "--json", description = "print ferry.shims/v1")
  private boolean json;

  ShimsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<StandingShim> shims = new ShimSearch(context.workbench()).in(Optional.ofNullable(commit));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Console console = context.console();
    console.data(
        json
            ? StandingShimsText.json(shims, today)
            : StandingShimsText.of(shims, today, console.outPalette()));
    return ended(shims, today).number();
  }

  private static ExitCode ended(List<StandingShim> shims, LocalDate today) {
    if (shims.isEmpty()) {
      return ExitCode.NOTHING_TO_DO;
    }
    boolean late =
        shims.stream()
            .anyMatch(shim -> StandingShimsText.isPast(shim, today) || !shim.leadsSomewhere());
    return late ? ExitCode.GATE_FAILED : ExitCode.DONE;
  }
}
