package dev.ferry.gate;

import java.util.Arrays;
import java.util.Optional;

/** The gates that ferry has itself, the cheap ones first; the repository's commands come on top. */
public enum GateKind {
  SYNTAX("syntax"),
  SCHEMA("schema"),
  LANES("lanes"),
  HISTORY("history"),
  LEFTOVERS("leftovers"),
  SCOPE("scope"),
  MODULE_TEST("module-test"),
  SMOKE("smoke"),
  RATE_LIMITS("rate-limits"),
  LOG_COVERAGE("log-coverage"),
  ENDPOINTS("endpoints"),
  SELF_REPORT("self-report");

  private final String configured;

  GateKind(String configured) {
    this.configured = configured;
  }

  /** As the configuration names it. */
  public String configured() {
    return configured;
  }

  public static Optional<GateKind> named(String configured) {
    return Arrays.stream(values()).filter(kind -> kind.configured.equals(configured)).findFirst();
  }
}
