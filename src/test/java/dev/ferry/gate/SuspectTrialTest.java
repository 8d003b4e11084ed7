package dev.ferry.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The letters of a case are runs after the first, which failed: {@code p} passed, {@code f} failed.
 */
final class SuspectTrialTest {
  private static final Set<String> ONE = Set.of("t.py::a");

  private static SuspectTrial heard(String candidate, String base) {
    SuspectTrial trial = SuspectTrial.ofTests(ONE);
    hear(trial, candidate, base);
    return trial;
  }

  private static void hear(SuspectTrial trial, String candidate, String base) {
    for (int round = 0; round < candidate.length(); round++) {
      assertThat(trial.isOpen()).as("before round %s of %s", round, candidate).isTrue();
      trial.hear(
          base.charAt(round) == 'f' ? ONE : Set.of(),
          candidate.charAt(round) == 'f' ? ONE : Set.of());
    }
  }

  @Test
  void nothingToTryIsSettled() {
    assertThat(SuspectTrial.ofTests(Set.of()).isOpen()).isFalse();
  }

  @Test
  void whatFailsEachTimeIsBlamedAfterTwoRounds() {
    SuspectTrial trial = heard("ff", "pp");

    assertThat(trial.isOpen()).isFalse();
    assertThat(trial.excuses()).isEqualTo(Excuses.NONE);
  }

  @Test
  void threeFailuresAreNoChanceHoweverTheyAreSpread() {
    for (String spread : new String[] {"fpf", "pff", "ppfppf", "pfpf"}) {
      SuspectTrial trial = heard(spread, "p".repeat(spread.length()));

      assertThat(trial.isOpen()).as(spread).isFalse();
      assertThat(trial.excuses()).as(spread).isEqualTo(Excuses.NONE);
    }
  }

  @Test
  void threePassesInARowExcuseWithTheirFigures() {
    assertThat(heard("ppp", "ppp").excuses())
        .isEqualTo(new Excuses(Set.of(), Map.of("t.py::a", new Excuses.Chance(1, 4))));
    assertThat(heard("ppfppp", "pppppp").excuses())
        .isEqualTo(new Excuses(Set.of(), Map.of("t.py::a", new Excuses.Chance(2, 7))));
    assertThat(heard("pp", "pp").isOpen()).isTrue();
    assertThat(heard("fpp", "ppp").isOpen()).isTrue();
  }

  @Test
  void aFailureAtBaseExcusesAtOnce() {
    assertThat(heard("f", "f").excuses()).isEqualTo(new Excuses(ONE, Map.of()));
    assertThat(heard("ff", "pf").excuses())
        .as("in the very round that would have blamed")
        .isEqualTo(new Excuses(ONE, Map.of()));
    assertThat(heard("ppp", "ppf").excuses()).isEqualTo(new Excuses(ONE, Map.of()));
  }

  @Test
  void manyThatComeBackTogetherAreBlamedAfterOneRound() {
    Set<String> many = new LinkedHashSet<>();
    for (int i = 0; i < 11; i++) {
      many.add("t.py::" + i);
    }
    SuspectTrial trial = SuspectTrial.ofTests(many);
    trial.hear(Set.of(), many);
    assertThat(trial.isOpen()).isFalse();
    assertThat(trial.excuses()).isEqualTo(Excuses.NONE);

    Set<String> fewer = new LinkedHashSet<>(many);
    fewer.remove("t.py::0");
    SuspectTrial ten = SuspectTrial.ofTests(fewer);
    ten.hear(Set.of(), fewer);
    assertThat(ten.isOpen()).as("ten may be chance").isTrue();
  }

  @Test
  void ofManyEachIsSettledByItself() {
    SuspectTrial trial = SuspectTrial.ofTests(Set.of("a", "b"));
    trial.hear(Set.of(), Set.of("a"));
    trial.hear(Set.of(), Set.of("a"));
    trial.hear(Set.of(), Set.of());

    assertThat(trial.isOpen()).isFalse();
    assertThat(trial.excuses().unsteady()).containsOnlyKeys("b");
  }

  @Test
  void aCommandIsBlamedWhenItFailsOnceMore() {
    SuspectTrial trial = SuspectTrial.ofCommand("make check");
    trial.hear(Set.of(), Set.of("make check"));

    assertThat(trial.isOpen()).isFalse();
    assertThat(trial.excuses()).isEqualTo(Excuses.NONE);
  }
}
