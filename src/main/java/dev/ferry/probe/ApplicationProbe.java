package dev.ferry.probe;

import dev.ferry.gate.AppAnswer;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks a running application what its OpenAPI document offers: GET and HEAD only, on the loopback
 * only.
 */
public final class ApplicationProbe {
  /** A stub shows by saying the same each time. */
  private static final int TIMES = 3;

  private static final String NOWHERE = "/ferry-no-such-route-";
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final ApplicationSettings settings;
  private final Loopback loopback;

  ApplicationProbe(ApplicationSettings settings, Loopback loopback) {
    this.settings = settings;
    this.loopback = loopback;
  }

  /** What an application answered, or why it could not be asked. */
  public sealed interface Result {
    /**
     * @param notes what else was seen
     */
    record Asked(List<AppAnswer> answers, List<Problem> notes) implements Result {
      public Asked {
        answers = List.copyOf(answers);
        notes = List.copyOf(notes);
      }
    }

    record Unknown(Problem why) implements Result {}
  }

  /**
   * @param more targets of operations, by name, that are asked though the document may not offer
   *     them any more
   */
  Result ask(Map<String, String> more) {
    Loopback.Answer answer = loopback.ask("GET", settings.openapi());
    if (answer.status() != OK) {
      String seen = answer.failure().orElseGet(() -> "status " + answer.status());
      return new Result.Unknown(Problem.of(Code.T050, settings.openapi(), seen));
    }
    return switch (OpenApi.read(answer.body())) {
      case OpenApi.Reading.Invalid(String why) ->
          new Result.Unknown(Problem.of(Code.T050, settings.openapi(), why));
      case OpenApi.Reading.Valid(OpenApi document) ->
          new Result.Asked(answers(document, more), List.of());
    };
  }

  private List<AppAnswer> answers(OpenApi document, Map<String, String> more) {
    String nowhere = NOWHERE + UUID.randomUUID();
    Loopback.Answer lost = loopback.ask("GET", nowhere);
    List<AppAnswer> answers = new ArrayList<>();
    Map<String, String> open = new HashMap<>(more);
    for (OpenApi.Operation operation : document.operations()) {
      open.remove(operation.name());
      answers.add(answer(document, operation, lost, nowhere));
      operation
          .other()
          .ifPresent(
              target -> {
                Loopback.Answer other = loopback.ask(operation.method(), target);
                if (other.status() >= 400 && other.status() < 500) {
                  String name = operation.name() + " (no such thing)";
                  answers.add(
                      new AppAnswer(
                          name,
                          other.status(),
                          List.of(other.headers()),
                          false,
                          List.of(),
                          other.failure()));
                }
              });
    }
    open.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each -> {
              String method = each.getKey().substring(0, each.getKey().indexOf(' '));
              answers.add(
                  answer(
                      document,
                      new OpenApi.Operation(
                          each.getKey(), method, each.getValue(), Optional.empty()),
                      lost,
                      nowhere));
            });
    return answers;
  }

  private AppAnswer answer(
      OpenApi document, OpenApi.Operation operation, Loopback.Answer lost, String nowhere) {
    Loopback.Answer first = loopback.ask(operation.method(), operation.target());
    List<Map<String, String>> headers = new ArrayList<>();
    if (first.failure().isEmpty()) {
      headers.add(first.headers());
      for (int i = 1; i < TIMES; i++) {
        Loopback.Answer again = loopback.ask(operation.method(), operation.target());
        if (again.failure().isEmpty() && again.status() == first.status()) {
          headers.add(again.headers());
        }
      }
    }
    boolean missing =
        first.status() == NOT_FOUND && isSameAs(first, operation.target(), lost, nowhere);
    boolean json = first.headers().getOrDefault("content-type", "").startsWith("application/json");
    List<String> mismatches =
        json && operation.method().equals("GET") && first.failure().isEmpty() && !missing
            ? document.mismatches(operation.name(), first.status(), first.body())
            : List.of();
    return new AppAnswer(
        operation.name(), first.status(), headers, missing, mismatches, first.failure());
  }

  /** Whether two answers differ in nothing but the path that they repeat. */
  private static boolean isSameAs(
      Loopback.Answer one, String path, Loopback.Answer other, String nowhere) {
    return other.status() == NOT_FOUND
        && one.body().replace(path, "").equals(other.body().replace(nowhere, ""));
  }

  /** How to ask for the operations of a document again, by their names. */
  Map<String, String> targets() {
    Map<String, String> targets = new HashMap<>();
    Loopback.Answer answer = loopback.ask("GET", settings.openapi());
    if (OpenApi.read(answer.body()) instanceof OpenApi.Reading.Valid(OpenApi document)) {
      document.operations().forEach(each -> targets.put(each.name(), each.target()));
    }
    return targets;
  }
}
