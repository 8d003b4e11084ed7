package dev.ferry.git;

import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import dev.ferry.process.ProgramResult.Ended;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What git makes of a candidate's renames: whether the history of a moved file goes on behind the
 * move. Safe for several threads.
 */
public final class History {
  private static final List<String> COMPARE =
      List.of("diff-tree", "-r", "-z", "-l0", "--name-status");

  private static final List<String> FOLLOW =
      List.of("log", "--follow", "--max-count=1", "--name-status", "-z", "--format=", "--stdin");

  private final FerryClone clone;

  public History(FerryClone clone) {
    this.clone = clone;
  }

  /**
   * One rename as git sees it.
   *
   * @param similarity in percent
   */
  public record Rename(String source, String destination, int similarity) {}

  /**
   * The file that {@code git log --follow} goes on with behind a commit, from a path of that
   * commit: the source that git, by its own defaults, takes it to be renamed or copied from.
   *
   * <p>Git compares with every file of the parent's tree, and gives up where one of them cannot be
   * read. In such a repository the answer is the source that git finds among the files that the
   * commit removes.
   *
   * @param parent the first parent of {@code commit}
   */
  public Optional<String> followedFrom(ObjectId parent, ObjectId commit, String path) {
    Ended ended =
        clone
            .calls()
            .config("diff.renameLimit", "1000")
            .config("log.showSignature", "false")
            .attempt(
                // by standard input a path of any bytes comes through in any locale
                // and a commit that leaves the path alone is not to be asked for those before it
                RepoPaths.encode(commit + "\n^" + parent + "\n--\n" + path + "\n"), FOLLOW);
    if (!ended.succeeded() && !ended.output().errorText().contains("unable to read")) {
      throw GitCalls.failed(FOLLOW, ended.output().errorText());
    }
    List<Rename> renames =
        ended.succeeded() ? renames(ended.output().stdout()) : renames(parent, commit);
    return renames.stream()
        .filter(rename -> rename.destination().equals(path))
        .findFirst()
        .map(Rename::source);
  }

  /** Whether the history of what moved goes on behind the move. */
  public sealed interface Trail {
    /** Behind every moved file stands its source. */
    record Reaches() implements Trail {}

    /**
     * It ends at a file.
     *
     * @param path of the file at its destination
     * @param similarity in percent, or -1 where git sees none at all
     */
    record Ends(String path, int similarity) implements Trail {}
  }

  /**
   * Follows a move: a file as {@code git log --follow} does, a package file by file by the renames
   * that git finds. An empty file has no history to lose.
   *
   * @param parent the commit that the move was made on
   */
  public Trail follow(ObjectId parent, ObjectId commit, Move move) {
    List<ObjectId> chain = chain(parent, commit);
    TreeListing before = clone.tree(parent);
    Optional<TreeEntry> file = before.find(move.source());
    if (file.isPresent()) {
      boolean reaches =
          isEmpty(file.get()) || origin(chain, move.destination()).equals(move.source());
      return reaches ? new Trail.Reaches() : end(parent, commit, move);
    }
    List<Map<String, String>> sources = new ArrayList<>();
    for (int i = 1; i < chain.size(); i++) {
      Map<String, String> step = new HashMap<>();
      renames(chain.get(i - 1), chain.get(i)).forEach(r -> step.put(r.destination(), r.source()));
      sources.addFirst(step);
    }
    for (TreeEntry entry : before.below(move.source())) {
      String inside = entry.path().substring(move.source().length());
      String destination = move.destination() + inside;
      String origin = destination;
      for (Map<String, String> step : sources) {
        origin = step.getOrDefault(origin, origin);
      }
      if (!isEmpty(entry) && !entry.path().equals(origin)) {
        return end(parent, commit, new Move(move.module(), entry.path(), destination));
      }
    }
    return new Trail.Reaches();
  }

  /**
   * The commits from the first one up to the second: a unit may have one that moves and one that
   * edits, and a shim takes the place of what moved in the second only.
   */
  private List<ObjectId> chain(ObjectId parent, ObjectId commit) {
    List<ObjectId> chain = new ArrayList<>(List.of(parent));
    List<String> arguments =
        List.of("rev-list", "--first-parent", "--reverse", parent.hex() + ".." + commit.hex());
    byte[] out = clone.calls().run(null, arguments).stdout();
    String listed = new String(out, StandardCharsets.US_ASCII);
    listed.lines().filter(line -> !line.isBlank()).map(ObjectId::new).forEach(chain::add);
    return chain;
  }

  /** Where git takes a file to be from, commit by commit. */
  private String origin(List<ObjectId> chain, String path) {
    String origin = path;
    for (int i = chain.size() - 1; i > 0; i--) {
      origin = followedFrom(chain.get(i - 1), chain.get(i), origin).orElse(origin);
    }
    return origin;
  }

  private boolean isEmpty(TreeEntry entry) {
    return entry.id().equals(clone.repository().format().blobName(new byte[0]));
  }

  private Trail end(ObjectId parent, ObjectId commit, Move file) {
    return new Trail.Ends(
        file.destination(),
        similarity(parent, commit, file.source(), file.destination()).orElse(-1));
  }

  /** The renames between two trees that git finds above 50%, for all moved files at once. */
  public List<Rename> renames(ObjectId before, ObjectId after) {
    List<String> arguments = new ArrayList<>(COMPARE);
    arguments.addAll(List.of("-M50%", before.hex(), after.hex()));
    return renames(clone.calls().run(null, arguments).stdout());
  }

  /**
   * How similar git takes two files to be, however little that is; nothing where it sees no rename
   * at all.
   *
   * @param source path in {@code before}
   * @param destination path in {@code after}
   */
  public OptionalInt similarity(
      ObjectId before, ObjectId after, String source, String destination) {
    List<String> arguments = new ArrayList<>(COMPARE);
    arguments.addAll(List.of("-M1%", before.hex(), after.hex()));
    if (isAscii(source + destination)) {
      arguments.addAll(List.of("--", source, destination));
    }
    return renames(clone.calls().run(null, arguments).stdout()).stream()
        .filter(r -> r.source().equals(source) && r.destination().equals(destination))
        .mapToInt(Rename::similarity)
        .findFirst();
  }

  /** Others do not come through as arguments in every locale; then all files are compared. */
  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  /** {@code STATUS NUL PATH NUL}, with a second path behind R and C, whose number is in percent. */
  private static List<Rename> renames(byte[] raw) {
    String[] fields = new String(raw, StandardCharsets.ISO_8859_1).split("\0");
    List<Rename> renames = new ArrayList<>();
    for (int i = 0; i + 1 < fields.length; i += 2) {
      String status = fields[i].strip();
      boolean twoPaths = status.startsWith("R") || status.startsWith("C");
      if (twoPaths && i + 2 < fields.length) {
        renames.add(
            new Rename(
                path(fields[i + 1]), path(fields[i + 2]), Integer.parseInt(status.substring(1))));
        i++;
      }
    }
    return renames;
  }

  private static String path(String bytes) {
    return RepoPaths.decode(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
