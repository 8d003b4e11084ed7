package dev.ferry.run;

import dev.ferry.ledger.Decision;
import dev.ferry.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a module besides its attempts.
 *
 * @param decisions of people, oldest first
 * @param held why runs leave it out until somebody asks for it by name
 */
public record ModuleNotes(List<Decision> decisions, Optional<Problem> held) {
  public ModuleNotes {
    decisions = List.copyOf(decisions);
  }

  public static ModuleNotes of(Workbench workbench, String module) {
    return new ModuleNotes(
        workbench.ledger().decisions(module),
        Optional.ofNullable(HeldModules.of(workbench).get(module)));
  }
}
