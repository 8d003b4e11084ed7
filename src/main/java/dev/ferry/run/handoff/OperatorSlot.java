package dev.ferry.run.handoff;

import dev.ferry.git.Slot;
import dev.ferry.model.Problem;
import dev.ferry.probe.Bench;
import dev.ferry.probe.Revision;
import dev.ferry.probe.RunOrders;
import dev.ferry.process.OutputTarget;
import dev.ferry.process.ProgramRequest;
import dev.ferry.process.ProgramResult;
import dev.ferry.process.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The slot in which the operator works: with the tests' environment where there is one, so that the
 * gates' commands do there what they do for ferry.
 *
 * @param bench nothing where the repository has no environment that could be used
 */
public record OperatorSlot(Slot slot, Optional<Bench> bench, Sessions sessions) {

  /** The candidate's work tree, clean; says what keeps it from being one. */
  Optional<Problem> furnish(Revision candidate, RunOrders orders) {
    if (bench.isPresent()) {
      return bench.get().furnish(candidate, orders);
    }
    slot.checkout(candidate.commit());
    return Optional.empty();
  }

  ProgramResult operate(
      List<String> command, byte[] input, Map<String, String> variables, RunOrders orders) {
    try {
      Files.createDirectories(orders.log().toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bench
        .map(known -> known.operate(command, input, variables, orders))
        .orElseGet(
            () ->
                sessions.run(
                    ProgramRequest.of(command, root(), variables)
                        .reading(input)
                        .within(orders.limits().time())
                        .into(new OutputTarget.Log(orders.log(), orders.limits().log()))));
  }

  /** Nothing of what the operator left is met by the gates that follow. */
  void reset(Revision candidate) {
    bench.ifPresent(Bench::forgetBelongings);
    slot.checkout(candidate.commit());
  }

  Path root() {
    return slot.root();
  }
}
