package dev.ferry.git;

import dev.ferry.model.ObjectId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;

/** The commits between a base and branches, with the modules that their messages name. */
public final class ModuleCommits {
  private ModuleCommits() {}

  /**
   * One commit.
   *
   * @param modules that its {@code Ferry-Module:} lines name; empty for commits of other people
   */
  public record Made(ObjectId commit, List<ObjectId> parents, List<String> modules) {
    public Made {
      parents = List.copyOf(parents);
      modules = List.copyOf(modules);
    }
  }

  /** What the tips hold and the base does not, parents before their children; by one call. */
  public static List<Made> above(Repository repository, ObjectId base, List<ObjectId> tips) {
    if (tips.isEmpty()) {
      return List.of();
    }
    StringBuilder revisions = new StringBuilder();
    tips.forEach(tip -> revisions.append(tip.hex()).append('\n'));
    revisions.append('^').append(base.hex()).append('\n');
    byte[] log =
        repository
            .calls()
            .config("log.showSignature", "false")
            .run(
                revisions.toString().getBytes(StandardCharsets.US_ASCII),
                List.of(
                    "log",
                    "-z",
                    "--no-color",
                    "--encoding=UTF-8",
                    "--topo-order",
                    "--reverse",
                    "--format=%H %P%n%B",
                    "--stdin"))
            .stdout();
    List<Made> made = new ArrayList<>();
    for (String entry : new String(log, StandardCharsets.UTF_8).split("\0")) {
      if (!entry.isBlank()) {
        made.add(parse(entry));
      }
    }
    return made;
  }

  private static Made parse(String entry) {
    int end = entry.indexOf('\n');
    String message = end < 0 ? "" : entry.substring(end);
    List<ObjectId> ids =
        Arrays.stream((end < 0 ? entry : entry.substring(0, end)).strip().split(" "))
            .map(ObjectId::new)
            .toList();
    List<String> modules =
        DoneJudge.MODULE.matcher(message).results().map((MatchResult m) -> m.group(1)).toList();
    return new Made(ids.getFirst(), ids.subList(1, ids.size()), modules);
  }
}
