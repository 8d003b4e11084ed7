package dev.ferry.lanes;

import java.util.List;

/** What breaks a contract. */
public sealed interface Violation {
  /** Chains of imports between two modules or packages. */
  record NotAllowed(String importer, String imported, List<Route> routes) implements Violation {
    public NotAllowed {
      routes = List.copyOf(routes);
    }
  }

  /**
   * Imports of a protected module by others than the allowed ones.
   *
   * @param expression that the module was found by; empty where it is named
   */
  record ProtectedImports(String module, String expression, List<Link> links) implements Violation {
    public ProtectedImports {
      links = List.copyOf(links);
    }
  }

  /** Imports of private modules from outside their package. */
  record PrivateImports(List<Link> links) implements Violation {
    public PrivateImports {
      links = List.copyOf(links);
    }
  }

  /** Children of containers that no layer names. */
  record Undeclared(List<String> modules) implements Violation {
    public Undeclared {
      modules = List.copyOf(modules);
    }
  }

  /**
   * A circle among the modules of one package.
   *
   * @param links the imports without which there would be none
   */
  record Cycle(String ancestor, List<Dependency> dependencies, List<Link> links)
      implements Violation {
    public Cycle {
      dependencies = List.copyOf(dependencies);
      links = List.copyOf(links);
    }
  }

  /**
   * One module imports another one.
   *
   * @param path of the importer's file; empty where it has none
   * @param lines of the statements, sorted
   */
  record Link(String importer, String imported, String path, List<Integer> lines) {
    public Link {
      lines = List.copyOf(lines);
    }
  }

  /** A chain, and the other imports that could take the place of its first and of its last one. */
  record Route(List<Link> chain, List<Link> otherFirsts, List<Link> otherLasts) {
    public Route {
      chain = List.copyOf(chain);
      otherFirsts = List.copyOf(otherFirsts);
      otherLasts = List.copyOf(otherLasts);
    }
  }

  /**
   * @param imports how many imports make one sibling depend on the other
   */
  record Dependency(String importer, String imported, int imports) {}

  /** How many single things there are to mend. */
  default int count() {
    return switch (this) {
      case NotAllowed chains -> chains.routes().size();
      case ProtectedImports imports -> imports.links().size();
      case PrivateImports imports -> imports.links().size();
      case Undeclared undeclared -> undeclared.modules().size();
      case Cycle cycle -> cycle.dependencies().size();
    };
  }
}
