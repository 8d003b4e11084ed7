package dev.ferry.lanes;

import dev.ferry.facts.Snapshot;
import dev.ferry.lanes.ContractResult.Status;
import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One tree with its contracts looked up. It can be judged as it is, or against another one, so that
 * only what is new counts. Safe for several threads.
 */
public final class LaneGuard {
  private final LaneConfiguration configuration;
  private final LaneModules modules;
  private final List<ResolvedContract> contracts;

  private LaneGuard(
      LaneConfiguration configuration, LaneModules modules, List<ResolvedContract> contracts) {
    this.configuration = configuration;
    this.modules = modules;
    this.contracts = contracts;
  }

  /**
   * @param strictPackages whether directories without a package file are left out where Python's
   *     own tools would not look into them, as import-linter does
   */
  public static LaneGuard of(
      Snapshot snapshot, LaneConfiguration configuration, boolean strictPackages) {
    LaneModules modules =
        LaneModules.of(snapshot, LaneModules.Wanted.by(configuration, strictPackages));
    ContractResolver resolver = new ContractResolver(configuration, modules.graph());
    List<ResolvedContract> contracts =
        configuration.contracts().stream().map(resolver::resolve).toList();
    return new LaneGuard(configuration, modules, contracts);
  }

  /** All violations. */
  public LaneReport report() {
    List<ContractResult> results = new ArrayList<>();
    for (ResolvedContract contract : contracts) {
      results.add(result(contract, violations(contract), 0));
    }
    return report(results);
  }

  /**
   * Violations that do not stand at base. Contracts are matched by their place in the
   * configuration, which is the same in both.
   *
   * @param moved names of modules, from base to now
   */
  public LaneReport reportSince(LaneGuard base, Map<String, String> moved) {
    if (base.contracts.size() != contracts.size()) {
      throw new IllegalArgumentException("not the same contracts");
    }
    Renaming renaming = new Renaming(moved);
    List<ContractResult> results = new ArrayList<>();
    for (int i = 0; i < contracts.size(); i++) {
      ResolvedContract contract = contracts.get(i);
      List<Violation> all = violations(contract);
      if (all.isEmpty()) {
        results.add(result(contract, all, 0));
      } else {
        BaseState state = new BaseState(base.contracts.get(i), modules.graph(), renaming);
        List<Violation> fresh = fresh(contract, state);
        int standing = Math.max(0, count(all) - count(fresh));
        results.add(result(contract, fresh, standing));
      }
    }
    return report(results);
  }

  private LaneReport report(List<ContractResult> results) {
    return new LaneReport(
        configuration,
        modules.files().size(),
        modules.graph().importCount(),
        results,
        modules.problems());
  }

  /** Whether packages are missing that the configuration names, so that nothing can be judged. */
  private boolean lacksRoots() {
    return modules.problems().stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  private List<Violation> violations(ResolvedContract contract) {
    Rule rule = contract.rule();
    return rule == null || contract.isError() || lacksRoots()
        ? List.of()
        : new ContractCheck(contract, modules.files()).violations(rule);
  }

  private List<Violation> fresh(ResolvedContract contract, BaseState state) {
    Rule rule = contract.rule();
    return rule == null
        ? List.of()
        : new NewViolations(contract, modules.files(), state).find(rule);
  }

  private ContractResult result(
      ResolvedContract contract, List<Violation> violations, int standing) {
    Rule rule = contract.rule();
    boolean failed = rule == null || contract.isError() || lacksRoots();
    Status status = failed ? Status.ERROR : violations.isEmpty() ? Status.KEPT : Status.BROKEN;
    List<Problem> problems = contract.problems();
    if (lacksRoots()) {
      problems = List.of(); // what is missing in a missing package is no news
    }
    return new ContractResult(
        contract.contract(),
        status,
        violations,
        rule == null ? 0 : rule.size(),
        contract.ignored(),
        standing,
        problems);
  }

  private static int count(List<Violation> violations) {
    return violations.stream().mapToInt(Violation::count).sum();
  }
}
