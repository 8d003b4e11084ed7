package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.process.ProgramResult;
import dev.ferry.process.ProgramResult.Ended;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Pushes branches to the user's remote: by an explicit refspec, never by force but with a lease on
 * the exact commit that is replaced, and without the user's hooks. Where the answer is lost, the
 * remote is asked what it has.
 */
public final class Push {
  private static final Pattern REMOTE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._/-]*");
  private static final Pattern NOT_SIGNED_IN =
      Pattern.compile(
          "authentication failed|permission denied|could not read (username|password)|"
              + "http 40[13]|error: 40[13]|access denied|host key verification failed");

  /** The remote's branch is not at the commit that the lease names. */
  private static final String STALE = "stale info";

  private static final String OF_THE_REMOTE = "remote: ";
  private static final int LINES_OF_THE_REMOTE = 3;

  private final Repository repository;
  private final Duration limit;

  /**
   * @param limit how long the remote may take to answer
   */
  public Push(Repository repository, Duration limit) {
    this.repository = repository;
    this.limit = limit;
  }

  /**
   * Pushes one branch.
   *
   * @param replaces the commit that the remote has and loses; nothing where it may only be
   *     fast-forwarded or created
   * @param setUpstream whether the branch follows the remote's from now on: two lines in the
   *     repository's configuration, as {@code git push --set-upstream} writes them
   */
  public PushResult push(
      String remote, String branch, Optional<ObjectId> replaces, boolean setUpstream) {
    String ref = "refs/heads/" + branch;
    Optional<ObjectId> commit = repository.resolveRefs(List.of(ref)).getFirst();
    if (commit.isEmpty()) {
      return refused(Code.G006, branch);
    }
    if (!REMOTE.matcher(remote).matches()
        || !repository.calls().attempt("remote", "get-url", remote).succeeded()) {
      return refused(Code.P001, remote);
    }
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("push", "--porcelain", "--no-follow-tags", "--recurse-submodules=no"));
    replaces.ifPresent(old -> arguments.add("--force-with-lease=" + ref + ":" + old.hex()));
    arguments.addAll(List.of(remote, commit.get().hex() + ":" + ref));
    ProgramResult answer = repository.calls().result(arguments, limit);
    PushResult result = judge(remote, branch, commit.get(), answer);
    boolean there =
        switch (result) {
          case PushResult.Pushed pushed -> true;
          case PushResult.UpToDate upToDate -> true;
          case PushResult.Refused refused -> false;
        };
    if (there && setUpstream) {
      repository.calls().run("config", "branch." + branch + ".remote", remote);
      repository.calls().run("config", "branch." + branch + ".merge", ref);
    }
    return result;
  }

  private PushResult judge(String remote, String branch, ObjectId commit, ProgramResult answer) {
    return switch (answer) {
      case Ended ended -> {
        Optional<PushResult> told = told(remote, branch, commit, ended);
        yield told.orElseGet(() -> ask(remote, branch, commit, ended.output().errorText()));
      }
      case ProgramResult.TimedOut late ->
          ask(remote, branch, commit, "no answer within " + limit.toSeconds() + " s");
      case ProgramResult.Stopped stopped -> throw new StoppedException();
      case ProgramResult.NotStarted why -> refused(Code.G002, why.detail());
    };
  }

  /** What the line for our ref says: {@code FLAG TAB FROM:TO TAB SUMMARY}. */
  private Optional<PushResult> told(String remote, String branch, ObjectId commit, Ended ended) {
    for (String line : ended.output().text().lines().toList()) {
      String[] fields = line.split("\t", 3);
      if (fields.length != 3 || !fields[1].endsWith(":refs/heads/" + branch)) {
        continue;
      }
      return switch (fields[0]) {
        case " ", "*", "+" ->
            ended.succeeded()
                ? Optional.of(new PushResult.Pushed(branch, commit))
                : Optional.empty();
        case "=" -> Optional.of(new PushResult.UpToDate(branch, commit));
        case "!" ->
            Optional.of(
                fields[2].contains(STALE)
                    ? refused(Code.G050, remote, branch)
                    : refused(Code.P002, remote, branch, reason(fields[2], ended)));
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /** Git's word, and behind it what the remote's own rule said, as far as that is short. */
  private static String reason(String summary, Ended ended) {
    String said =
        ended
            .output()
            .errorText()
            .lines()
            .filter(line -> line.startsWith(OF_THE_REMOTE))
            .map(line -> line.substring(OF_THE_REMOTE.length()).strip())
            .filter(line -> !line.isEmpty())
            .limit(LINES_OF_THE_REMOTE)
            .collect(Collectors.joining("; "));
    return Credentials.redacted(said.isEmpty() ? summary : summary + ", " + said);
  }

  /** The remote itself knows whether it took the branch. */
  private PushResult ask(String remote, String branch, ObjectId commit, String error) {
    String why = Credentials.redacted(error).lines().findFirst().orElse("no reason given");
    if (NOT_SIGNED_IN.matcher(error.toLowerCase(Locale.ROOT)).find()) {
      return refused(Code.P003, remote);
    }
    ProgramResult answer =
        repository.calls().result(List.of("ls-remote", remote, "refs/heads/" + branch), limit);
    boolean arrived =
        answer instanceof Ended ended
            && ended.succeeded()
            && ended.output().text().startsWith(commit.hex() + "\t");
    return arrived ? new PushResult.Pushed(branch, commit) : refused(Code.P004, remote, why);
  }

  private static PushResult refused(Code code, String... arguments) {
    return new PushResult.Refused(Problem.of(code, arguments));
  }
}
