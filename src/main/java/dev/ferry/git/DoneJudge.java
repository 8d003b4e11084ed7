package dev.ferry.git;

import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.RepoPaths;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges moves by what trees hold: at the base, at the remote's copy of it, and at the module's
 * branch. Four calls of git for any number of moves. Safe for several threads.
 */
public final class DoneJudge {
  /** The trailer of a commit that takes a module back. */
  public static final String REVERTS = "Ferry-Reverts";

  private static final Pattern EITHER = Pattern.compile("Ferry-(Module|Reverts):[ \\t]*(\\S+)");

  static final Pattern MODULE = Pattern.compile("Ferry-Module:[ \\t]*(\\S+)");

  private final Repository repository;

  public DoneJudge(Repository repository) {
    this.repository = repository;
  }

  /**
   * A move to be judged.
   *
   * @param branch where it would be published, without {@code refs/heads/}
   */
  public record Question(Move move, String branch) {}

  /** Judges each question, in their order. */
  public List<Done> judge(Base base, List<Question> questions) {
    Map<String, Branch> branches = branches();
    Branch own = branches.get(base.name());
    String remote = own == null || own.upstream().isEmpty() ? "" : own.upstream();
    PathQueries paths = new PathQueries(repository.calls());
    for (Question question : questions) {
      for (String ref : refs(base, remote, branches, question)) {
        paths.ask(ref, question.move().source());
        paths.ask(ref, question.move().destination());
      }
    }
    paths.answer();
    Set<String> merged = merged(base, branches, questions);
    List<Done> done = new ArrayList<>(questions.size());
    for (Question question : questions) {
      Branch open = merged.contains(question.branch()) ? null : branches.get(question.branch());
      done.add(judge(paths, base, remote, open, question));
    }
    return done;
  }

  /**
   * Branches that the base holds already. What such a branch did either stands at the base, or was
   * reverted there: the branch says nothing any more.
   */
  private Set<String> merged(Base base, Map<String, Branch> branches, List<Question> questions) {
    if (questions.stream().noneMatch(question -> branches.containsKey(question.branch()))) {
      return Set.of();
    }
    byte[] listing =
        repository
            .calls()
            .run(
                "for-each-ref",
                "--format=%(refname)",
                "--merged",
                base.commit().hex(),
                "refs/heads/")
            .stdout();
    Set<String> merged = new HashSet<>();
    for (String line : new String(listing, StandardCharsets.ISO_8859_1).split("\n")) {
      String name = RepoPaths.decode(line.getBytes(StandardCharsets.ISO_8859_1));
      if (name.startsWith("refs/heads/")) {
        merged.add(name.substring("refs/heads/".length()));
      }
    }
    return merged;
  }

  private static List<String> refs(
      Base base, String remote, Map<String, Branch> branches, Question question) {
    List<String> refs = new ArrayList<>(List.of(base.commit().hex()));
    if (!remote.isEmpty()) {
      refs.add(remote);
    }
    Branch branch = branches.get(question.branch());
    if (branch != null) {
      refs.add(branch.commit().hex());
    }
    return refs;
  }

  private Done judge(
      PathQueries paths,
      Base base,
      String remote,
      @org.jspecify.annotations.Nullable Branch branch,
      Question question) {
    Move move = question.move();
    String at = base.commit().hex();
    if (move.isInPlace()) {
      return paths.exists(at, move.source()) ? new Done.InPlace() : new Done.Missing();
    }
    if (moved(paths, at, move)) {
      return new Done.Landed(base.name());
    }
    if (branch != null && moved(paths, branch.commit().hex(), move)) {
      return new Done.OnBranch(question.branch(), branch.commit());
    }
    if (!remote.isEmpty() && moved(paths, remote, move)) {
      return new Done.Landed(remote);
    }
    return paths.exists(at, move.source()) ? new Done.Remaining() : new Done.Missing();
  }

  /** A shim at the source says that the module is gone from there. */
  private boolean moved(PathQueries paths, String ref, Move move) {
    return paths.exists(ref, move.destination())
        && (!paths.exists(ref, move.source())
            || new ShimLookup(repository.calls()).isShim(ref, move.source()));
  }

  /**
   * The commits that brought modules, by the {@code Ferry-Module:} in their messages: anywhere in
   * them, because a squash leaves no trailers. A module without one landed unattributed, and so did
   * one that was taken back since: whoever moved it again did not say so.
   *
   * @param tip where to look from, back through its history
   * @return the newest commit for each of the modules that any names
   */
  public Map<String, ObjectId> attribute(ObjectId tip, Set<String> modules) {
    return commits(tip, modules, false);
  }

  /** Those of the modules that were taken back and not brought again, with the commits that did. */
  public Map<String, ObjectId> reverted(ObjectId tip, Set<String> modules) {
    return commits(tip, modules, true);
  }

  private Map<String, ObjectId> commits(ObjectId tip, Set<String> modules, boolean takenBack) {
    Map<String, ObjectId> commits = new HashMap<>();
    newest(tip, modules)
        .forEach(
            (module, named) -> {
              if (named.takenBack() == takenBack) {
                commits.put(module, named.commit());
              }
            });
    return commits;
  }

  private Map<String, Named> newest(ObjectId tip, Set<String> modules) {
    byte[] log =
        repository
            .calls()
            .config("log.showSignature", "false")
            .run(
                "log",
                "-z",
                "--no-color",
                "--encoding=UTF-8",
                "--fixed-strings",
                "--grep=Ferry-Module:",
                "--grep=" + REVERTS + ":",
                "--format=%H%n%B",
                tip.hex(),
                "--")
            .stdout();
    Map<String, Named> newest = new HashMap<>();
    for (String entry : new String(log, StandardCharsets.UTF_8).split("\0")) {
      int end = entry.indexOf('\n');
      Matcher found = EITHER.matcher(entry);
      while (end > 0 && found.find()) {
        String module = found.group(2);
        if (modules.contains(module)) {
          boolean back = found.group(1).equals("Reverts");
          newest.putIfAbsent(module, new Named(new ObjectId(entry.substring(0, end)), back));
        }
      }
    }
    return newest;
  }

  /**
   * The newest commit that names a module.
   *
   * @param takenBack whether it took the module back
   */
  private record Named(ObjectId commit, boolean takenBack) {}

  private record Branch(ObjectId commit, String upstream) {}

  private Map<String, Branch> branches() {
    byte[] listing =
        repository
            .calls()
            .run("for-each-ref", "--format=%(objectname) %(refname) %(upstream)", "refs/heads/")
            .stdout();
    Map<String, Branch> branches = new HashMap<>();
    for (String line : new String(listing, StandardCharsets.ISO_8859_1).split("\n")) {
      String[] words = line.split(" ", -1);
      if (words.length == 3) {
        String name = RepoPaths.decode(words[1].getBytes(StandardCharsets.ISO_8859_1));
        branches.put(
            name.substring("refs/heads/".length()), new Branch(new ObjectId(words[0]), words[2]));
      }
    }
    return branches;
  }
}
