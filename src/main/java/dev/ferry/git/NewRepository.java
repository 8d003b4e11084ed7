package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.nio.file.Path;

/** Begins a repository: for the demo, which needs one to work on. */
public final class NewRepository {
  private NewRepository() {}

  /**
   * Makes a repository of a directory's files: one commit on the branch {@code main}.
   *
   * @throws ProblemException where git cannot, for instance because nobody told it who the user is
   */
  public static Repository create(Git git, Path directory) {
    GitCalls calls = git.in(directory);
    calls.run("init", "--quiet", "--template=", ".");
    calls.run("symbolic-ref", "HEAD", "refs/heads/main");
    if (!calls.attempt("var", "GIT_COMMITTER_IDENT").succeeded()) {
      throw new ProblemException(Problem.of(Code.G008));
    }
    calls.run("add", "--all");
    calls.run("commit", "--quiet", "--no-gpg-sign", "--message=Begin the harbour");
    return Repository.open(git, directory);
  }
}
