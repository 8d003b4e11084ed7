package dev.ferry.plan.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.plan.grouping.StackVerification.Settled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StackVerificationTest {
  private static final int MODULES = 1_000;
  private static final int CAMPAIGNS = 200;
  private static final int LARGEST = 64;
  private static final long SEED = Long.getLong("ferry.seed", 20261125L);

  @Test
  void aGroupThatPassesIsSettledByOneRun() {
    var stack = new StackVerification<>(List.of("a", "b", "c"), new FailureRate(1, 99), 3);

    assertThat(stack.next().orElseThrow().members()).containsExactly("a", "b", "c");
    assertThat(stack.ended(true)).isEqualTo(new Settled<>(List.of("a", "b", "c"), none()));
    assertThat(stack.next()).isEmpty();
  }

  @Test
  void aFailureIsSearchedWithoutMixingInNewOnes() {
    List<String> eight = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    var stack = new StackVerification<>(eight, new FailureRate(1, 99), 4);

    assertThat(stack.next().orElseThrow().members()).containsExactly("a", "b", "c", "d");
    assertThat(stack.ended(false).failed()).isEmpty();
    assertThat(stack.next().orElseThrow().members()).containsExactly("a", "b");
    assertThat(stack.ended(true).passed()).containsExactly("a", "b");
    assertThat(stack.next().orElseThrow().members()).containsExactly("c");
    assertThat(stack.ended(false).failed()).contains("c");
    // what stood on the culprit is judged again, on a stack without it
    assertThat(stack.next().orElseThrow().members()).startsWith("d", "e");
  }

  @Test
  void theLastSuspectIsConvictedByTheRunsBefore() {
    var stack = new StackVerification<>(List.of("a", "b"), new FailureRate(1, 99), 2);
    stack.next();
    stack.ended(false);
    assertThat(stack.next().orElseThrow().members()).containsExactly("a");

    assertThat(stack.ended(true))
        .isEqualTo(new Settled<>(List.of("a"), java.util.Optional.of("b")));
    assertThat(stack.next()).isEmpty();
  }

  @Test
  void whatDependsOnAFailedOneCanBeDroppedBetweenSearches() {
    var stack = new StackVerification<>(List.of("a", "b", "c"), FailureRate.UNKNOWN, 1);
    stack.next();
    assertThatThrownBy(() -> stack.drop(List.of("b"))).isInstanceOf(IllegalStateException.class);
    assertThat(stack.ended(false).failed()).contains("a");

    stack.drop(List.of("b"));

    assertThat(stack.next().orElseThrow().members()).containsExactly("c");
  }

  @Test
  void resultsAndQuestionsAlternate() {
    var stack = new StackVerification<>(List.of("a"), FailureRate.UNKNOWN, 1);

    assertThatThrownBy(() -> stack.ended(true)).isInstanceOf(IllegalStateException.class);
    stack.next();
    assertThatThrownBy(stack::next).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1", "0.3, 2", "0.1, 7", "0.05, 14", "0.01, 64"})
  void groupsAreAsLargeAsGolombsParameter(double rate, int size) {
    assertThat(Halving.groupSize(rate, LARGEST)).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 7, 8, 14, 15, 16, 17, 63, 64})
  void everyMemberOfAFailedGroupIsFoundByAnOptimalTree(int size) {
    long runs = 0;
    for (int culprit = 0; culprit < size; culprit++) {
      runs += search(size, culprit);
    }
    // the sum of depths of a complete binary tree with this many leaves
    int bits = 32 - Integer.numberOfLeadingZeros(size - 1);
    assertThat(runs).isEqualTo((long) size * bits - ((1L << bits) - size));
  }

  private static int search(int size, int culprit) {
    int from = 0;
    int to = size;
    int runs = 0;
    while (to - from > 1) {
      int prefix = Halving.prefix(to - from);
      runs++;
      if (culprit < from + prefix) {
        to = from + prefix;
      } else {
        from += prefix;
      }
    }
    assertThat(from).isEqualTo(culprit);
    return runs;
  }

  /** Runs of the gates a landed module; the bound at 5% is what peers do not reach. */
  @ParameterizedTest
  @CsvSource({"0, 0.02", "0.01, 0.10", "0.05, 0.32", "0.1, 0.55", "0.2, 0.95", "0.5, 2.1"})
  void fewRunsLandManyModules(double failing, double most) {
    Random random = new Random(SEED);
    long runs = 0;
    long landed = 0;
    for (int i = 0; i < CAMPAIGNS; i++) {
      Campaign campaign = campaign(random, failing);
      runs += campaign.runs;
      landed += campaign.landed;
      assertThat(campaign.runs)
          .as("seed %s, campaign %s: never worse than a run a module and a tenth", SEED, i)
          .isLessThanOrEqualTo(MODULES * 11 / 10);
    }
    double each = (double) runs / landed;
    System.out.printf(
        "group verification at %.0f%% failing: %.3f runs a landed module (seed %d)%n",
        failing * 100, each, SEED);
    assertThat(each).isLessThanOrEqualTo(most);
  }

  private record Campaign(int runs, int landed) {}

  private static Campaign campaign(Random random, double failing) {
    List<Integer> modules = IntStream.range(0, MODULES).boxed().toList();
    Set<Integer> bad = new HashSet<>();
    modules.stream().filter(module -> random.nextDouble() < failing).forEach(bad::add);
    var stack = new StackVerification<>(modules, FailureRate.UNKNOWN, LARGEST);
    List<Integer> passed = new ArrayList<>();
    Set<Integer> failed = new HashSet<>();
    int runs = 0;
    for (var trial = stack.next(); trial.isPresent(); trial = stack.next()) {
      runs++;
      var settled = stack.ended(trial.get().members().stream().noneMatch(bad::contains));
      passed.addAll(settled.passed());
      settled.failed().ifPresent(failed::add);
    }
    assertThat(failed).as("seed %s", SEED).isEqualTo(bad);
    assertThat(passed).hasSize(MODULES - bad.size()).doesNotHaveDuplicates();
    return new Campaign(runs, passed.size());
  }

  private static <T> java.util.Optional<T> none() {
    return java.util.Optional.empty();
  }
}
