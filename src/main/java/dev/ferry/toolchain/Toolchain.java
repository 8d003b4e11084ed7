package dev.ferry.toolchain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A language's tools, seen from outside. Implementations are pure and safe for several threads;
 * paths of the machine are absolute Strings.
 */
public interface Toolchain {
  /**
   * Looks for the interpreter that the repository's tests run in.
   *
   * @param checkout the user's checkout
   * @param configured what the configuration names, relative to the checkout or absolute
   */
  InterpreterFinding find(String checkout, Optional<String> configured, Surroundings around);

  /** Asks an interpreter what it is and has; its standard output is the answer. */
  Invocation interrogation(InterpreterFinding.Found interpreter);

  /**
   * @throws UnreadableAnswerException where the answer is not one
   */
  Environment understand(InterpreterFinding.Found interpreter, byte[] answer);

  /** Whether the command is the language's usual test runner, so that its arguments are known. */
  boolean isTestRunner(List<String> command);

  /** The command that runs these test files and nothing else. */
  List<String> testCommand(List<String> files);

  /**
   * The test runner's command with its files replaced.
   *
   * @param isPath tells arguments that name files or folders of the repository from others
   */
  List<String> onlyFiles(
      List<String> command, List<String> files, java.util.function.Predicate<String> isPath);

  /** Whether the test runner collects this file. */
  boolean isTestFile(String path);

  /** Whether the file is loaded for the tests beside or below it without being imported. */
  boolean isTestSupport(String path);

  /**
   * Reads one JUnit XML file.
   *
   * @throws UnreadableAnswerException where it is not one
   */
  TestReport report(byte[] junitXml);

  /** A source that fails as soon as it is loaded: what stands in a moved module's place. */
  byte[] sabotage();

  /** Where the scaffold of a test for {@code destination} stands. */
  String scaffoldPath(String template, String destination);

  /** Asks a module for its public names; the answer goes to the file {@code answer}. */
  Invocation publicNames(String program, String module, String answer);

  /**
   * @throws UnreadableAnswerException where the answer is not one
   */
  PublicNames understandNames(byte[] answer);

  /**
   * Asks the application that a command starts for its own table of routes; the answer goes to the
   * file {@code answer}. Nothing where the command names no application.
   */
  Optional<Invocation> ownRoutes(String program, List<String> command, String answer);

  /**
   * @throws UnreadableAnswerException where the answer is not one
   */
  OwnRoutes understandRoutes(byte[] answer);

  /** A test that imports {@code module} and checks that it has these names. */
  byte[] scaffold(String module, PublicNames names);

  /** Globs of files that decide how this language's tests run and what they see. */
  List<String> rulingFiles();

  /** What in a source is worth a line in the log; nothing where the source cannot be read. */
  Optional<List<LoggingUnit>> loggingUnits(byte[] source);

  /** Variables of ferry's environment that this language's programs may see. */
  Set<String> allowedVariables();
}
