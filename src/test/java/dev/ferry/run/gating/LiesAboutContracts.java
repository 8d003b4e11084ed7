package dev.ferry.run.gating;

import static dev.ferry.run.gating.Lie.lie;

import dev.ferry.gate.GateKind;
import dev.ferry.model.Verdict;
import java.util.List;

/** Import contracts that hold because they are about nothing. */
final class LiesAboutContracts {
  private static final String CONTRACT =
      """
      [importlinter]
      root_packages =
          core
          labs
      [importlinter:contract:a]
      name = Core keeps away
      type = forbidden
      source_modules = core
      forbidden_modules = labs
      """;

  private LiesAboutContracts() {}

  private static Lie.Draft contracts(String name, String text) {
    return lie(name).gate(GateKind.LANES).file(".importlinter", text);
  }

  static List<Lie> rows() {
    return List.of(
        lie("no contracts anywhere").gate(GateKind.LANES).answers(Verdict.ERROR, "N001"),
        contracts("zero contracts", CONTRACT.substring(0, CONTRACT.indexOf("[importlinter:")))
            .answers(Verdict.ERROR),
        contracts(
                "sections that import-linter does not read",
                CONTRACT.replace("[importlinter:contract:a]", "[contract:a]"))
            .answers(Verdict.ERROR),
        contracts(
                "a contract about a package that does not exist",
                CONTRACT.replace("= labs", "= labs.gone"))
            .answers(Verdict.ERROR, "N015"),
        contracts(
                "a contract about nothing, beside a warning",
                CONTRACT.replace("= labs", "= labs.**.gone")
                    + "ignore_imports = core.none -> labs.none\n"
                    + "unmatched_ignore_imports_alerting = warn\n")
            .answers(Verdict.ERROR, "N016", "N018"),
        contracts("a root package that does not exist", CONTRACT.replace("    labs", "    labz"))
            .answers(Verdict.ERROR),
        contracts(
                "root_package = .",
                CONTRACT.replace("root_packages =\n    core\n    labs\n", "root_package = .\n"))
            .answers(Verdict.ERROR),
        contracts("a candidate that loosens its own contracts", CONTRACT)
            .file("labs/helper.py", "")
            .file("labs/engine.py", "import labs.helper", "", "def start(speed): return speed + 1")
            .changed(
                "core/engine.py", "import labs.helper", "", "def start(speed): return speed + 1")
            .changed(".importlinter", CONTRACT.replace("= labs", "= core.none"))
            .answers(Verdict.FAIL, "N030", "N028"));
  }
}
