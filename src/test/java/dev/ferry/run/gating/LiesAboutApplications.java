package dev.ferry.run.gating;

import static dev.ferry.run.gating.Lie.lie;

import dev.ferry.gate.GateKind;
import dev.ferry.model.Verdict;
import dev.ferry.probe.ApplicationSettings;
import java.time.Duration;
import java.util.List;

/** Applications that cannot be asked, or say that all is well. */
final class LiesAboutApplications {
  private static final String SPECIFICATION =
      """
      openapi: 3.1.0
      info: {title: cars, version: "1"}
      paths:
        /cars: {get: {responses: {"200": {description: all}}}}
      """;

  private LiesAboutApplications() {}

  private static Lie.Draft served(String name, GateKind gate, String habit, String ready) {
    String server = ApplicationGatesTest.SERVER;
    return lie(name)
        .gate(gate)
        .base(
            it ->
                it.application =
                    new ApplicationSettings(
                        List.of("python", "-m", "server", "{port}", habit),
                        ready,
                        "/openapi.json",
                        List.of(),
                        Duration.ofSeconds(habit.equals("never") ? 1 : 30),
                        Duration.ofSeconds(10),
                        false))
        .file("server.py", server)
        .changed("server.py", server.replace("labs.engine", "core.engine"));
  }

  private static Lie.Draft served(String name, GateKind gate, String habit) {
    return served(name, gate, habit, "/healthz");
  }

  private static Lie.Draft specified(String name) {
    return lie(name).gate(GateKind.SCHEMA).file("api.yaml", SPECIFICATION);
  }

  static List<Lie> rows() {
    return List.of(
        specified("an invalid specification file")
            .changed("api.yaml", SPECIFICATION.replace("description: all", "descriptions: all"))
            .answers(Verdict.FAIL, "T088"),
        specified("a specification file that cannot be read any more")
            .changed("api.yaml", SPECIFICATION + "}")
            .answers(Verdict.ERROR, "T090"),
        specified("a stale specification file, with a reference to what is gone")
            .file("part.yaml", "get: {responses: {default: {description: a}}}")
            .file("api.yaml", SPECIFICATION + "  /part: {$ref: part.yaml}")
            .changed("api.yaml", SPECIFICATION + "  /part: {$ref: parts.yaml}")
            .answers(Verdict.FAIL, "T088"),
        lie("a configured specification file that is not there")
            .gate(GateKind.SCHEMA)
            .base(it -> it.openapi = List.of("docs/api.yaml"))
            .answers(Verdict.ERROR, "T092"),
        served("an application that never gets ready", GateKind.ENDPOINTS, "never")
            .answers(Verdict.ERROR, "T049"),
        served("an application that ends at once", GateKind.RATE_LIMITS, "exits")
            .answers(Verdict.ERROR, "T048"),
        served("an application that does not start any more", GateKind.ENDPOINTS, "well")
            .changed("server.py", "import labs.engine")
            .answers(Verdict.FAIL, "T048"),
        served("a specification file that is none", GateKind.ENDPOINTS, "nodoc")
            .answers(Verdict.ERROR, "T050"),
        served("a stale specification file, with a route that is gone", GateKind.ENDPOINTS, "gone")
            .answers(Verdict.FAIL, "T054"),
        served("a specification file that hides what is gone", GateKind.ENDPOINTS, "hides")
            .answers(Verdict.FAIL, "T054"),
        served("a specification file without an operation", GateKind.ENDPOINTS, "empty")
            .answers(Verdict.ERROR, "T056"),
        served("an answer that is not what the document says", GateKind.ENDPOINTS, "lies")
            .servedTo(GateKind.SYNTAX)
            .answers(Verdict.FAIL, "T057"),
        served("a served document that got worse", GateKind.ENDPOINTS, "worse")
            .servedTo(GateKind.SCHEMA)
            .answers(Verdict.FAIL, "T088"),
        served("JSON of an application that is never ready", GateKind.ENDPOINTS, "never")
            .servedTo(GateKind.SYNTAX)
            .answers(Verdict.ERROR, "T049"),
        served("rate limits without an operation to ask", GateKind.RATE_LIMITS, "empty")
            .answers(Verdict.ERROR, "T056"),
        served("rate limits that make no sense", GateKind.RATE_LIMITS, "wild")
            .answers(Verdict.FAIL, "T052"));
  }
}
