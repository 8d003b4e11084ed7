package dev.ferry.python.testing;

import dev.ferry.model.RepoPaths;
import dev.ferry.python.logging.LoggingUnits;
import dev.ferry.toolchain.Environment;
import dev.ferry.toolchain.InterpreterFinding;
import dev.ferry.toolchain.Invocation;
import dev.ferry.toolchain.LoggingUnit;
import dev.ferry.toolchain.OwnRoutes;
import dev.ferry.toolchain.PublicNames;
import dev.ferry.toolchain.Surroundings;
import dev.ferry.toolchain.TestReport;
import dev.ferry.toolchain.Toolchain;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Python and pytest, as ferry's gates see them. */
public final class PythonTools implements Toolchain {
  /** As uvicorn, hypercorn and gunicorn take it: {@code serve.main:app}. */
  private static final Pattern APPLICATION =
      Pattern.compile("[A-Za-z_][\\w.]*:[A-Za-z_][\\w.]*(\\(\\))?");

  /** Options of pytest that take the next argument as their value. */
  private static final Set<String> TAKING_A_VALUE =
      Set.of(
          "-m",
          "-k",
          "-p",
          "-c",
          "-o",
          "-n",
          "-W",
          "-r",
          "--maxfail",
          "--tb",
          "--rootdir",
          "--confcutdir",
          "--ignore",
          "--ignore-glob",
          "--deselect",
          "--durations",
          "--junitxml",
          "--cov",
          "--cov-report",
          "--cov-config",
          "--import-mode",
          "--timeout",
          "--basetemp",
          "--override-ini",
          "--config-file",
          "--log-level",
          "--dist",
          "--color",
          "--junit-xml");

  @Override
  public InterpreterFinding find(
      String checkout, Optional<String> configured, Surroundings around) {
    return new InterpreterSearch(checkout, around).find(configured);
  }

  @Override
  public Invocation interrogation(InterpreterFinding.Found interpreter) {
    return new Invocation(
        List.of(interpreter.program(), "-"),
        Scripts.INTERROGATE.text().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Environment understand(InterpreterFinding.Found interpreter, byte[] answer) {
    return new PythonEnvironment(interpreter.origin(), PythonAnswer.of(answer));
  }

  @Override
  public boolean isTestRunner(List<String> command) {
    return argumentsFrom(command) > 0;
  }

  /** Where pytest's own arguments begin, or 0 where the command is not pytest. */
  private static int argumentsFrom(List<String> command) {
    if (command.isEmpty()) {
      return 0;
    }
    String program = RepoPaths.name(command.getFirst());
    if (program.equals("pytest") || program.equals("py.test")) {
      return 1;
    }
    boolean module =
        program.startsWith("python")
            && command.size() > 2
            && command.get(1).equals("-m")
            && command.get(2).equals("pytest");
    return module ? 3 : 0;
  }

  @Override
  public List<String> testCommand(List<String> files) {
    List<String> command = new ArrayList<>(List.of("pytest", "-q", "--"));
    command.addAll(files);
    return command;
  }

  @Override
  public List<String> onlyFiles(
      List<String> command, List<String> files, Predicate<String> isPath) {
    int from = argumentsFrom(command);
    List<String> narrowed = new ArrayList<>(command.subList(0, from));
    for (int i = from; i < command.size(); i++) {
      String argument = command.get(i);
      boolean value = i > from && TAKING_A_VALUE.contains(command.get(i - 1));
      boolean place =
          !value && !argument.startsWith("-") && isPath.test(TestReport.fileOf(argument));
      if (!place) {
        narrowed.add(argument);
      }
    }
    narrowed.addAll(files);
    return narrowed;
  }

  @Override
  public boolean isTestFile(String path) {
    String name = RepoPaths.name(path);
    return name.endsWith(".py") && (name.startsWith("test_") || name.endsWith("_test.py"));
  }

  @Override
  public boolean isTestSupport(String path) {
    return RepoPaths.name(path).equals("conftest.py");
  }

  @Override
  public TestReport report(byte[] junitXml) {
    return JunitXml.read(junitXml);
  }

  @Override
  public byte[] sabotage() {
    return "raise RuntimeError(\"ferry: sabotage control\")\n".getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String scaffoldPath(String template, String destination) {
    String whole =
        destination.endsWith(".py")
            ? destination.substring(0, destination.length() - 3)
            : destination;
    return template.replace("{destination}", whole.replace('/', '_').replace('.', '_'));
  }

  @Override
  public Invocation publicNames(String program, String module, String answer) {
    return new Invocation(
        List.of(program, "-", answer, module),
        Scripts.PUBLIC_NAMES.text().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public PublicNames understandNames(byte[] answer) {
    return ScaffoldTest.understand(answer);
  }

  @Override
  public Optional<Invocation> ownRoutes(String program, List<String> command, String answer) {
    return command.stream()
        .filter(word -> APPLICATION.matcher(word).matches())
        .findFirst()
        .map(
            named ->
                new Invocation(
                    List.of(program, "-", answer, named),
                    Scripts.ROUTES.text().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public OwnRoutes understandRoutes(byte[] answer) {
    return RoutesAnswer.of(answer);
  }

  @Override
  public byte[] scaffold(String module, PublicNames names) {
    return ScaffoldTest.source(module, names);
  }

  @Override
  public List<String> rulingFiles() {
    return List.of(
        "**/test_*.py",
        "**/*_test.py",
        "**/conftest.py",
        "**/pytest.ini",
        "**/.pytest.ini",
        "**/pyproject.toml",
        "**/setup.cfg",
        "**/setup.py",
        "**/tox.ini",
        "**/noxfile.py",
        "**/sitecustomize.py",
        "**/usercustomize.py",
        "**/*.pth",
        "**/.coveragerc",
        "**/requirements*.txt");
  }

  @Override
  public Optional<List<LoggingUnit>> loggingUnits(byte[] source) {
    return LoggingUnits.of(source);
  }

  @Override
  public Set<String> allowedVariables() {
    // loaders and compilers of installed packages need these; PYTHON* would undo the overlay
    return Set.of("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SSL_CERT_FILE", "CUDA_VISIBLE_DEVICES");
  }
}
