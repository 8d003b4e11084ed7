package dev.ferry.probe;

import dev.ferry.gate.AnsweredBody;
import dev.ferry.gate.AppAnswer;
import dev.ferry.gate.openapi.Mistake;
import dev.ferry.gate.openapi.OpenApiDocument;
import dev.ferry.gate.openapi.OpenApiDocument.Checked;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.probe.OpenApi.Operation;
import dev.ferry.toolchain.OwnRoutes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Asks a running application what its OpenAPI document offers and what its own table of routes has:
 * GET and HEAD only unless told otherwise, on the loopback only.
 */
public final class ApplicationProbe {
  /** A stub shows by saying the same each time. */
  private static final int TIMES = 3;

  private static final String NOWHERE = "/ferry-no-such-route-" + UUID.randomUUID();
  private static final int OK = 200;
  private static final int REDIRECTION = 300;
  private static final int CLIENT_ERROR = 400;
  private static final int NOT_FOUND = 404;
  private static final int SERVER_ERROR = 500;
  private static final int MOST_NAMED = 10;

  /** No content, and not modified. */
  private static final Set<Integer> BODILESS = Set.of(204, 205, 304);

  private final ApplicationSettings settings;
  private final Loopback loopback;

  /** What a path without a route gets, by method. */
  private final Map<String, Loopback.Answer> lost = new HashMap<>();

  ApplicationProbe(ApplicationSettings settings, Loopback loopback) {
    this.settings = settings;
    this.loopback = loopback;
  }

  /** What an application answered, or why it could not be asked. */
  public sealed interface Result {
    /**
     * @param document what is wrong with the OpenAPI document that it serves
     * @param notes what else was seen
     */
    record Asked(List<AppAnswer> answers, Checked document, List<Problem> notes) implements Result {
      public Asked {
        answers = List.copyOf(answers);
        notes = List.copyOf(notes);
      }
    }

    record Unknown(Problem why) implements Result {}
  }

  /**
   * @param own the application's own table; nothing where it is not known
   * @param more targets of operations, by name, that are asked though neither document nor table
   *     may offer them any more
   */
  ApplicationRun.Seen ask(Optional<OwnRoutes> own, Map<String, String> more) {
    Loopback.Answer answer = loopback.ask("GET", settings.openapi());
    if (answer.status() != OK) {
      String seen = answer.failure().orElseGet(() -> "status " + answer.status());
      return ApplicationRun.Seen.nothing(Problem.of(Code.T050, settings.openapi(), seen));
    }
    return switch (OpenApi.read(answer.body())) {
      case OpenApi.Reading.Invalid(String why) ->
          ApplicationRun.Seen.nothing(Problem.of(Code.T050, settings.openapi(), why));
      case OpenApi.Reading.Valid(OpenApi document) ->
          ask(document, checked(answer.body()), own, more);
    };
  }

  /** By the rules for files; documents that it refers to are asked for. */
  private Checked checked(String text) {
    String path = settings.openapi().replaceFirst("[?#].*", "").replaceFirst("^/+", "");
    String json = path.endsWith(".json") ? path : path + ".json";
    Checked checked =
        OpenApiDocument.check(json, text.getBytes(StandardCharsets.UTF_8), this::document);
    return checked instanceof Checked.Read(boolean isOne, List<Mistake> mistakes)
        ? new Checked.Read(
            isOne,
            mistakes.stream()
                // lines of an answer are nowhere to be seen
                .map(
                    it ->
                        new Mistake(
                            "/" + served(it.file(), json, path), 0, it.pointer(), it.text()))
                .toList())
        : checked;
  }

  private static String served(String file, String read, String asked) {
    return file.equals(read) ? asked : file;
  }

