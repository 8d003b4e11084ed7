package dev.ferry.run;

import dev.ferry.batch.BatchesReading;
import dev.ferry.config.Configured.InEffect;
import dev.ferry.config.Origin;
import dev.ferry.git.Base;
import dev.ferry.git.FerryClone;
import dev.ferry.git.Identity;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.Severity;
import dev.ferry.probe.EnvironmentSearch;
import dev.ferry.process.Sessions;
import dev.ferry.run.gating.ChosenGate;
import dev.ferry.run.gating.ConfiguredGates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks for everything that a run needs, and makes nothing. */
public final class Diagnosis {
  /** Below this a checkout of a usual repository may not fit. */
  private static final long LITTLE_SPACE = 1L << 30;

  private final Workbench workbench;
  private final List<Finding> findings = new ArrayList<>();

  private Diagnosis(Workbench workbench) {
    this.workbench = workbench;
  }

  /**
   * One thing that was looked for.
   *
   * @param subject a word for it
   * @param found what was found, as a note, or what is wrong with it
   */
  public record Finding(String subject, Problem found) {
    /** Whether a run cannot do without what is missing here. */
    public boolean isMissing() {
      return found.severity() == Severity.ERROR;
    }
  }

  /** All findings, in the order in which a person would mend them. */
  public static List<Finding> of(Workbench workbench) {
    Diagnosis diagnosis = new Diagnosis(workbench);
    diagnosis.repository();
    diagnosis.gates();
    diagnosis.surroundings();
    return List.copyOf(diagnosis.findings);
  }

  private void repository() {
    look("repository", () -> Problem.of(Code.E020, workbench.top().toString()));
    look("git version", () -> Problem.of(Code.E022, workbench.repository().gitVersion()));
    look("base", this::base);
    look("identity", this::identity);
    look("configuration", this::configuration);
    look("batches", this::batches);
  }

  private void gates() {
    look("gates", this::chosenGates);
    look("tests", this::environment);
    look("sessions", this::sessions);
  }

  private void surroundings() {
    look("filters", this::filters);
    look("slots", this::slots);
  }

  /** Whatever is wrong with one thing, the others are looked at. */
  private void look(String subject, Supplier<Problem> question) {
    try {
      findings.add(new Finding(subject, question.get()));
    } catch (ProblemException known) {
      known.problems().forEach(problem -> findings.add(new Finding(subject, problem)));
    }
  }

  private Problem base() {
    Base base = workbench.base();
    return Problem.of(Code.E021, base.name(), base.commit().abbreviated());
  }

  private Problem identity() {
    Identity committer = workbench.repository().committer();
    return Problem.of(Code.E023, committer.name(), committer.email());
  }

  private Problem configuration() {
    List<InEffect> settings = workbench.configured().settings();
    long set = settings.stream().filter(s -> s.origin().source() != Origin.Source.DEFAULT).count();
    return Problem.of(Code.E031, Long.toString(set), Integer.toString(settings.size()));
  }

  private Problem batches() {
    BatchesReading reading = BatchesReading.of(workbench.batchFiles(List.of()));
    if (!reading.isWhole()) {
      throw new ProblemException(
          reading.findings().shown().stream()
              .filter(problem -> problem.severity() == Severity.ERROR)
              .toList());
    }
    long rows = reading.batches().stream().mapToLong(batch -> batch.rows().size()).sum();
    return Problem.of(Code.E029, Integer.toString(reading.batches().size()), Long.toString(rows));
  }

  private Problem chosenGates() {
    return Problem.of(
        Code.E026,
        ConfiguredGates.settings(
                workbench.configuration(),
                workbench.configuration().gates().enabled(),
                false,
                false)
            .gates()
            .stream()
            .map(ChosenGate::name)
            .collect(Collectors.joining(", ")));
  }

  private Problem environment() {
    Instruments instruments = workbench.instruments();
    var search =
        new EnvironmentSearch(
            instruments.toolchain(), instruments.programs(), instruments.environment());
    Path checkout = real(workbench.top());
    return switch (search.search(checkout, workbench.configuration().surroundings().virtualenv())) {
      case EnvironmentSearch.Result.Ready ready -> ready.described();
      case EnvironmentSearch.Result.Unusable(Problem why) -> why;
    };
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Problem sessions() {
    return Sessions.starterOn(workbench.instruments().environment())
        .map(starter -> Problem.of(Code.E024, starter))
        .orElseGet(() -> Problem.of(Code.E025));
  }

  private Problem filters() {
    List<String> neutralised =
        FerryClone.neutralisedFilters(workbench.repository(), FerryClone.USUAL_FILTERS);
    return neutralised.isEmpty()
        ? Problem.of(Code.E030)
        : Problem.of(Code.G017, String.join(", ", neutralised));
  }

  private Problem slots() {
    Path common = workbench.repository().commonDirectory();
    try {
      long free = Files.getFileStore(common).getUsableSpace();
      if (free < LITTLE_SPACE) {
        return Problem.of(Code.E028, gibibytes(free), common.toString());
      }
      return Problem.of(
          Code.E027,
          Long.toString(slotsMade()),
          Integer.toString(RunRooms.slots(workbench.parallel())),
          gibibytes(free));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long slotsMade() throws IOException {
    Path slots = workbench.home().resolve("slots");
    if (!Files.isDirectory(slots)) {
      return 0;
    }
    long made = 0;
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(slots)) {
      for (Path folder : folders) {
        made += Files.isDirectory(folder) ? 1 : 0;
      }
    }
    return made;
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }
}
