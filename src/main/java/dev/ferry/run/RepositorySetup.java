package dev.ferry.run;

import dev.ferry.batch.WholeFile;
import dev.ferry.config.ConfigTemplate;
import dev.ferry.config.ConfigurationReader;
import dev.ferry.config.MakefileTargets;
import dev.ferry.git.Base;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.RepoPaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes what ferry is told at the top of a checkout: its configuration, a Makefile's targets. */
public final class RepositorySetup {
  /** In the order in which make looks. */
  private static final List<String> MAKEFILES = List.of("GNUmakefile", "makefile", "Makefile");

  /** Where batches lie when they do not lie where the default looks. */
  private static final String BESIDE_THE_TOP = "batch_*.tsv";

  private final Workbench workbench;
  private final Path top;

  /**
   * @throws ProblemException where the repository is bare
   */
  public RepositorySetup(Workbench workbench) {
    this.workbench = workbench;
    this.top =
        workbench
            .repository()
            .workTree()
            .orElseThrow(() -> new ProblemException(Problem.of(Code.U022)));
  }

  public Path configurationFile() {
    return top.resolve(ConfigurationReader.FILE_NAME);
  }

  public boolean isConfigured() {
    return Files.exists(configurationFile());
  }

  /**
   * Writes {@code ferry.yaml} with every key's default commented out, and what was found out set.
   *
   * @throws ProblemException where there is one and it is not to be replaced
   */
  public Path writeConfiguration(boolean force) {
    Path file = configurationFile();
    if (isConfigured() && !force) {
      throw new ProblemException(Problem.of(Code.U020, file.toString()));
    }
    write(file, ConfigTemplate.text(found()).getBytes(StandardCharsets.UTF_8));
    return file;
  }

  private Map<String, String> found() {
    Map<String, String> found = new TreeMap<>();
    if (patterns().equals(List.of(BESIDE_THE_TOP))) {
      found.put("batches", "[" + BESIDE_THE_TOP + "]");
    }
    usualBase().ifPresent(base -> found.put("base", base));
    return found;
  }

  /** A base of the usual name is worth setting where it is not the default. */
  private Optional<String> usualBase() {
    try {
      Base base = workbench.repository().defaultBase();
      boolean set = base.reason() == Base.Reason.USUAL_NAME && !base.name().equals("main");
      return set ? Optional.of(base.name()) : Optional.empty();
    } catch (ProblemException noCommitYet) {
      return Optional.empty();
    }
  }

  private List<String> patterns() {
    List<String> configured = workbench.configuration().work().batches();
    boolean decided = !workbench.configured().isDefault("batches");
    return decided || !matching(configured).isEmpty() || matching(List.of(BESIDE_THE_TOP)).isEmpty()
        ? configured
        : List.of(BESIDE_THE_TOP);
  }

  private List<String> matching(List<String> patterns) {
    try {
      return List.copyOf(new BatchSelection(List.of(), top, patterns, top).files().keySet());
    } catch (ProblemException none) {
      return List.of();
    }
  }

  /**
   * What became of the Makefile.
   *
   * @param names of the targets
   * @param problems targets that the Makefile defines besides
   */
  public record Targets(Path file, List<String> names, boolean changed, List<Problem> problems) {
    public Targets {
      names = List.copyOf(names);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Adds the targets, or renews those that were added before.
   *
   * @throws ProblemException where there is no batch to make targets for, or where the end of the
   *     targets that were added before is gone
   */
  public Targets writeTargets() {
    List<String> patterns = patterns();
    List<String> batches = matching(patterns);
    if (batches.isEmpty()) {
      throw new ProblemException(Problem.of(Code.R002, String.join(", ", patterns)));
    }
    Path file = makefile();
    String before = RepoPaths.decode(read(file));
    String after =
        MakefileTargets.apply(before, batches)
            .orElseThrow(() -> new ProblemException(Problem.of(Code.U021, file.toString())));
    boolean changed = !after.equals(before);
    if (changed) {
      write(file, RepoPaths.encode(after));
    }
    List<Problem> twice =
        MakefileTargets.alreadyDefined(before, batches).stream()
            .map(target -> Problem.of(Code.U023, file.toString(), target))
            .toList();
    return new Targets(file, MakefileTargets.targets(batches), changed, twice);
  }

  private Path makefile() {
    return MAKEFILES.stream()
        .map(top::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElse(top.resolve(MAKEFILES.getLast()));
  }

  private static byte[] read(Path file) {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new ProblemException(
          Problem.at(file.toString(), 0, Code.B002, String.valueOf(e.getMessage())));
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      WholeFile.write(file, content);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(Code.R026, file.toString(), String.valueOf(e.getMessage())));
    }
  }
}
