package dev.ferry.config;

import dev.ferry.config.Configuration.Application;
import dev.ferry.config.Configuration.Fix;
import dev.ferry.config.Configuration.Gates;
import dev.ferry.config.Configuration.Limits;
import dev.ferry.config.Configuration.Publication;
import dev.ferry.config.Configuration.Rewriting;
import dev.ferry.config.Configuration.Stacking;
import dev.ferry.config.Configuration.Surroundings;
import dev.ferry.config.Configuration.Tests;
import dev.ferry.config.Configuration.Together;
import dev.ferry.config.Configuration.Work;

/** Puts the values of all settings in their places. */
final class Assembly {
  private Assembly() {}

  static Configuration of(Layers values) {
    return new Configuration(
        new Work(
            values.get(Settings.BATCHES),
            values.get(Settings.BASE),
            new Together(values.place(Settings.TOGETHER).file(), values.get(Settings.TOGETHER)),
            new Stacking(
                values.get(Settings.STACK),
                values.get(Settings.VERIFY),
                values.get(Settings.GROUP)),
            values.get(Settings.PARALLEL)),
        new Publication(
            values.get(Settings.BRANCH),
            values.get(Settings.SUBJECT),
            values.get(Settings.TASK),
            values.get(Settings.PER),
            values.get(Settings.RESTACK)),
        new Surroundings(
            values.get(Settings.VIRTUALENV),
            values.get(Settings.LINK),
            values.get(Settings.COPY),
            values.get(Settings.SETUP),
            values.get(Settings.ENV)),
        gates(values),
        new Rewriting(
            values.get(Settings.DOCUMENTS),
            values.get(Settings.STRINGS),
            values.get(Settings.RELATIVE),
            values.get(Settings.BINDINGS),
            values.get(Settings.SHIM),
            values.get(Settings.SOURCE_ROOTS)),
        new Limits(
            values.get(Settings.STEP_LIMIT),
            values.get(Settings.TESTS_LIMIT),
            values.get(Settings.OUTPUT_LIMIT),
            values.get(Settings.RUN_LIMIT),
            values.get(Settings.FAILURES_LIMIT)),
        new Fix(
            values.get(Settings.FIX),
            values.get(Settings.ATTEMPTS),
            values.get(Settings.FIX_LIMIT),
            values.get(Settings.FIX_FILES),
            values.get(Settings.FIX_LINES),
            values.get(Settings.FIX_ALLOW),
            values.get(Settings.FIX_PROTECT),
            values.get(Settings.FIX_ENV)));
  }

  private static Gates gates(Layers values) {
    return new Gates(
        values.get(Settings.GATE_NAMES).stream().distinct().toList(),
        new Tests(
            values.get(Settings.SMOKE),
            values.get(Settings.MINIMUM),
            values.get(Settings.MODULE_TEST),
            values.get(Settings.WITNESS),
            values.get(Settings.SELECT)),
        values.get(Settings.COMMANDS),
        values.get(Settings.DOCUMENTS_OF_API),
        values.get(Settings.LANES),
        new Application(
            values.get(Settings.APPLICATION),
            values.get(Settings.READY),
            values.get(Settings.OPENAPI),
            values.get(Settings.EXEMPT),
            values.get(Settings.PATIENCE),
            values.get(Settings.ANSWER),
            values.get(Settings.UNSAFE_METHODS)));
  }
}
