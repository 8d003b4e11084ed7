package dev.ferry.run;

import dev.ferry.gate.SelfReportVerdict.Claim;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The digests of the logs that gates left of one candidate: a list beside the reports, whose own
 * digest stands in the commit's {@code Ferry-Logs} trailer. Apart from the report, because the same
 * work gives the same report and never the same logs.
 */
public final class LogDigests {
  static final String TRAILER = "Ferry-Logs";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path home;

  /**
   * @param home ferry's own folder
   */
  public LogDigests(Path home) {
    this.home = home;
  }

  /**
   * Writes the list.
   *
   * @param attempt names the folder of the logs
   * @return the trailer, without the end of its line; nothing where no gate left a log
   */
  public Optional<String> keep(String attempt) {
    Path folder = home.resolve("logs").resolve(attempt);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Map<String, String> digests = new LinkedHashMap<>();
    try (Stream<Path> logs = Files.list(folder)) {
      for (Path log : logs.filter(Files::isRegularFile).sorted().toList()) {
        digests.put(attempt + "/" + log.getFileName(), Report.digest(Files.readAllBytes(log)));
      }
      if (digests.isEmpty()) {
        return Optional.empty();
      }
      byte[] list = JSON.writeValueAsBytes(Map.of("schema", "ferry.logs/v1", "logs", digests));
      String digest = Report.digest(list);
      KeptFile.write(list(digest), list);
      return Optional.of(TRAILER + ": " + digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a trailer says of logs, and what they are; those that are gone are told, not judged. */
  record Compared(List<Claim> claims, List<Problem> gone) {}

  Compared compare(String digest) {
    List<Claim> claims = new ArrayList<>();
    List<Problem> gone = new ArrayList<>();
    if (!digest.matches("sha256:[0-9a-f]{64}") || !Files.isRegularFile(list(digest))) {
      claims.add(new Claim("logs", digest, "no such list is kept"));
      return new Compared(claims, gone);
    }
    try {
      byte[] bytes = Files.readAllBytes(list(digest));
      claims.add(new Claim("logs", digest, Report.digest(bytes)));
      JsonNode logs = JSON.readTree(bytes).path("logs");
      for (String name : logs.propertyNames()) {
        Path log = home.resolve("logs").resolve(name).normalize();
        if (!log.startsWith(home.resolve("logs")) || !Files.isRegularFile(log)) {
          gone.add(Problem.of(Code.T087, name));
        } else {
          String told = logs.path(name).asString("");
          claims.add(new Claim(name, told, Report.digest(Files.readAllBytes(log))));
        }
      }
    } catch (IOException | JacksonException unreadable) {
      claims.add(new Claim("logs", digest, String.valueOf(unreadable.getMessage())));
    }
    return new Compared(claims, gone);
  }

  private Path list(String digest) {
    return home.resolve("reports").resolve(digest.replace(':', '-') + ".json");
  }
}
