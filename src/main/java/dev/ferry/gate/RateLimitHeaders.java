package dev.ferry.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headers by which an answer tells a rate limit: {@code X-RateLimit-*} and {@code
 * X-Rate-Limit-*} in any case, or {@code RateLimit} and {@code RateLimit-Policy} of the IETF draft
 * (draft-ietf-httpapi-ratelimit-headers), also in its older spelling {@code RateLimit-Limit}.
 */
final class RateLimitHeaders {
  private static final List<String> FAMILIES =
      List.of("x-ratelimit-", "x-rate-limit-", "ratelimit-");

  /** {@code "default";r=50;t=30}, or {@code limit=100, remaining=50, reset=30}. */
  private static final Pattern FIELD =
      Pattern.compile("(?:^|[;,\\s])(r|t|q|w|limit|remaining|reset)\\s*=\\s*([^;,\\s]+)");

  /** Seconds from now reach no further than a year; what lies beyond 2001 is an epoch. */
  private static final long LONGEST_DELTA = 366L * 24 * 3600;

  private static final long FIRST_EPOCH = 1_000_000_000L;
  private static final long LAST_EPOCH = 10_000_000_000L;

  private RateLimitHeaders() {}

  /**
   * What one answer tells.
   *
   * @param missing names of headers that are not there
   * @param mistakes what no client can use, by the kind of the mistake
   * @param values as told, to see whether they change
   */
  record Told(List<String> missing, Map<String, String> mistakes, String values) {}

  static Told of(Map<String, String> headers) {
    Optional<String> family =
        FAMILIES.stream()
            .filter(
                prefix ->
                    List.of("limit", "remaining", "reset").stream()
                        .anyMatch(part -> headers.containsKey(prefix + part)))
            .findFirst();
    if (family.isEmpty() && headers.containsKey("ratelimit")) {
      return draft(headers);
    }
    String prefix = family.orElse("x-ratelimit-");
    List<String> missing = new ArrayList<>();
    Map<String, String> mistakes = new TreeMap<>();
    OptionalLong limit = number(headers, prefix + "limit", missing, mistakes);
    OptionalLong remaining = number(headers, prefix + "remaining", missing, mistakes);
    OptionalLong reset = number(headers, prefix + "reset", missing, mistakes);
    check(limit, remaining, reset, mistakes);
    String values = headers.get(prefix + "limit") + "/" + headers.get(prefix + "remaining");
    return new Told(missing, mistakes, values + "/" + headers.get(prefix + "reset"));
  }

  private static Told draft(Map<String, String> headers) {
    List<String> missing = new ArrayList<>();
    Map<String, String> mistakes = new TreeMap<>();
    String told = headers.getOrDefault("ratelimit", "");
    Map<String, String> fields = new TreeMap<>();
    for (Matcher found = FIELD.matcher(told); found.find(); ) {
      fields.put(found.group(1), found.group(2));
    }
    String policy = headers.getOrDefault("ratelimit-policy", "");
    Matcher quota = Pattern.compile("(?:^|[;,\\s])q\\s*=\\s*([^;,\\s]+)").matcher(policy);
    OptionalLong limit = OptionalLong.empty();
    if (fields.containsKey("limit")) {
      limit = number(fields, "limit", missing, mistakes);
    } else if (quota.find()) {
      limit = number(Map.of("q", quota.group(1)), "q", missing, mistakes);
    } else {
      missing.add("RateLimit-Policy");
    }
    String rest = fields.containsKey("remaining") ? "remaining" : "r";
    String time = fields.containsKey("reset") ? "reset" : "t";
    OptionalLong remaining = number(fields, rest, missing, mistakes);
    OptionalLong reset = number(fields, time, missing, mistakes);
    check(limit, remaining, reset, mistakes);
    return new Told(missing, mistakes, told);
  }

  private static OptionalLong number(
      Map<String, String> fields, String name, List<String> missing, Map<String, String> mistakes) {
    String value = fields.get(name);
    if (value == null) {
      missing.add(written(name));
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(value.strip()));
    } catch (NumberFormatException noNumber) {
      mistakes.put(name, written(name) + " is '" + value + "', no whole number");
      return OptionalLong.empty();
    }
  }

  private static void check(
      OptionalLong limit,
      OptionalLong remaining,
      OptionalLong reset,
      Map<String, String> mistakes) {
    if (limit.isPresent() && limit.getAsLong() <= 0) {
      mistakes.put("limit", "the limit is " + limit.getAsLong());
    }
    if (remaining.isPresent() && remaining.getAsLong() < 0) {
      mistakes.put("remaining", "remaining is " + remaining.getAsLong());
    }
    if (limit.isPresent() && remaining.isPresent() && remaining.getAsLong() > limit.getAsLong()) {
      mistakes.put(
          "remaining > limit",
          "remaining " + remaining.getAsLong() + " > limit " + limit.getAsLong());
    }
    if (reset.isPresent() && !isTime(reset.getAsLong())) {
      mistakes.put("reset", "reset " + reset.getAsLong() + " is neither seconds nor an epoch");
    }
  }

  private static boolean isTime(long reset) {
    boolean epoch = reset >= FIRST_EPOCH && reset < LAST_EPOCH;
    boolean millis = reset >= FIRST_EPOCH * 1000 && reset < LAST_EPOCH * 1000;
    return (reset >= 0 && reset <= LONGEST_DELTA) || epoch || millis;
  }

  /** {@code X-RateLimit-Reset}. */
  private static String written(String name) {
    StringBuilder out = new StringBuilder();
    for (String word : name.split("-")) {
      String shown = word.equals("ratelimit") ? "RateLimit" : upper(word);
      out.append(out.isEmpty() ? "" : "-").append(shown);
    }
    return out.toString();
  }

  private static String upper(String word) {
    return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
  }
}
