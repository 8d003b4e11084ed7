package dev.ferry.cli;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.run.GarbageCollection;
import dev.ferry.run.gc.Item;
import dev.ferry.run.gc.Sweep;
import dev.ferry.view.Console;
import dev.ferry.view.GarbageText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Accounts for what ferry keeps beside the repository, and throws away what nobody needs. */
@Command(
    name = "gc",
    description = "account for what ferry keeps, and throw away what is old and nobody needs")
final class GcCommand implements Callable<Integer> {
  private final Context context;

  @Option(names = "--dry-run", description = "show what would go, and change nothing")
  private boolean dryRun;

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      converter = Measures.Age.class,
      description = "what counts as old, such as 36h or 7d; 14d by default")
  private Duration age = Duration.ofDays(14);

  @Option(
      names = "--max-disk",
      paramLabel = "SIZE",
      converter = Measures.Size.class,
      description = "throw more away, the oldest first, until the rest fits: 500MB, 2GB")
  private @Nullable Long cap;

  @Option(names = "--json", description = "print ferry.gc/v1")
  private boolean json;

  GcCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<Problem> problems = new ArrayList<>();
    Sweep sweep;
    try (GarbageCollection garbage = new GarbageCollection(context.workbench(), age)) {
      sweep = garbage.sweep(cap == null ? OptionalLong.empty() : OptionalLong.of(cap));
      if (!dryRun) {
        problems.addAll(garbage.carryOut(sweep));
      }
    }
    if (cap != null && sweep.rest() > cap) {
      problems.add(Problem.of(Code.G042, GarbageText.size(sweep.rest()), GarbageText.size(cap)));
    }
    tell(sweep);
    context.console().tell(problems);
    return problems.stream().anyMatch(problem -> problem.code() == Code.G040)
        ? ExitCode.ENVIRONMENT.number()
        : ExitCode.DONE.number();
  }

  private void tell(Sweep sweep) {
    List<GarbageText.Row> rows =
        sweep.items().stream().map(item -> row(item, sweep.going().contains(item))).toList();
    Console console = context.console();
    if (json) {
      console.data(GarbageText.json(rows, dryRun));
      return;
    }
    console.data(GarbageText.table(rows, Instant.now()));
    console.detail(GarbageText.going(rows).stripTrailing());
    if (dryRun) {
      console.narrate("--dry-run: nothing was thrown away; -v names what would go");
    }
  }

  private static GarbageText.Row row(Item item, boolean goes) {
    String use =
        switch (item.use()) {
          case IN_USE -> "in use";
          case NEEDED -> "needed";
          case FREE -> "free";
          case DEAD -> "dead";
        };
    return new GarbageText.Row(
        item.kind().words(), item.name(), item.bytes(), item.used(), use, goes);
  }
}
