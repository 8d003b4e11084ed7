package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.process.ProgramResult.Ended;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the signed twin of a candidate: same tree, parent, people, times and message. fast-import
 * does not sign.
 */
final class SignedCommit {
  private static final Pattern PERSON =
      Pattern.compile("(?m)^(author|committer) (.*) <(.*)> (\\d+ [+-]\\d{4})$");

  private static final Pattern SIGNATURE = Pattern.compile("(?m)^gpgsig(-sha256)? .*\\n( .*\\n)*");

  private final Repository repository;
  private final FerryClone clone;

  SignedCommit(Repository repository, FerryClone clone) {
    this.repository = repository;
    this.clone = clone;
  }

  /** How signing ends. */
  sealed interface Result {
    record Signed(ObjectId commit) implements Result {}

    /** Nothing was signed, or something else than the candidate. */
    record Not(String why) implements Result {}
  }

  Result of(Candidate candidate) {
    byte[] raw = clone.calls().run("cat-file", "commit", candidate.commit().hex()).stdout();
    int end = endOfHeader(raw);
    GitCalls calls = repository.calls().durably();
    Matcher person = PERSON.matcher(new String(raw, 0, end, StandardCharsets.UTF_8));
    while (person.find()) {
      String who = person.group(1).equals("author") ? "GIT_AUTHOR_" : "GIT_COMMITTER_";
      calls =
          calls
              .with(who + "NAME", person.group(2))
              .with(who + "EMAIL", person.group(3))
              .with(who + "DATE", person.group(4));
    }
    byte[] message = Arrays.copyOfRange(raw, end + 2, raw.length);
    Ended ended =
        calls.attempt(
            message,
            List.of(
                "commit-tree",
                "-S",
                "-p",
                candidate.parent().hex(),
                "-F",
                "-",
                candidate.tree().hex()));
    if (!ended.succeeded()) {
      String why = Credentials.redacted(ended.output().errorText());
      return new Result.Not(why.lines().reduce((a, b) -> b).orElse("no reason given"));
    }
    ObjectId commit = new ObjectId(ended.output().text().strip());
    byte[] signed = repository.calls().run("cat-file", "commit", commit.hex()).stdout();
    // a name beyond ASCII does not come through where the locale is C
    return withoutSignature(signed).equals(text(raw))
        ? new Result.Signed(commit)
        : new Result.Not("the signed commit differs from the tested one; is the locale UTF-8?");
  }

  /** The header without {@code gpgsig}, whose further lines begin with a blank. */
  private static String withoutSignature(byte[] commit) {
    return SIGNATURE.matcher(text(commit)).replaceFirst("");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static int endOfHeader(byte[] raw) {
    for (int i = 0; i + 1 < raw.length; i++) {
      if (raw[i] == '\n' && raw[i + 1] == '\n') {
        return i;
      }
    }
    throw new IllegalStateException("a commit without a message");
  }
}
