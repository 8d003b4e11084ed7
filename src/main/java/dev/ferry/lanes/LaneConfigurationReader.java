package dev.ferry.lanes;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the import contracts of a repository, as import-linter looks for them. */
public final class LaneConfigurationReader {
  /** Where contracts are looked for, at the top of the repository, in this order. */
  public static final List<String> FILES = List.of("setup.cfg", ".importlinter", "pyproject.toml");

  private LaneConfigurationReader() {}

  /**
   * The first of {@link #FILES} that has contracts.
   *
   * @param contents of a path of the tree, or nothing where it has none
   */
  public static LaneReading find(Function<String, Optional<byte[]>> contents) {
    List<LaneReading> found = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (String file : FILES) {
      Optional<byte[]> content = contents.apply(file);
      if (content.isPresent()) {
        Sections sections = Sections.of(file, text(content.get()));
        if (sections.session() != null || !sections.problems().isEmpty() || isStray(sections)) {
          files.add(file);
          found.add(reading(file, sections));
        }
      }
    }
    if (found.isEmpty()) {
      return failed(Problem.of(Code.N001));
    }
    LaneReading first = found.getFirst();
    if (files.size() == 1) {
      return first;
    }
    List<Problem> problems = new ArrayList<>(first.problems());
    problems.add(Problem.of(Code.N025, String.join(", ", files), files.getFirst()));
    return new LaneReading(first.configuration(), problems);
  }

  /** A pyproject.toml or setup.cfg of other tools has none. */
  private static boolean isStray(Sections sections) {
    return !sections.stray().isEmpty() || !sections.contracts().isEmpty();
  }

  /** The contracts of the file with this name; it is TOML if its name ends so. */
  public static LaneReading read(String file, Optional<byte[]> content) {
    return content
        .map(bytes -> reading(file, Sections.of(file, text(bytes))))
        .orElseGet(() -> failed(Problem.of(Code.N002, file)));
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  private static LaneReading failed(Problem why) {
    return new LaneReading(Optional.empty(), List.of(why));
  }

  private static LaneReading reading(String file, Sections sections) {
    List<Problem> problems = sections.problems();
    for (Sections.Stray stray : sections.stray()) {
      problems.add(Problem.at(file, stray.line(), Code.N006, stray.header(), stray.meant()));
    }
    Options session = sections.session();
    if (session == null) {
      if (problems.stream().noneMatch(each -> each.severity() == Severity.ERROR)) {
        boolean toml = file.endsWith(".toml");
        String wanted = toml ? "[tool.importlinter]" : "[importlinter]";
        problems.add(Problem.at(file, 0, Code.N004, wanted));
      }
      return new LaneReading(Optional.empty(), problems);
    }
    List<String> roots = roots(session);
    if (session.has("contract_types")) {
      session.tell(session.lineOf("contract_types"), Code.N010);
    }
    boolean external = session.truth("include_external_packages", false);
    boolean withoutTypeChecking = session.truth("exclude_type_checking_imports", false);
    session.tellUnknown(List.of("contracts", "contract", "show_timings"));
    List<Contract> contracts = contracts(file, sections, problems);
    boolean failed = problems.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    return new LaneReading(
        failed
            ? Optional.empty()
            : Optional.of(
                new LaneConfiguration(file, roots, external, withoutTypeChecking, contracts)),
        problems);
  }

  private static List<String> roots(Options session) {
    Set<String> roots = new LinkedHashSet<>();
    String key = session.has("root_packages") ? "root_packages" : "root_package";
    session.has("root_package");
    session.lines(key).orElse(List.of()).forEach(each -> roots.add(each.strip()));
    if (roots.isEmpty()) {
      session.tell(session.lineOf(key), Code.N007);
    }
    return List.copyOf(roots);
  }

  private static List<Contract> contracts(String file, Sections sections, List<Problem> problems) {
    List<Contract> contracts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Sections.Named named : sections.contracts()) {
      if (!named.id().isEmpty() && !ids.add(named.id())) {
        problems.add(Problem.at(file, named.options().line(), Code.N026, named.id()));
      }
      new ContractParser(named.id(), named.options()).parse().ifPresent(contracts::add);
    }
    if (sections.contracts().isEmpty() && sections.stray().isEmpty()) {
      boolean toml = file.endsWith(".toml");
      problems.add(
          Problem.at(
              file,
              0,
              Code.N005,
              toml ? "[[tool.importlinter.contracts]]" : "[importlinter:contract:ID]"));
    }
    return contracts;
  }
}
