package dev.ferry.run;

import dev.ferry.gate.GateKind;
import dev.ferry.gate.SelfReportVerdict;
import dev.ferry.gate.SelfReportVerdict.Claim;
import dev.ferry.git.CommitObject;
import dev.ferry.git.FerryClone;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.run.gating.Candidate;
import dev.ferry.run.gating.ChosenGate;
import dev.ferry.run.gating.MakesClaims;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the report of a commit again from git, and holds the stored one and the message beside it.
 * A candidate has no report yet: of it the message and the plan are held against git.
 */
final class CommitClaims implements MakesClaims {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FerryClone clone;
  private final Path reports;
  private final LogDigests logs;
  private final String task;
  private final boolean published;

  /**
   * @param home ferry's own folder
   * @param task what the {@code task:} line has to name; empty for none
   * @param published whether the commit must have a report
   */
  CommitClaims(FerryClone clone, Path home, String task, boolean published) {
    this.clone = clone;
    this.reports = home.resolve("reports");
    this.logs = new LogDigests(home);
    this.task = task;
    this.published = published;
  }

  @Override
  public Claims claims(Candidate candidate) {
    CommitObject commit = CommitObject.of(clone, candidate.revision().commit());
    if (!published && candidate.moves().isEmpty()) {
      return new Claims.Unclaimed(commit.commit().abbreviated());
    }
    List<Claim> claims = new ArrayList<>();
    claims.add(SelfReportVerdict.subject(commit.subject()));
    if (!task.isEmpty()) {
      claims.add(SelfReportVerdict.task(task, commit.message()));
    }
    claims.add(new Claim("tree", candidate.revision().tree().hex(), commit.tree().hex()));
    claims.add(moves(candidate, commit));
    if (!published) {
      claims.add(new Claim("files", words(candidate.closure(), candidate), words(candidate)));
      return new Claims.Made(claims, List.of());
    }
    List<String> digests = commit.trailers("Ferry-Report");
    if (digests.size() != 1) {
      return new Claims.Missing(
          commit.commit().abbreviated(), digests.size() + " Ferry-Report trailers");
    }
    return reported(candidate, commit, digests.getFirst(), claims);
  }

  private Claims reported(
      Candidate candidate, CommitObject commit, String digest, List<Claim> claims) {
    Path file = reports.resolve(digest.replace(':', '-') + ".json");
    if (!digest.matches("sha256:[0-9a-f]{64}") || !Files.isRegularFile(file)) {
      return new Claims.Missing(commit.commit().abbreviated(), digest + " is not kept");
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      claims.add(new Claim("digest", digest, Report.digest(bytes)));
      JsonNode report = JSON.readTree(bytes);
      claims.add(
          new Claim("parent", report.path("parent").asString(""), candidate.base().commit().hex()));
      claims.add(
          new Claim("tree of the report", report.path("tree").asString(""), commit.tree().hex()));
      claims.addAll(files(report, candidate));
      claims.add(
          new Claim("gates", gates(report), String.join(" | ", commit.trailers("Ferry-Gates"))));
      claims.add(
          new Claim("moves of the report", moves(report.path("moves")), told(candidate.moves())));
      if (!report.path("rewrites").isMissingNode()) { // earlier reports do not have them
        claims.add(rewrites(report.path("rewrites"), candidate));
        return withLogs(commit, ranSomething(report), claims);
      }
      return new Claims.Made(claims, List.of());
    } catch (IOException | JacksonException unreadable) {
      return new Claims.Missing(
          commit.commit().abbreviated(), String.valueOf(unreadable.getMessage()));
    }
  }

  private static Claim rewrites(JsonNode told, Candidate candidate) {
    Rewrites rewrites = new Rewrites(told.path("files").asInt(-1), told.path("lines").asInt(-1));
    return new Claim("rewrites", rewrites.toString(), Rewrites.found(candidate).toString());
  }