  private Optional<byte[]> document(String path) {
    Loopback.Answer answer = loopback.ask("GET", "/" + path);
    return answer.status() == OK && answer.failure().isEmpty()
        ? Optional.of(answer.body().getBytes(StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private ApplicationRun.Seen ask(
      OpenApi document, Checked checked, Optional<OwnRoutes> own, Map<String, String> more) {
    List<Problem> notes = new ArrayList<>();
    List<Operation> documented = document.operations(settings.unsafeMethods());
    Map<String, Operation> others = new LinkedHashMap<>();
    if (own.isPresent()) {
      switch (own.get()) {
        case OwnRoutes.Known(List<String> routes) ->
            undocumented(routes).forEach((name, target) -> put(others, name, target));
        case OwnRoutes.Unknown(String why) -> notes.add(Problem.of(Code.T083, why));
      }
    }
    documented.forEach(operation -> others.remove(operation.name()));
    if (!others.isEmpty()) {
      notes.add(
          Problem.of(
              Code.T081, String.valueOf(others.size()), named(List.copyOf(others.keySet()))));
    }
    new TreeMap<>(more).forEach((name, target) -> put(others, name, target));
    documented.forEach(operation -> others.remove(operation.name()));
    List<AppAnswer> answers = new ArrayList<>();
    Map<String, String> targets = new HashMap<>();
    for (Operation operation : inOrder(documented, others)) {
      boolean described = !others.containsKey(operation.name());
      AppAnswer answer = answer(document, operation, described);
      if (answer.failure().isPresent() && hasEnded()) {
        // what it would have answered to the rest is not known
        String why = answer.failure().get();
        return ApplicationRun.Seen.nothing(
            Problem.of(Code.T080, String.join(" ", settings.command()), operation.name(), why));
      }
      answers.add(answer);
      if (described) {
        withoutResource(operation).ifPresent(answers::add);
      }
      targets.put(operation.name(), operation.target());
    }
    return new ApplicationRun.Seen(new Result.Asked(answers, checked, notes), targets);
  }

  private boolean hasEnded() {
    return loopback.ask("GET", settings.ready()).failure().isPresent();
  }

  private static void put(Map<String, Operation> operations, String name, String target) {
    operations.putIfAbsent(name, Operation.undescribed(name, target));
  }

  /** What changes nothing before what may. */
  private static List<Operation> inOrder(
      List<Operation> documented, Map<String, Operation> others) {
    List<Operation> all = new ArrayList<>(documented);
    all.addAll(others.values());
    List<Operation> ordered = new ArrayList<>();
    all.stream().filter(each -> OpenApi.isSafe(each.method())).forEach(ordered::add);
    all.stream().filter(each -> !OpenApi.isSafe(each.method())).forEach(ordered::add);
    return ordered;
  }

  private Map<String, String> undocumented(List<String> routes) {
    Map<String, String> targets = new LinkedHashMap<>();
    for (String route : routes) {
      String method = route.substring(0, Math.max(0, route.indexOf(' ')));
      if (OpenApi.isAsked(method, settings.unsafeMethods())) {
        targets.put(route, OpenApi.unfilled(route.substring(method.length() + 1)));
      }
    }
    return targets;
  }

  private static String named(List<String> names) {
    String first = String.join(", ", names.stream().limit(MOST_NAMED).toList());
    return names.size() > MOST_NAMED ? first + " ..." : first;
  }

  /** The client's mistake, which has to tell the limit as well. */
  private Optional<AppAnswer> withoutResource(Operation operation) {
    return operation
        .other()
        .filter(target -> OpenApi.isSafe(operation.method()))
        .map(target -> loopback.ask(operation.method(), target))
        .filter(other -> other.status() >= CLIENT_ERROR && other.status() < SERVER_ERROR)
        .map(
            other ->
                new AppAnswer(
                    operation.name() + " (no such thing)",
                    other.status(),
                    List.of(other.headers()),
                    false,
                    Optional.empty(),
                    other.failure(),
                    true));
  }

  private AppAnswer answer(OpenApi document, Operation operation, boolean described) {
    Loopback.Answer first = loopback.ask(operation.method(), operation.target(), operation.body());
    List<Map<String, String>> headers = new ArrayList<>();
    if (first.failure().isEmpty()) {
      headers.add(first.headers());
      for (int i = 1; i < TIMES && OpenApi.isSafe(operation.method()); i++) {
        Loopback.Answer again = loopback.ask(operation.method(), operation.target());
        if (again.failure().isEmpty() && again.status() == first.status()) {
          headers.add(again.headers());
        }
      }
    }
    boolean missing = isLost(first, operation);
    boolean hasBody =
        first.failure().isEmpty()
            && !missing
            && !operation.method().equals("HEAD")
            && !BODILESS.contains(first.status());
    String type = first.headers().getOrDefault("content-type", "");
    Optional<AnsweredBody> body =
        hasBody
            ? document.judged(operation.name(), first.status(), type, first.body())
            : Optional.empty();
    return new AppAnswer(
        operation.name(), first.status(), headers, missing, body, first.failure(), described);
  }

  /**
   * Whether it is what a path without a route gets, differing in nothing but the path that it
   * repeats: not found, or sent to the place where everybody is sent.
   */
  private boolean isLost(Loopback.Answer answer, Operation operation) {
    boolean redirected = answer.status() >= REDIRECTION && answer.status() < CLIENT_ERROR;
    if (answer.failure().isPresent() || !(answer.status() == NOT_FOUND || redirected)) {
      return false;
    }
    Loopback.Answer nowhere =
        lost.computeIfAbsent(operation.method(), method -> loopback.ask(method, NOWHERE));
    return answer.status() == nowhere.status()
        && plain(answer.body(), operation.target()).equals(plain(nowhere.body(), NOWHERE))
        && plain(location(answer), operation.target()).equals(plain(location(nowhere), NOWHERE));
  }

  private static String location(Loopback.Answer answer) {
    return answer.headers().getOrDefault("location", "");
  }

  private static String plain(String text, String path) {
    return text.replace(path, "");
  }
}
