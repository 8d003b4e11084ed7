package dev.ferry.gate;

import dev.ferry.model.Problem;
import dev.ferry.toolchain.TestReport;
import java.util.ArrayList;
import java.util.List;

/** What running tests left behind. */
public sealed interface TestEvidence {
  /**
   * Results of this very run.
   *
   * @param foreign modules of the repository that were loaded from outside the slot, each as {@code
   *     name<tab>file}
   * @param notes what else was seen, such as processes left running
   */
  record Ran(TestReport report, int exitCode, List<String> foreign, List<Problem> notes)
      implements TestEvidence {
    public Ran {
      foreign = List.copyOf(foreign);
      notes = List.copyOf(notes);
    }
  }

  /**
   * No results, so nothing can be judged.
   *
   * @param notes what else was seen, such as what the command said last
   */
  record NoResults(Problem why, List<Problem> notes) implements TestEvidence {
    public NoResults {
      notes = List.copyOf(notes);
    }

    /** Why first. */
    List<Problem> findings() {
      List<Problem> findings = new ArrayList<>(List.of(why));
      findings.addAll(notes);
      return findings;
    }
  }
}
