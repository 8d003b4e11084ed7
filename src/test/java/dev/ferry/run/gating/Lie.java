package dev.ferry.run.gating;

import dev.ferry.gate.GateKind;
import dev.ferry.model.GateResult;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One way in which a gate was fooled once, or could be.
 *
 * @param name of the row
 * @param offered puts it before the real gate, in a directory of its own
 * @param answer what the gate has to say
 */
record Lie(String name, Function<Path, Answer> offered, Answer answer) {
  /**
   * What a gate said.
   *
   * @param verdict as people read it
   * @param codes of its findings; of an expected answer those that must be among them
   */
  record Answer(String verdict, List<String> codes, String logs) {
    static Answer of(GateResult result, String logs) {
      String verdict = result.verdict().name().replace('_', ' ');
      return new Answer(
          verdict + (result.proven() ? "" : " (unproven)"), GatingFixture.codes(result), logs);
    }
  }

  /** A lie that is prepared in steps. */
  static final class Draft {
    private final String name;
    private Consumer<GatingFixture> base = fixture -> {};
    private Consumer<GatingFixture> candidate = fixture -> {};

    private Draft(String name) {
      this.name = name;
    }

    /** What stands at base, besides the sample; and the settings. */
    Draft base(Consumer<GatingFixture> change) {
      base = base.andThen(change);
      return this;
    }

    Draft file(String path, String... lines) {
      return base(fixture -> fixture.repository.with(path, text(lines)));
    }

    Draft tests(String... lines) {
      return file("tests/test_app.py", lines);
    }

    Draft smoke(String... command) {
      return base(fixture -> fixture.smoke = List.of(command));
    }

    /** What the running application serves. */
    Draft servedTo(GateKind kind) {
      return base(fixture -> fixture.gates = List.of(new ChosenGate.Served(kind)));
    }

    Draft gate(GateKind kind) {
      return base(fixture -> fixture.gates = List.of(new ChosenGate.Known(kind)));
    }

    /** A command of the repository's own instead of the smoke suite. */
    Draft command(Optional<String> junit, String... argv) {
      return base(
          fixture ->
              fixture.gates = List.of(new ChosenGate.Own("acceptance", List.of(argv), junit)));
    }

    /** What the candidate has, besides the right move. */
    Draft candidate(Consumer<GatingFixture> change) {
      candidate = candidate.andThen(change);
      return this;
    }

    Draft changed(String path, String... lines) {
      return candidate(fixture -> fixture.repository.with(path, text(lines)));
    }

    Lie answers(Verdict verdict, String... codes) {
      return answers(verdict.name().replace('_', ' '), codes);
    }

    Lie answers(String verdict, String... codes) {
      return new Lie(name, this::offer, new Answer(verdict, List.of(codes), ""));
    }

    private Answer offer(Path place) {
      try (GatingFixture fixture = new GatingFixture(place)) {
        base.accept(fixture);
        Revision before = fixture.repository.commit("base");
        candidate.accept(fixture.moved());
        GateResult result = fixture.onlyResultBesideCheckoutOf(before);
        return Answer.of(result, fixture.logs());
      }
    }
  }

  static Draft lie(String name) {
    return new Draft(name);
  }

  private static String text(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  @Override
  public String toString() {
    return name;
  }
}
