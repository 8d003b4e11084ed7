package dev.ferry.git;

import dev.ferry.model.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a commit says of itself.
 *
 * @param at when it was committed
 * @param message whole, subject and trailers among it
 */
public record CommitText(ObjectId commit, List<ObjectId> parents, Instant at, String message) {
  public CommitText {
    parents = List.copyOf(parents);
  }

  /** Reads commits in their order, by one call whatever their number. */
  public static Map<ObjectId, CommitText> of(Repository repository, Collection<ObjectId> commits) {
    Map<ObjectId, CommitText> texts = new LinkedHashMap<>();
    if (commits.isEmpty()) {
      return texts;
    }
    StringBuilder revisions = new StringBuilder();
    commits.forEach(commit -> revisions.append(commit.hex()).append('\n'));
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
                    "--no-walk=unsorted",
                    "--format=%H %P%n%ct%n%B",
                    "--stdin"))
            .stdout();
    for (String entry : new String(log, StandardCharsets.UTF_8).split("\0")) {
      if (!entry.isBlank()) {
        CommitText text = parse(entry);
        texts.put(text.commit(), text);
      }
    }
    return texts;
  }

  private static CommitText parse(String entry) {
    String[] parts = entry.split("\n", 3);
    List<ObjectId> ids = Arrays.stream(parts[0].strip().split(" ")).map(ObjectId::new).toList();
    return new CommitText(
        ids.getFirst(),
        ids.subList(1, ids.size()),
        Instant.ofEpochSecond(Long.parseLong(parts[1])),
        parts.length > 2 ? parts[2] : "");
  }

  /**
   * The values of a trailer anywhere in the message, in order: a squash leaves no trailer block.
   */
  public List<String> values(String trailer) {
    return Pattern.compile("(?m)^[ \\t>*-]*" + Pattern.quote(trailer) + ":[ \\t]*(.*?)[ \\t]*$")
        .matcher(message)
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
