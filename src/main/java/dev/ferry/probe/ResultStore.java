package dev.ferry.probe;

import dev.ferry.toolchain.TestReport;
import dev.ferry.toolchain.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Results at base, kept on disk so that each is computed once. Files appear whole or not at all; a
 * damaged one counts as missing. Safe for several threads and processes.
 */
public final class ResultStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ConcurrentMap<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

  private final Path directory;

  /**
   * @param directory made where it is missing
   */
  public ResultStore(Path directory) {
    this.directory = directory;
  }

  /** A name for everything that decides a result. */
  public static String key(List<String> parts) {
    return digest(JSON.writeValueAsString(parts));
  }

  /**
   * Looks a result up and computes it where it is not kept, while other threads that want the same
   * one wait: what takes minutes is not done twice at the same time.
   */
  public <T> T inTurn(String key, Supplier<T> findOrCompute) {
    ReentrantLock turn = TURNS.computeIfAbsent(directory.resolve(key), k -> new ReentrantLock());
    turn.lock();
    try {
      return findOrCompute.get();
    } finally {
      turn.unlock();
    }
  }

  public Optional<StoredRun> find(String key) {
    try {
      return text(key).map(body -> run(JSON.readTree(body)));
    } catch (JacksonException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  /** Any other text that was kept. */
  Optional<String> text(String key) {
    Path file = directory.resolve(key);
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      String text = Files.readString(file);
      int end = text.indexOf('\n');
      String body = text.substring(end + 1);
      return end > 0 && text.substring(0, end).equals(digest(body))
          ? Optional.of(body)
          : Optional.empty();
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  public void keep(String key, StoredRun run) {
    keepText(key, JSON.writeValueAsString(json(run)));
  }

  void keepText(String key, String body) {
    try {
      Files.createDirectories(directory);
      Path part = Files.createTempFile(directory, key, ".part");
      Files.writeString(part, digest(body) + "\n" + body);
      Files.move(
          part,
          directory.resolve(key),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode json(StoredRun run) {
    ObjectNode root = JSON.createObjectNode();
    root.put("exit", run.exitCode());
    ArrayNode flaky = root.putArray("flaky");
    run.flaky().stream().sorted().forEach(flaky::add);
    if (run.report().isPresent()) {
      TestReport report = run.report().get();
      root.put("run", report.run());
      ObjectNode results = root.putObject("results");
      report
          .results()
          .forEach(
              (id, result) ->
                  results
                      .putObject(id)
                      .put("kind", result.kind().name())
                      .put("message", result.message())
                      .put("line", result.line()));
    }
    return root;
  }

  private static StoredRun run(JsonNode root) {
    Set<String> flaky = new LinkedHashSet<>();
    root.path("flaky").forEach(id -> flaky.add(id.asString()));
    JsonNode results = root.path("results");
    if (!results.isObject()) {
      return new StoredRun(root.path("exit").asInt(), Optional.empty(), flaky);
    }
    Map<String, TestResult> read = new LinkedHashMap<>();
    results.forEachEntry(
        (id, result) ->
            read.put(
                id,
                new TestResult(
                    TestResult.Kind.valueOf(result.path("kind").asString()),
                    result.path("message").asString(),
                    result.path("line").asInt())));
    TestReport report = new TestReport(root.path("run").asString(), read);
    return new StoredRun(root.path("exit").asInt(), Optional.of(report), flaky);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
