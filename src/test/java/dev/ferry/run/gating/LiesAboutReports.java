package dev.ferry.run.gating;

import dev.ferry.app.CommandRun;
import dev.ferry.run.gating.Lie.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports and commits that were changed after ferry had made them. */
final class LiesAboutReports {
  private static final String BRANCH = "feat/integrate-labs-clock";

  private LiesAboutReports() {}

  static List<Lie> rows() {
    return List.of(
        lie("a report edited by hand", "FAIL", "T045", it -> edit(it, "\"PASS\"", "\"PASS\" ")),
        lie(
            "a report edited by hand to tell of fewer files",
            "FAIL",
            "T045",
            it -> edit(it, "core/clock.py", "core/other.py")),
        lie(
            "a report edited by hand to tell of fewer rewrites",
            "FAIL",
            "T045",
            it -> edit(it, "\"lines\" : 1", "\"lines\" : 0")),
        logLie("a log edited by hand", "FAIL", "T045", it -> append(log(it), "9 passed\n")),
        logLie("a list of logs edited by hand", "FAIL", "T045", it -> append(logList(it), " ")),
        logLie("a list of logs that is gone", "FAIL", "T045", it -> delete(logList(it))),
        logLie(
            "a message amended afterwards: without its logs",
            "FAIL",
            "T045",
            it -> reword(it, "Ferry-Logs:", "Ferry-Logged:")),
        lie("a report that is gone", "ERROR", "T046", it -> delete(report(it))),
        lie(
            "a commit amended afterwards",
            "FAIL",
            "T045",
            it -> {
              it.git("checkout", "-q", BRANCH);
              it.file("more.py", "x = 1\n").git("add", "more.py");
              it.git("commit", "-q", "--amend", "--no-edit");
              it.git("checkout", "-q", "main");
            }),
        lie(
            "a message amended afterwards: another verdict",
            "FAIL",
            "T045",
            it -> reword(it, "schema PASS", "schema PASS, smoke PASS")),
        lie(
            "a message amended afterwards: no Conventional Commit",
            "FAIL",
            "T045",
            it -> reword(it, "feat(integration): ", "")),
        lie(
            "a message amended afterwards: without its task",
            "FAIL",
            "T045",
            it -> reword(it, "task: ", "done: ")),
        lie(
            "a message amended afterwards: without its report",
            "ERROR",
            "T046",
            it -> reword(it, "Ferry-Report:", "Ferry-Reported:")));
  }

  private static Lie lie(String name, String verdict, String code, Consumer<CommandRun> change) {
    return new Lie(name, place -> offer(place, change), new Answer(verdict, List.of(code), ""));
  }

  /** With a gate that runs something, and so leaves a log. */
  private static Lie logLie(String name, String verdict, String code, Consumer<CommandRun> change) {
    String own = "gates: [schema, own]\ncommands:\n  - name: own\n    argv: [echo, 3 passed]\n";
    return new Lie(
        name,
        place ->
            offer(
                CommandRun.sample(place.resolve("checkout")).file("ferry.yaml", own).commit(),
                change),
        new Answer(verdict, List.of(code), ""));
  }

  private static Answer offer(Path place, Consumer<CommandRun> change) {
    return offer(CommandRun.sample(place.resolve("checkout")), change);
  }

  private static Answer offer(CommandRun checkout, Consumer<CommandRun> change) {
    CommandRun.Ended next = checkout.ferry("next");
    if (next.exit() != 0) {
      throw new IllegalStateException(next.out() + next.err());
    }
    change.accept(checkout);
    CommandRun.Ended gate = checkout.ferry("gate", BRANCH, "--only", "self-report", "--json");
    JsonNode result = JsonMapper.builder().build().readTree(gate.out()).path("gates").path(0);
    List<String> codes = new ArrayList<>();
    result
        .path("findings")
        .forEach(each -> codes.add(each.path("code").asString("").replace("FRY-", "")));
    return new Answer(
        result.path("verdict").asString("none").replace('_', ' '), codes, gate.out() + gate.err());
  }

  private static void reword(CommandRun checkout, String from, String to) {
    String message = checkout.git("log", "-1", "--format=%B", BRANCH);
    if (!message.contains(from)) {
      throw new IllegalStateException(message);
    }
    checkout.git("checkout", "-q", BRANCH);
    checkout.git("commit", "-q", "--amend", "-m", message.replace(from, to));
    checkout.git("checkout", "-q", "main");
  }

  private static Path report(CommandRun checkout) {
    return kept(checkout, "reports", "ferry.report/v1");
  }

  private static Path logList(CommandRun checkout) {
    return kept(checkout, "reports", "ferry.logs/v1");
  }

  private static Path log(CommandRun checkout) {
    return kept(checkout, "logs", "3 passed");
  }

  /** The one file in a folder of ferry's that has a text. */
  private static Path kept(CommandRun checkout, String folder, String text) {
    Path home = Path.of(checkout.git("rev-parse", "--absolute-git-dir").strip()).resolve("ferry");
    try (var files = Files.walk(home.resolve(folder))) {
      return files.filter(file -> has(file, text)).sorted().findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void edit(CommandRun checkout, String from, String to) {
    try {
      String text = Files.readString(report(checkout));
      if (!text.contains(from)) {
        throw new IllegalStateException(text);
      }
      Files.writeString(report(checkout), text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean has(Path file, String text) {
    try {
      return Files.isRegularFile(file) && Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(file, Files.readString(file) + text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
