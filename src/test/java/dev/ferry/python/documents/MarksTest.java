package dev.ferry.python.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** All marks of a text in one pass. */
final class MarksTest {
  private static final String[] MARKS = {"a", "ab", "::", ":::", "b:", "\\", "aba", "zz"};

  /** As a search for each of them finds. */
  @Test
  void aMarkIsFoundWhereTheTextHoldsIt() {
    Marks marks = new Marks(MARKS);
    Random random = new Random(7);
    int[] found = new int[MARKS.length];
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append("ab:\\z\u00ff\n".charAt(random.nextInt(7)));
      }
      Marks.Found in = marks.in(text.toString());
      boolean none = true;
      for (int i = 0; i < MARKS.length; i++) {
        boolean holds = text.indexOf(MARKS[i]) >= 0;
        assertThat(in.has(MARKS[i])).as(MARKS[i] + " in " + text).isEqualTo(holds);
        found[i] += holds ? 1 : 0;
        none &= !holds;
      }
      assertThat(in.isEmpty()).isEqualTo(none);
    }
    for (int times : found) {
      assertThat(times).isBetween(20, 19_000);
    }
  }

  @Test
  void whatWasNotLookedForIsNoAnswer() {
    Marks.Found found = new Marks("a").in("b");
    assertThatThrownBy(() -> found.has("b")).hasMessageContaining("nobody looked for b");
    assertThatThrownBy(() -> new Marks("a ".repeat(64).split(" ")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
