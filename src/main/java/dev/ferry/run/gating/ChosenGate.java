package dev.ferry.run.gating;

import dev.ferry.gate.GateKind;
import java.util.List;
import java.util.Optional;

/** A gate that a configuration asks for. */
public sealed interface ChosenGate {
  /** As the configuration names it. */
  String name();

  /** Whether its pass means that the moved code ran, and would have been missed. */
  boolean runsCode();

  /** Whether it judges by reading: such gates are cheap and run first, all at once. */
  boolean readsOnly();

  /** One of ferry's own. */
  record Known(GateKind kind) implements ChosenGate {
    @Override
    public String name() {
      return kind.configured();
    }

    @Override
    public boolean runsCode() {
      return kind == GateKind.MODULE_TEST || kind == GateKind.SMOKE;
    }

    @Override
    public boolean readsOnly() {
      return switch (kind) {
        case SYNTAX, SCHEMA, LANES, HISTORY, LEFTOVERS, SCOPE, LOG_COVERAGE, SELF_REPORT -> true;
        case MODULE_TEST, SMOKE, RATE_LIMITS, ENDPOINTS -> false;
      };
    }
  }

  /**
   * What a gate that reads files has to read of the running application as well: its JSON bodies,
   * its OpenAPI document.
   */
  record Served(GateKind kind) implements ChosenGate {
    /** Those that have something to read there. */
    static final List<GateKind> KINDS = List.of(GateKind.SYNTAX, GateKind.SCHEMA);

    public Served {
      if (!KINDS.contains(kind)) {
        throw new IllegalArgumentException("reads nothing of an application: " + kind);
      }
    }

    @Override
    public String name() {
      return kind.configured() + "-served";
    }

    @Override
    public boolean runsCode() {
      return false;
    }

    @Override
    public boolean readsOnly() {
      return false;
    }
  }

  /**
   * A command of the repository's own.
   *
   * @param junit where it leaves JUnit XML inside the repository, if it does
   */
  record Own(String name, List<String> argv, Optional<String> junit) implements ChosenGate {
    public Own {
      argv = List.copyOf(argv);
    }

    @Override
    public boolean runsCode() {
      return true;
    }

    @Override
    public boolean readsOnly() {
      return false;
    }
  }
}
