package dev.ferry.probe;

import dev.ferry.toolchain.TestReport;
import dev.ferry.toolchain.Toolchain;
import dev.ferry.toolchain.UnreadableAnswerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that one run's test runners leave in a directory made for this run. */
final class TestResultFiles {
  private static final long LONGEST = 128L << 20;

  private final Path directory;
  private final String run;
  private final Toolchain toolchain;

  TestResultFiles(Path directory, String run, Toolchain toolchain) {
    this.directory = directory;
    this.run = run;
    this.toolchain = toolchain;
  }

  /** All results of this run; files of another run and torn files count as none. */
  Optional<TestReport> report() throws IOException {
    List<TestReport> reports = new ArrayList<>();
    for (Path file : named("junit-", ".xml")) {
      read(file).filter(report -> report.run().equals(run)).ifPresent(reports::add);
    }
    return reports.isEmpty() ? Optional.empty() : Optional.of(TestReport.merged(reports));
  }

  /** A file that the command itself was told to write; what stood there before was removed. */
  Optional<TestReport> read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(toolchain.report(Files.readAllBytes(file)));
    } catch (UnreadableAnswerException torn) {
      return Optional.empty();
    }
  }

  List<String> foreign() throws IOException {
    List<String> foreign = new ArrayList<>();
    for (Path file : named("foreign-", ".txt")) {
      foreign.addAll(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList());
    }
    return foreign.stream().distinct().toList();
  }

  private List<Path> named(String prefix, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(
              file -> {
                String name = String.valueOf(file.getFileName());
                return name.startsWith(prefix) && name.endsWith(suffix);
              })
          .sorted()
          .toList();
    }
  }
}
