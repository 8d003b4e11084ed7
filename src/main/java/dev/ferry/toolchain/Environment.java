package dev.ferry.toolchain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An interpreter with what is installed for it. Immutable, safe for several threads. */
public interface Environment {
  /** The interpreter, as an absolute path. */
  String program();

  /** Why this one was taken. */
  String origin();

  /** The language's version, for example {@code 3.11.7}. */
  String version();

  /** Changes with everything that can change a test's result: part of every cache key. */
  String digest();

  /** Version of the test runner, where it is installed. */
  Optional<String> testRunner();

  /** Whether a module of this name can be imported from the library or what is installed. */
  boolean provides(String module);

  /** An environment that imports the repository's modules from a slot only. */
  Overlay overlay(OverlayPlace place);

  /** Variables for one test run. */
  Map<String, String> testVariables(TestOrders orders);

  /**
   * Links that let all trees share the compiled code of what lies outside the slot; without them
   * the library would be compiled anew for each tree.
   *
   * @param compiled the directory of one tree
   * @param shared the directory of all
   */
  List<FileToMake> sharedCompiled(String compiled, String shared);

  /** Has every source compiled; the sources are the input. */
  Invocation syntaxCheck(List<byte[]> sources);

  /**
   * What the syntax check found, by index of the source.
   *
   * @throws UnreadableAnswerException where not all of {@code asked} were judged
   */
  List<BrokenSource> brokenSources(byte[] answer, int asked);
}
