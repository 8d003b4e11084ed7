package dev.ferry.lanes;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A rule about imports, as a configuration states it. */
public sealed interface Contract {
  Head head();

  /** The same rule after modules got other names. */
  Contract renamed(UnaryOperator<String> names);

  /** What becomes of an ignored import that is not there. */
  enum Alerting {
    NONE,
    WARN,
    ERROR
  }

  /**
   * What contracts of all types have.
   *
   * @param line of the contract in its file, from 1; 0 where it is not known
   * @param guidance what the authors say to those who break it; empty for nothing
   */
  record Head(
      String id,
      String name,
      int line,
      List<ImportExpression> ignored,
      Alerting alerting,
      String guidance) {
    public Head {
      ignored = List.copyOf(ignored);
    }

    private Head renamed(UnaryOperator<String> names) {
      List<ImportExpression> now = ignored.stream().map(each -> each.renamed(names)).toList();
      return new Head(id, name, line, now, alerting, guidance);
    }
  }

  /** Sources may not reach the forbidden modules. */
  record Forbidden(
      Head head,
      List<ModuleExpression> sources,
      List<ModuleExpression> forbidden,
      boolean onlyDirectly,
      boolean asPackages)
      implements Contract {
    public Forbidden {
      sources = List.copyOf(sources);
      forbidden = List.copyOf(forbidden);
    }

    @Override
    public Forbidden renamed(UnaryOperator<String> names) {
      return new Forbidden(
          head.renamed(names),
          all(sources, names),
          all(forbidden, names),
          onlyDirectly,
          asPackages);
    }
  }

  /** Lower layers may not reach higher ones. */
  record Layers(
      Head head,
      List<Layer> layers,
      List<ModuleExpression> containers,
      boolean exhaustive,
      Set<String> exhaustiveIgnores)
      implements Contract {
    public Layers {
      layers = List.copyOf(layers);
      containers = List.copyOf(containers);
      exhaustiveIgnores = Set.copyOf(exhaustiveIgnores);
    }

    @Override
    public Layers renamed(UnaryOperator<String> names) {
      List<Layer> now =
          containers.isEmpty() ? layers.stream().map(l -> l.renamed(names)).toList() : layers;
      return new Layers(
          head.renamed(names), now, all(containers, names), exhaustive, exhaustiveIgnores);
    }
  }

  /** One rank of layers, the highest first. */
  record Layer(List<Member> members, boolean independent) {
    public Layer {
      members = List.copyOf(members);
    }

    private Layer renamed(UnaryOperator<String> names) {
      return new Layer(
          members.stream().map(m -> new Member(names.apply(m.name), m.optional)).toList(),
          independent);
    }
  }

  /**
   * @param name of the module, as seen from the container where there is one
   */
  record Member(String name, boolean optional) {}

  /** None of the modules may reach another one. */
  record Independence(Head head, List<ModuleExpression> modules) implements Contract {
    public Independence {
      modules = List.copyOf(modules);
    }

    @Override
    public Independence renamed(UnaryOperator<String> names) {
      return new Independence(head.renamed(names), all(modules, names));
    }
  }

  /** Only the allowed importers may import the protected modules. */
  record Protected(
      Head head,
      List<ModuleExpression> modules,
      List<ModuleExpression> importers,
      boolean asPackages)
      implements Contract {
    public Protected {
      modules = List.copyOf(modules);
      importers = List.copyOf(importers);
    }

    @Override
    public Protected renamed(UnaryOperator<String> names) {
      return new Protected(
          head.renamed(names), all(modules, names), all(importers, names), asPackages);
    }
  }

  /**
   * Modules whose name begins with an underscore belong to their package.
   *
   * @param packages where they are looked for; empty for everywhere
   */
  record PrivateModules(Head head, List<ModuleExpression> packages) implements Contract {
    public PrivateModules {
      packages = List.copyOf(packages);
    }

    @Override
    public PrivateModules renamed(UnaryOperator<String> names) {
      return new PrivateModules(head.renamed(names), all(packages, names));
    }
  }

  /** The modules of one package may not import each other in a circle. */
  record AcyclicSiblings(
      Head head, List<ModuleExpression> ancestors, int depth, List<ModuleExpression> skipped)
      implements Contract {
    public AcyclicSiblings {
      ancestors = List.copyOf(ancestors);
      skipped = List.copyOf(skipped);
    }

    @Override
    public AcyclicSiblings renamed(UnaryOperator<String> names) {
      return new AcyclicSiblings(
          head.renamed(names), all(ancestors, names), depth, all(skipped, names));
    }
  }

  private static List<ModuleExpression> all(
      List<ModuleExpression> expressions, UnaryOperator<String> names) {
    Set<ModuleExpression> now = new TreeSet<>();
    expressions.forEach(each -> now.add(each.renamed(names)));
    return List.copyOf(now);
  }
}
