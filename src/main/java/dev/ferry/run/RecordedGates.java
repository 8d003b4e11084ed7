package dev.ferry.run;

import dev.ferry.model.GateResult;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Gate results as the {@code Ferry-Gates} trailer keeps them: names and verdicts, without figures.
 */
public final class RecordedGates {
  private static final String UNPROVEN = " (unproven)";

  private RecordedGates() {}

  /**
   * Reads the value of the trailer; a word that no verdict has, as a person may have written it, is
   * left out.
   */
  public static List<GateResult> read(String trailer) {
    List<GateResult> gates = new ArrayList<>();
    for (String entry : trailer.split(",")) {
      String text = entry.strip();
      boolean proven = !text.endsWith(UNPROVEN);
      String named = proven ? text : text.substring(0, text.length() - UNPROVEN.length());
      int space = named.indexOf(' ');
      if (space > 0) {
        verdict(named.substring(space + 1))
            .ifPresent(verdict -> gates.add(gate(named.substring(0, space), verdict, proven)));
      }
    }
    return gates;
  }

  private static Optional<Verdict> verdict(String word) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.name().replace('_', ' ').equals(word))
        .findFirst();
  }

  /** A pass is counted as one of one: the figures are in the report, not in the commit. */
  private static GateResult gate(String name, Verdict verdict, boolean proven) {
    long figure = verdict == Verdict.PASS ? 1 : 0;
    return new GateResult(name, verdict, proven, figure, figure, List.of(), Duration.ZERO);
  }
}
