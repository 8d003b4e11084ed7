package dev.ferry.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What headers tell, and what no client could use. */
final class RateLimitHeadersTest {
  private static RateLimitHeaders.Told family(
      String prefix, String limit, String remaining, String reset) {
    Map<String, String> headers = new HashMap<>();
    headers.put(prefix + "limit", limit);
    headers.put(prefix + "remaining", remaining);
    headers.put(prefix + "reset", reset);
    return RateLimitHeaders.of(headers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-ratelimit-", "x-rate-limit-", "ratelimit-"})
  void eachFamilyIsUnderstood(String prefix) {
    RateLimitHeaders.Told told = family(prefix, "10", "10", " 60 ");

    assertThat(told.missing()).isEmpty();
    assertThat(told.mistakes()).isEmpty();
    assertThat(told.values()).isEqualTo("10/10/ 60 ");
  }

  @Test
  void whatIsMissingIsNamedAsItIsWritten() {
    assertThat(RateLimitHeaders.of(Map.of()).missing())
        .containsExactly("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset");
    assertThat(RateLimitHeaders.of(Map.of("x-rate-limit-reset", "1")).missing())
        .containsExactly("X-Rate-Limit-Limit", "X-Rate-Limit-Remaining");
    assertThat(RateLimitHeaders.of(Map.of("ratelimit-limit", "1")).missing())
        .containsExactly("RateLimit-Remaining", "RateLimit-Reset");
    assertThat(
            RateLimitHeaders.of(Map.of("ratelimit-limit", "1", "ratelimit", "r=1;t=1")).missing())
        .as("the older spelling wins")
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 60, limit",
    "-1, -2, 60, limit",
    "10, -1, 60, remaining",
    "10, 11, 60, remaining > limit",
    "10, 5, -1, reset",
    "10, 5, 31622401, reset",
    "10, 5, 999999999, reset",
    "10, 5, 10000000000, reset",
    "10, 5, 999999999999, reset",
    "10, 5, 10000000000000, reset",
    "ten, 5, 60, x-ratelimit-limit",
    "10, 5.0, 60, x-ratelimit-remaining",
    "10, 5, tomorrow, x-ratelimit-reset"
  })
  void whatNoClientCanUseIsAMistake(String limit, String remaining, String reset, String kind) {
    assertThat(family("x-ratelimit-", limit, remaining, reset).mistakes()).containsKey(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0",
    "10, 10, 31622400",
    "10, 5, 1000000000",
    "10, 5, 9999999999",
    "10, 5, 1000000000000",
    "10, 5, 9999999999999"
  })
  void limitsOfWhatCanBeUsed(String limit, String remaining, String reset) {
    assertThat(family("x-ratelimit-", limit, remaining, reset).mistakes()).isEmpty();
  }

  @Test
  void mistakesSayWhatTheyAre() {
    assertThat(family("x-ratelimit-", "-3", "11", "-4").mistakes().values())
        .containsExactly(
            "the limit is -3",
            "remaining 11 > limit -3",
            "reset -4 is neither seconds nor an epoch");
    assertThat(family("x-ratelimit-", "x", "-2", "60").mistakes().values())
        .containsExactlyInAnyOrder("X-RateLimit-Limit is 'x', no whole number", "remaining is -2");
  }

  @Test
  void theDraftIsUnderstoodInBothItsForms() {
    RateLimitHeaders.Told now =
        RateLimitHeaders.of(
            Map.of(
                "ratelimit",
                "\"default\";r=50;t=30",
                "ratelimit-policy",
                "\"default\";q=100;w=60"));
    assertThat(now.missing()).isEmpty();
    assertThat(now.mistakes()).isEmpty();
    assertThat(now.values()).isEqualTo("\"default\";r=50;t=30");
    RateLimitHeaders.Told older =
        RateLimitHeaders.of(Map.of("ratelimit", "limit=100, remaining=50, reset=30"));
    assertThat(older.missing()).isEmpty();
    assertThat(older.mistakes()).isEmpty();
  }

  @Test
  void theDraftLacksAndMistakesToo() {
    assertThat(RateLimitHeaders.of(Map.of("ratelimit", "\"a\";r=5")).missing())
        .containsExactlyInAnyOrder("RateLimit-Policy", "T");
    assertThat(
            RateLimitHeaders.of(
                    Map.of("ratelimit", "\"a\";r=500;t=30", "ratelimit-policy", "\"a\";q=100"))
                .mistakes())
        .containsKey("remaining > limit");
    assertThat(
            RateLimitHeaders.of(Map.of("ratelimit", "limit=9, remaining=10, reset=30")).mistakes())
        .containsKey("remaining > limit");
    assertThat(
            RateLimitHeaders.of(
                    Map.of("ratelimit", "\"a\";r=5;t=x", "ratelimit-policy", "\"a\";q=many"))
                .mistakes())
        .containsKeys("q", "t");
  }
}
