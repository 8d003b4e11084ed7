package dev.ferry.gate;

import dev.ferry.model.Problem;
import java.util.List;
import java.util.Set;

/** Whether the tests that ran could have noticed a broken move. */
public sealed interface Witness {
  /**
   * @param tests ids, at base, of tests that passed and turned red when the moved module was
   *     sabotaged
   */
  record Seen(Set<String> tests) implements Witness {
    public Seen {
      tests = Set.copyOf(tests);
      if (tests.isEmpty()) {
        throw new IllegalArgumentException("no witness is None, not an empty set");
      }
    }
  }

  /**
   * @param why for each moved module that nothing reaches
   */
  record None(List<Problem> why) implements Witness {
    public None {
      why = List.copyOf(why);
    }
  }
}
