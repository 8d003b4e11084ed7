package dev.ferry.run.gating;

import dev.ferry.facts.ImportFact;
import dev.ferry.facts.Resolution;
import dev.ferry.facts.ResolvedImport;
import dev.ferry.facts.Snapshot;
import dev.ferry.gate.DocumentVerdict;
import dev.ferry.gate.ImportVerdict;
import dev.ferry.gate.ImportVerdict.Evidence;
import dev.ferry.gate.ImportVerdict.StillThere;
import dev.ferry.gate.ImportVerdict.Unresolved;
import dev.ferry.model.GateResult;
import dev.ferry.model.ShimMark;
import dev.ferry.probe.EnvironmentSearch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Looks every import of the candidate's tree up and checks OpenAPI documents, compared with base.
 */
final class SchemaGate implements Gate {
  private final List<String> openapi;

  /**
   * @param openapi documents that have to stay valid, besides those that a move touches
   */
  SchemaGate(List<String> openapi) {
    this.openapi = List.copyOf(openapi);
  }

  @Override
  public GateResult judge(GateRequest request) {
    Stopwatch watch = Stopwatch.start();
    Candidate candidate = request.candidate();
    Predicate<String> installed =
        switch (request.environment()) {
          case EnvironmentSearch.Result.Ready(var environment) -> environment::provides;
          // without an environment no name outside is known: only new ones are told
          case EnvironmentSearch.Result.Unusable unusable -> name -> false;
        };
    List<StillThere> stillThere = new ArrayList<>();
    for (String module : candidate.gone()) {
      candidate
          .after()
          .modules()
          .fileOf(module)
          .filter(path -> !keepsTheOldName(candidate, path, module))
          .ifPresent(path -> stillThere.add(new StillThere(module, path)));
    }
    Evidence evidence =
        new Evidence(
            unresolved(candidate.before(), candidate::pathNow, installed),
            unresolved(candidate.after(), UnaryOperator.identity(), installed),
            stillThere,
            importsLookedUp(candidate) + candidate.gone().size() + namesKept(candidate));
    boolean strict = request.settings().strict();
    GateResult imports =
        ImportVerdict.judge(evidence, candidate.modules(), strict, watch.elapsed());
    return DocumentVerdict.judge(
        imports,
        new TouchedDocuments(candidate, openapi).checked(),
        candidate.modules(),
        strict,
        watch.elapsed());
  }

  /** A shim that was asked for is no leftover. */
  private static boolean keepsTheOldName(Candidate candidate, String path, String module) {
    return candidate
        .after()
        .content(path)
        .flatMap(ShimMark::of)
        .filter(mark -> mark.oldName().equals(module))
        .isPresent();
  }

  /** Names that a moved module keeps or takes over: each was looked up, and is found. */
  private static long namesKept(Candidate candidate) {
    return candidate.modules().values().stream()
        .filter(candidate.modules()::containsKey)
        .filter(name -> candidate.after().modules().fileOf(name).isPresent())
        .count();
  }

  /** Where nothing moved, any import may have lost what it named: all of them count. */
  private static long importsLookedUp(Candidate candidate) {
    Collection<String> files =
        candidate.isOfMoves() ? candidate.touched() : candidate.after().graph().files();
    return files.stream().mapToLong(path -> candidate.after().graph().importsOf(path).size()).sum();
  }

  private static List<Unresolved> unresolved(
      Snapshot snapshot, UnaryOperator<String> pathNow, Predicate<String> installed) {
    List<Unresolved> unresolved = new ArrayList<>();
    for (String path : snapshot.graph().files()) {
      for (ResolvedImport resolved : snapshot.graph().importsOf(path)) {
        String name = missing(resolved.target(), installed);
        if (!name.isEmpty()) {
          ImportFact fact = resolved.fact();
          unresolved.add(new Unresolved(pathNow.apply(path), fact.line(), name, written(fact)));
        }
      }
    }
    return unresolved;
  }

  private static String missing(Resolution target, Predicate<String> installed) {
    return switch (target) {
      case Resolution.Dangling(String name) -> name;
      case Resolution.External(String name) -> installed.test(name) ? "" : name;
      case Resolution.Module module -> "";
      case Resolution.Attribute attribute -> "";
      case Resolution.Namespace namespace -> "";
      case Resolution.Neighbour neighbour -> "";
      case Resolution.StandardLibrary library -> "";
    };
  }

  private static String written(ImportFact fact) {
    String name = fact.name();
    String module = ".".repeat(fact.level()) + fact.module();
    return name == null ? module : module + " " + name;
  }
}
