package dev.ferry.cli;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that ends a run after so many failures. */
final class FailureLimit {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--max-failures",
      paramLabel = "N",
      description = "begin nothing new after N failures; 1 unless --keep-going")
  private @Nullable Integer most;

  /**
   * As given.
   *
   * @throws CommandLine.ParameterException for less than one
   */
  OptionalInt most() {
    if (most == null) {
      return OptionalInt.empty();
    }
    if (most < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--max-failures takes a number from 1, not " + most);
    }
    return OptionalInt.of(most);
  }
}
