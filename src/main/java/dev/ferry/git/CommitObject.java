package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A commit as its object has it.
 *
 * @param message whole, with its trailers
 */
public record CommitObject(ObjectId commit, ObjectId tree, List<ObjectId> parents, String message) {
  public CommitObject {
    parents = List.copyOf(parents);
  }

  /**
   * Reads a commit, candidates included.
   *
   * @throws ProblemException where there is no such commit
   */
  public static CommitObject of(FerryClone clone, ObjectId commit) {
    var ended = clone.calls().attempt("cat-file", "commit", commit.hex());
    if (!ended.succeeded()) {
      throw new ProblemException(Problem.of(Code.G006, commit.hex()));
    }
    return parse(commit, new String(ended.output().stdout(), StandardCharsets.UTF_8));
  }

  private static CommitObject parse(ObjectId commit, String text) {
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text : text.substring(0, end);
    Optional<ObjectId> tree = Optional.empty();
    List<ObjectId> parents = new ArrayList<>();
    for (String line : head.split("\n")) {
      if (line.startsWith("tree ")) {
        tree = Optional.of(new ObjectId(line.substring(5).strip()));
      } else if (line.startsWith("parent ")) {
        parents.add(new ObjectId(line.substring(7).strip()));
      }
    }
    return new CommitObject(
        commit, tree.orElseThrow(), parents, end < 0 ? "" : text.substring(end + 2));
  }

  public String subject() {
    return message.lines().findFirst().orElse("");
  }

  /** The values of all lines that give this key one, in their order. */
  public List<String> trailers(String key) {
    return message
        .lines()
        .filter(line -> line.startsWith(key + ": "))
        .map(line -> line.substring(key.length() + 2).strip())
        .toList();
  }
}
