package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.process.ProgramResult.Ended;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refs of ferry's own: pins of bases and marks of withdrawn branches in the user's repository, the
 * candidates in ferry's clone. The clone is opened where it is there, and not made.
 */
public final class FerryRefs {
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Duration FOR_A_COLLECTION = Duration.ofMinutes(30);

  private final Repository repository;
  private final Path clone;

  public FerryRefs(Repository repository) {
    this.repository = repository;
    this.clone = repository.ferryDirectory().resolve("clone.git");
  }

  /**
   * One ref.
   *
   * @param made when its commit was made
   */
  public record Kept(String name, ObjectId commit, Instant made) {}

  /** What keeps bases from being collected. */
  public List<Kept> pins() {
    return list(repository.calls(), "refs/ferry/base/");
  }

  /** What was built, published or not. */
  public List<Kept> candidates() {
    return hasClone() ? list(calls(), "refs/ferry/candidates/") : List.of();
  }

  /** What keeps modules from being moved again whose branches were withdrawn. */
  public List<Kept> withdrawn() {
    return list(repository.calls(), WithdrawalMarks.PREFIX);
  }

  /** The reports that any commit refers to which a ref of the user's reaches, by their digests. */
  public Set<String> reportsInUse() {
    byte[] log =
        repository
            .calls()
            .config("log.showSignature", "false")
            .run("log", "--all", "--fixed-strings", "--grep=Ferry-Report:", "--format=%B")
            .stdout();
    Set<String> digests = new HashSet<>();
    Matcher digest = DIGEST.matcher(new String(log, StandardCharsets.ISO_8859_1));
    while (digest.find()) {
      digests.add(digest.group());
    }
    return digests;
  }

  /** Deletes pins that still hold what they held. */
  public void unpin(Collection<Kept> pins) {
    delete(repository.calls(), pins);
  }

  /**
   * Forgets candidates and has git drop their objects, those of worktrees that are gone too.
   *
   * @param age objects that nothing refers to are kept so long
   * @return why git could not
   */
  public Optional<Problem> tidy(Collection<Kept> candidates, Duration age) {
    if (!hasClone()) {
      return Optional.empty();
    }
    try (FolderLock _ = FolderLock.take(repository.ferryDirectory().resolve("clone.lock"))) {
      delete(calls(), candidates);
      calls().run("worktree", "prune", "--expire=now");
      List<String> collect =
          List.of("gc", "--quiet", "--prune=" + age.toSeconds() + ".seconds.ago");
      Ended ended = calls().attempt(null, collect, FOR_A_COLLECTION);
      if (ended.succeeded()) {
        return Optional.empty();
      }
      String why = ended.output().errorText().lines().findFirst().orElse("no reason given");
      return Optional.of(Problem.of(Code.G041, why, clone.toString()));
    }
  }

  private boolean hasClone() {
    return Files.exists(clone.resolve("HEAD"));
  }

  private GitCalls calls() {
    return repository.git().in(clone).with("GIT_DIR", clone.toString());
  }

  private static List<Kept> list(GitCalls calls, String prefix) {
    String listing =
        new String(
            calls
                .run(
                    "for-each-ref",
                    "--format=%(refname) %(objectname) %(committerdate:unix)",
                    prefix)
                .stdout(),
            StandardCharsets.UTF_8);
    List<Kept> refs = new ArrayList<>();
    for (String line : listing.lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words.length == 3 && !words[2].isEmpty()) {
        refs.add(
            new Kept(
                words[0], new ObjectId(words[1]), Instant.ofEpochSecond(Long.parseLong(words[2]))));
      }
    }
    return refs;
  }

  private static void delete(GitCalls calls, Collection<Kept> refs) {
    if (refs.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    refs.forEach(
        ref ->
            lines
                .append("delete ")
                .append(ref.name())
                .append(' ')
                .append(ref.commit())
                .append('\n'));
    calls.run(
        lines.toString().getBytes(StandardCharsets.UTF_8),
        List.of("update-ref", "--no-deref", "--stdin"));
  }
}
