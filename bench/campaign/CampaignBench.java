import dev.ferry.plan.safety.Conflict;
import dev.ferry.plan.safety.Conflict.Reason;
import dev.ferry.plan.safety.Precedence;
import dev.ferry.plan.safety.Schedule;
import dev.ferry.plan.safety.VirtualSlots;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works a plan that ferry printed (ferry.plan/v1) on virtual slots, by the dispatcher of real runs.
 *
 * <p>usage: CampaignBench PLAN.json SLOTS [SEEDS]
 */
final class CampaignBench {
  private CampaignBench() {}

  public static void main(String[] arguments) {
    Schedule schedule = read(JsonMapper.builder().build().readTree(Path.of(arguments[0]).toFile()));
    int slots = Integer.parseInt(arguments[1]);
    int seeds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    System.out.printf(
        "%d units, %d edges, %d conflicting pairs, %d slots%n",
        schedule.order().size(), schedule.edges().size(), schedule.conflicts().size(), slots);
    for (int seed = 1; seed <= seeds; seed++) {
      Map<String, Duration> durations = VirtualSlots.durations(schedule, seed);
      Duration bound = new VirtualSlots(schedule, durations).lowerBound(slots);
      for (Map<String, Duration> known : List.of(durations, Map.<String, Duration>of())) {
        long start = System.nanoTime();
        VirtualSlots.Result result =
            new VirtualSlots(schedule, durations).work(slots, known, unit -> true);
        System.out.printf(
            "seed %d, times %s: makespan %s, %.3f of the lower bound; simulated in %.2f s%n",
            seed,
            known.isEmpty() ? "unknown" : "known",
            result.makespan(),
            (double) result.makespan().toMillis() / bound.toMillis(),
            (System.nanoTime() - start) / 1e9);
      }
    }
  }

  private static Schedule read(JsonNode plan) {
    List<Precedence> edges = new ArrayList<>();
    for (JsonNode edge : plan.path("edges")) {
      edges.add(
          new Precedence(
              edge.path("earlier").asString(),
              edge.path("later").asString(),
              edge.path("stacked").asBoolean(),
              reasons(edge)));
    }
    List<Conflict> conflicts = new ArrayList<>();
    for (JsonNode pair : plan.path("conflicts")) {
      conflicts.add(
          new Conflict(
              pair.path("first").asString(), pair.path("second").asString(), reasons(pair)));
    }
    List<String> order = new ArrayList<>();
    plan.path("order").forEach(id -> order.add(id.asString()));
    return new Schedule(order, List.of(), edges, conflicts, List.of(), List.of(), List.of());
  }

  private static List<Reason> reasons(JsonNode of) {
    List<Reason> reasons = new ArrayList<>();
    for (JsonNode reason : of.path("reasons")) {
      reasons.add(
          switch (reason.path("kind").asString()) {
            case "same-file" -> new Reason.SameFile(reason.path("path").asString());
            case "imports" ->
                new Reason.Imports(
                    reason.path("importer").asString(), reason.path("imported").asString());
            case "nested" ->
                new Reason.Nested(reason.path("outer").asString(), reason.path("inner").asString());
            case "same-directory" -> new Reason.SameDirectory(reason.path("directory").asString());
            default -> throw new IllegalArgumentException(reason.toString());
          });
    }
    return reasons;
  }
}
