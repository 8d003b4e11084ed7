package dev.ferry.run.gating;

import dev.ferry.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a candidate is about: its moved modules, each for itself, or where nothing moved the sources
 * that it changes, all together.
 */
final class Subjects {
  private static final int MOST_NAMED = 3;

  private final Candidate candidate;
  private final Toolchain toolchain;

  Subjects(Candidate candidate, Toolchain toolchain) {
    this.candidate = candidate;
    this.toolchain = toolchain;
  }

  /**
   * What tests have to notice when it is broken.
   *
   * @param name for messages
   * @param source that a move names; empty where nothing moved
   * @param sources files at base, none of them a test
   */
  record Subject(String name, String source, List<String> sources) {
    Subject {
      sources = List.copyOf(sources);
    }
  }

  /** Nothing where a commit changes only tests, new files, and what is no source. */
  List<Subject> all() {
    if (candidate.isOfMoves()) {
      return candidate.moves().stream()
          .map(move -> new Subject(move.module(), move.source(), candidate.sourcesOf(move)))
          .toList();
    }
    List<String> sources =
        candidate.changedSourcesAtBase().stream().filter(Predicate.not(this::isOfTests)).toList();
    return sources.isEmpty() ? List.of() : List.of(new Subject(named(sources), "", sources));
  }

  /** All files of all subjects, at base. */
  List<String> sources() {
    return all().stream().flatMap(subject -> subject.sources().stream()).toList();
  }

  /** Those files and what is new, where they stand now. */
  List<String> sourcesNow() {
    if (candidate.isOfMoves()) {
      return sources().stream().map(candidate::pathNow).toList();
    }
    return candidate.changedSourcesNow().stream().filter(Predicate.not(this::isOfTests)).toList();
  }

  String names() {
    List<Subject> all = all();
    return all.isEmpty()
        ? named(sourcesNow())
        : all.stream().map(Subject::name).collect(Collectors.joining(", "));
  }

  /**
   * Test files that reach what the candidate is about, nearest first, by their paths at base or,
   * for those that are new, at the candidate. Where nothing moved, changed tests are among them.
   */
  Set<String> reaching() {
    if (candidate.isOfMoves()) {
      return new ReachingTests(candidate.before(), toolchain).of(new LinkedHashSet<>(sources()));
    }
    List<String> changed = new ArrayList<>(candidate.changedSourcesAtBase());
    Set<String> reaching =
        new LinkedHashSet<>(new ReachingTests(candidate.before(), toolchain).of(changed));
    reaching.addAll(
        new ReachingTests(candidate.after(), toolchain).of(candidate.changedSourcesNow()));
    return reaching;
  }

  private boolean isOfTests(String path) {
    return toolchain.isTestFile(path) || toolchain.isTestSupport(path);
  }

  private static String named(List<String> paths) {
    String first = paths.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int more = paths.size() - MOST_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
