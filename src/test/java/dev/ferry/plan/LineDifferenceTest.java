package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineDifferenceTest {
  private static final int CASES = 2000;

  private static List<byte[]> lines(String text) {
    return LineDifference.lines(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void equalTextsDoNotDiffer() {
    assertThat(LineDifference.between(lines("a\nb\n"), lines("a\nb\n"))).isEmpty();
  }

  @Test
  void onlyWhatDiffersIsNamed() {
    assertThat(LineDifference.between(lines("a\nb\nc\nd\n"), lines("a\nx\nc\ny\nd\n")))
        .containsExactly(
            new LineDifference.Change(1, 2, 1, 2), new LineDifference.Change(3, 3, 3, 4));
  }

  @Test
  void aMissingLineEndIsADifference() {
    assertThat(LineDifference.between(lines("a\nb"), lines("a\nb\n")))
        .containsExactly(new LineDifference.Change(1, 2, 1, 2));
  }

  @Test
  void theChangesTurnTheOldTextIntoTheNewOne() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    for (int i = 0; i < CASES; i++) {
      List<byte[]> before = randomLines(random);
      List<byte[]> after = randomLines(random);
      assertThat(text(applied(before, after)))
          .as("seed %s, case %s", seed, i)
          .isEqualTo(text(after));
    }
  }

  private static List<byte[]> applied(List<byte[]> before, List<byte[]> after) {
    List<byte[]> result = new ArrayList<>();
    int at = 0;
    for (LineDifference.Change change : LineDifference.between(before, after)) {
      result.addAll(before.subList(at, change.oldStart()));
      result.addAll(after.subList(change.newStart(), change.newEnd()));
      at = change.oldEnd();
    }
    result.addAll(before.subList(at, before.size()));
    return result;
  }

  private static List<byte[]> randomLines(Random random) {
    List<byte[]> lines = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      lines.add(new byte[] {(byte) ('a' + random.nextInt(4)), '\n'});
    }
    return lines;
  }

  private static String text(List<byte[]> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(Arrays.toString(line)));
    return text.toString();
  }
}