  /** Whether a gate passed by running something, which leaves a log. */
  private static boolean ranSomething(JsonNode report) {
    for (JsonNode gate : report.path("gates")) {
      String name = gate.path("gate").asString("");
      boolean reads =
          GateKind.named(name).map(kind -> new ChosenGate.Known(kind).readsOnly()).orElse(false);
      if (!reads && gate.path("verdict").asString("").equals("PASS")) {
        return true;
      }
    }
    return false;
  }

  private Claims withLogs(CommitObject commit, boolean due, List<Claim> claims) {
    List<String> digests = commit.trailers(LogDigests.TRAILER);
    if (digests.size() > 1 || (due && digests.isEmpty())) {
      claims.add(new Claim("logs", "one " + LogDigests.TRAILER + " trailer", "" + digests.size()));
    }
    List<Problem> gone = new ArrayList<>();
    for (String digest : digests) {
      LogDigests.Compared compared = logs.compare(digest);
      claims.addAll(compared.claims());
      gone.addAll(compared.gone());
    }
    return new Claims.Made(claims, gone);
  }

  /** Every path that git shows to differ, and every one of the report. */
  private static List<Claim> files(JsonNode report, Candidate candidate) {
    Map<String, String> told = new TreeMap<>();
    for (JsonNode change : report.path("changes")) {
      String kind = change.path("change").asString("");
      told.put(change.path("path").asString(""), kind.equals("delete") ? "deleted" : "there");
    }
    Map<String, String> found = new TreeMap<>();
    candidate
        .changes()
        .forEach(
            (path, change) ->
                found.put(
                    path, candidate.after().listing().containsFile(path) ? "there" : "deleted"));
    // a file that was written as it was is no change to git
    told.keySet()
        .removeIf(
            path ->
                candidate.after().listing().find(path).isPresent()
                    && candidate
                        .after()
                        .listing()
                        .find(path)
                        .equals(candidate.before().listing().find(path)));
    List<Claim> claims = new ArrayList<>();
    claims.add(new Claim("files", told.size() + " files", found.size() + " files"));
    Set<String> all = new TreeSet<>(told.keySet());
    all.addAll(found.keySet());
    for (String path : all) {
      claims.add(
          new Claim(path, told.getOrDefault(path, "nothing"), found.getOrDefault(path, "nothing")));
    }
    return claims;
  }

  private static Claim moves(Candidate candidate, CommitObject commit) {
    List<String> sources = commit.trailers("Ferry-Source");
    List<String> destinations = commit.trailers("Ferry-Destination");
    List<String> trailers = new ArrayList<>();
    for (int i = 0; i < Math.max(sources.size(), destinations.size()); i++) {
      trailers.add(at(sources, i) + " → " + at(destinations, i));
    }
    return new Claim("moves", String.join(", ", trailers), told(candidate.moves()));
  }

  private static String at(List<String> list, int index) {
    return index < list.size() ? list.get(index) : "?";
  }

  private static String told(List<Move> moves) {
    return String.join(
        ", ", moves.stream().map(move -> move.source() + " → " + move.destination()).toList());
  }

  private static String moves(JsonNode moves) {
    List<String> told = new ArrayList<>();
    for (JsonNode move : moves) {
      told.add(move.path("source").asString("?") + " → " + move.path("destination").asString("?"));
    }
    return String.join(", ", told);
  }

  private static String gates(JsonNode report) {
    List<String> gates = new ArrayList<>();
    for (JsonNode gate : report.path("gates")) {
      String verdict = gate.path("verdict").asString("").replace('_', ' ');
      boolean proven = gate.path("proven").asBoolean(true);
      gates.add(gate.path("gate").asString("") + " " + verdict + (proven ? "" : " (unproven)"));
    }
    return String.join(", ", gates);
  }

  /** What of the plan git shows to have changed, and whatever else it shows. */
  private static String words(Set<String> closure, Candidate candidate) {
    Set<String> planned = new TreeSet<>(candidate.changes().keySet());
    planned.retainAll(closure);
    return String.join(", ", planned);
  }

  private static String words(Candidate candidate) {
    return String.join(", ", new TreeSet<>(candidate.changes().keySet()));
  }
}
