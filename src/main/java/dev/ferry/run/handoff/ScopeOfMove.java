package dev.ferry.run.handoff;

import dev.ferry.config.Configuration;
import dev.ferry.gate.fix.FixScope;
import dev.ferry.gate.fix.PathPattern;
import dev.ferry.model.Move;
import dev.ferry.model.TreeChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the operator may change where a move failed. */
public final class ScopeOfMove {
  /** What decides about gates in any repository, whatever its language. */
  private static final List<String> RULING =
      List.of(
          "**/ferry.yaml",
          "**/.importlinter",
          "**/tests/**",
          "**/test/**",
          ".github/**",
          ".gitlab/**",
          "**/.gitlab-ci.yml",
          ".circleci/**",
          ".buildkite/**",
          ".ci/**",
          "**/Jenkinsfile",
          "**/azure-pipelines.yml",
          "**/.travis.yml",
          "**/.pre-commit-config.yaml",
          ".husky/**",
          ".githooks/**",
          "**/Makefile",
          "**/.gitattributes",
          "**/.gitignore",
          "**/.env");

  private ScopeOfMove() {}

  /**
   * @param paths of moved files, from base to candidate
   * @param changes what the move itself did
   * @param ruling the language's own files that decide about tests
   */
  public static FixScope of(
      Configuration configuration,
      List<Move> moves,
      Map<String, String> paths,
      Collection<TreeChange> changes,
      List<String> ruling) {
    Configuration.Fix fix = configuration.fix();
    Set<PathPattern> allowed = new LinkedHashSet<>();
    for (Move move : moves) {
      boolean isFile = paths.containsKey(move.source());
      PathPattern file = PathPattern.literally(move.destination());
      allowed.add(isFile ? file : PathPattern.of(file + "/**"));
    }
    for (TreeChange change : changes) {
      if (change instanceof TreeChange.Write) {
        allowed.add(PathPattern.literally(change.path()));
      }
    }
    List<PathPattern> guarded = new ArrayList<>(patterns(RULING));
    guarded.addAll(patterns(ruling));
    configuration.gates().lanes().map(PathPattern::literally).ifPresent(guarded::add);
    // what a gate's command names is part of the gate
    List<List<String>> commands = new ArrayList<>(List.of(configuration.gates().tests().smoke()));
    configuration.gates().commands().forEach(own -> commands.add(own.argv()));
    commands.forEach(
        argv ->
            argv.stream()
                .filter(word -> !word.startsWith("-") && !word.startsWith("/"))
                .forEach(word -> guarded.addAll(named(word))));
    return new FixScope(
        new FixScope.Globs(patterns(fix.allow()), patterns(fix.protect())),
        new FixScope.Globs(List.copyOf(allowed), guarded),
        Set.copyOf(paths.values()),
        new FixScope.Limits(fix.files(), fix.lines()));
  }

  /** A word of a command as a path: the file, or all below the folder. */
  private static List<PathPattern> named(String word) {
    int test = word.indexOf("::");
    String path = test < 0 ? word : word.substring(0, test);
    String plain = path.startsWith("./") ? path.substring(2) : path;
    String whole = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    if (whole.isEmpty() || whole.equals(".")) {
      return List.of();
    }
    PathPattern file = PathPattern.literally(whole);
    return List.of(file, PathPattern.of(file + "/**"));
  }

  private static List<PathPattern> patterns(List<String> globs) {
    return globs.stream().map(PathPattern::of).toList();
  }
}
