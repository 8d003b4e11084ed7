package dev.ferry.lanes;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The contracts of one file, and the modules that they are about.
 *
 * @param file its path in the repository
 * @param roots names of the packages that are looked at
 * @param external whether packages that are not among them count too, by their first name
 * @param withoutTypeChecking whether imports for type checkers are left out
 */
public record LaneConfiguration(
    String file,
    List<String> roots,
    boolean external,
    boolean withoutTypeChecking,
    List<Contract> contracts) {
  public LaneConfiguration {
    roots = List.copyOf(roots);
    contracts = List.copyOf(contracts);
  }

  /**
   * The same rules after modules moved: of each name the longest moved beginning is replaced.
   *
   * @param moved names of modules, from base to now
   */
  public LaneConfiguration after(Map<String, String> moved) {
    return renamed(name -> Renaming.now(name, moved));
  }

  /** The same rules after modules got other names. */
  LaneConfiguration renamed(UnaryOperator<String> names) {
    return new LaneConfiguration(
        file,
        roots.stream().map(names).distinct().toList(),
        external,
        withoutTypeChecking,
        contracts.stream().map(contract -> contract.renamed(names)).toList());
  }

  /** Whether both say the same, wherever it stands in the file. */
  public boolean saysTheSameAs(LaneConfiguration other) {
    return withoutLines().equals(other.withoutLines());
  }

  private LaneConfiguration withoutLines() {
    return new LaneConfiguration(
        "",
        roots.stream().sorted().toList(),
        external,
        withoutTypeChecking,
        contracts.stream().map(LaneConfiguration::withoutLine).toList());
  }

  private static Contract withoutLine(Contract contract) {
    Contract.Head was = contract.head();
    Contract.Head head =
        new Contract.Head(was.id(), was.name(), 0, was.ignored(), was.alerting(), was.guidance());
    return switch (contract.renamed(name -> name)) {
      case Contract.Forbidden c ->
          new Contract.Forbidden(
              head, c.sources(), c.forbidden(), c.onlyDirectly(), c.asPackages());
      case Contract.Layers c ->
          new Contract.Layers(
              head, c.layers(), c.containers(), c.exhaustive(), c.exhaustiveIgnores());
      case Contract.Independence c -> new Contract.Independence(head, c.modules());
      case Contract.Protected c ->
          new Contract.Protected(head, c.modules(), c.importers(), c.asPackages());
      case Contract.PrivateModules c -> new Contract.PrivateModules(head, c.packages());
      case Contract.AcyclicSiblings c ->
          new Contract.AcyclicSiblings(head, c.ancestors(), c.depth(), c.skipped());
    };
  }
}
