package dev.ferry.git;

import dev.ferry.model.RepoPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a git repository says of itself besides its objects: refs, HEAD, settings, hooks, what is
 * staged. Two states tell whether somebody wrote into it meanwhile.
 *
 * @param facts by a name for people, such as {@code refs/heads/main} or {@code hooks/pre-commit}
 */
public record RepositoryState(Map<String, String> facts) {
  private static final List<String> FOLDERS =
      List.of("hooks", "info", "objects/info", "rebase-merge", "sequencer");
  private static final List<String> FILES =
      List.of("HEAD", "config", "config.worktree", "shallow", "MERGE_HEAD", "ORIG_HEAD");

  public RepositoryState {
    facts = Map.copyOf(facts);
  }

  /** The user's repository. */
  public static RepositoryState of(Repository repository) {
    Map<String, String> facts = new TreeMap<>();
    refs(repository.calls(), facts);
    files(repository.commonDirectory(), facts);
    if (!repository.gitDirectory().equals(repository.commonDirectory())) {
      files(repository.gitDirectory(), facts);
    }
    if (repository.workTree().isPresent()) {
      // the list, not the file: every `git status` of the user's writes times into that
      facts.put("index", digest(repository.calls().run("ls-files", "-s", "-v", "-z").stdout()));
    }
    return new RepositoryState(facts);
  }

  /** Ferry's own clone. */
  public static RepositoryState of(FerryClone clone) {
    Map<String, String> facts = new TreeMap<>();
    refs(clone.calls(), facts);
    files(clone.directory(), facts);
    return new RepositoryState(facts);
  }

  /**
   * Removes from ferry's clone the refs and files that this state has and an earlier one had not:
   * what somebody left there would outlive the refusal of what he did.
   */
  public void removeNewSince(RepositoryState before, FerryClone clone) {
    for (String fact : facts.keySet()) {
      if (before.facts.containsKey(fact)) {
        continue;
      }
      if (fact.startsWith("refs/")) {
        clone.calls().attempt("update-ref", "--no-deref", "-d", fact);
      } else {
        Deletion.of(clone.directory().resolve(fact));
      }
    }
  }

  /** Refs, as far as they are not ferry's own, which change while it works. */
  private static void refs(GitCalls calls, Map<String, String> facts) {
    byte[] out = calls.run("for-each-ref", "--format=%(refname) %(objectname) %(symref)").stdout();
    RepoPaths.decode(out)
        .lines()
        .filter(line -> !line.startsWith("refs/ferry/"))
        .forEach(
            line -> {
              int end = line.indexOf(' ');
              facts.put(line.substring(0, end), line.substring(end + 1));
            });
  }

  private static void files(Path directory, Map<String, String> facts) {
    try {
      for (String name : FILES) {
        file(directory.resolve(name), name, facts);
      }
      for (String folder : FOLDERS) {
        Path top = directory.resolve(folder);
        if (Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
          try (Stream<Path> all = Files.walk(top)) {
            for (Path file : all.filter(each -> !Files.isDirectory(each)).toList()) {
              file(file, directory.relativize(file).toString(), facts);
            }
          }
        } else if (Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
          facts.put(folder, "no folder");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void file(Path file, String name, Map<String, String> facts) throws IOException {
    if (Files.isSymbolicLink(file)) {
      facts.put(name, "-> " + Files.readSymbolicLink(file));
    } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      boolean runs = Files.isExecutable(file);
      facts.put(name, (runs ? "x " : "- ") + digest(Files.readAllBytes(file)));
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
