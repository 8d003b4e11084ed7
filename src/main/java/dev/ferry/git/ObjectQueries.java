package dev.ferry.git;

import dev.ferry.model.ObjectId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks git for many objects by one process. The names go in by standard input, where none of them
 * can be taken for an option.
 */
final class ObjectQueries {
  private ObjectQueries() {}

  /** An object that exists. */
  record Answer(ObjectId id, String type) {}

  /**
   * @param names anything that names an object: revisions, {@code ref:path}
   * @return in the order of the names; nothing where there is no such object, or where the name
   *     holds a line break
   */
  static List<Optional<Answer>> ask(GitCalls calls, List<String> names) {
    return askBytes(calls, names.stream().map(dev.ferry.model.RepoPaths::encode).toList());
  }

  private static List<Optional<Answer>> askBytes(GitCalls calls, List<byte[]> names) {
    var input = new java.io.ByteArrayOutputStream();
    for (byte[] name : names) {
      input.writeBytes(isOneLine(name) ? name : new byte[] {'?'});
      input.write('\n');
    }
    byte[] output =
        calls
            .run(
                input.toByteArray(),
                List.of("cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer"))
            .stdout();
    List<Optional<Answer>> answers = new ArrayList<>(names.size());
    for (String line : new String(output, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      if (answers.size() < names.size()) {
        answers.add(parse(line));
      }
    }
    if (answers.size() != names.size()) {
      throw GitCalls.failed(List.of("cat-file"), "fewer answers than questions");
    }
    return answers;
  }

  private static boolean isOneLine(byte[] name) {
    for (byte b : name) {
      if (b == '\n' || b == 0) {
        return false;
      }
    }
    return true;
  }

  /** Either name and type, or the question with "missing" or "ambiguous" behind it. */
  private static Optional<Answer> parse(String line) {
    int blank = line.indexOf(' ');
    if (blank != 40 && blank != 64) {
      return Optional.empty();
    }
    return switch (line.substring(blank + 1)) {
      case "commit", "tree", "blob", "tag" ->
          Optional.of(
              new Answer(new ObjectId(line.substring(0, blank)), line.substring(blank + 1)));
      default -> Optional.empty();
    };
  }
}
