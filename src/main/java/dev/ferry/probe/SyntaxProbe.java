package dev.ferry.probe;

import dev.ferry.gate.SyntaxVerdict.Judged;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.process.ProgramRequest;
import dev.ferry.process.ProgramResult;
import dev.ferry.process.Programs;
import dev.ferry.toolchain.BrokenSource;
import dev.ferry.toolchain.Environment;
import dev.ferry.toolchain.Invocation;
import dev.ferry.toolchain.UnreadableAnswerException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Has touched files parsed: sources by the environment's interpreter, all in one process. */
public final class SyntaxProbe {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Programs programs;

  public SyntaxProbe(Programs programs) {
    this.programs = programs;
  }

  /**
   * A touched file.
   *
   * @param path at the candidate
   * @param isSource whether it is a source of the language
   * @param before its bytes at base, empty where it is new
   */
  public record Touched(String path, boolean isSource, byte[] now, Optional<byte[]> before) {
    boolean isData() {
      return !isSource && DataFormat.of(path).isPresent();
    }
  }

  /** Either what was found, or why nothing could be. */
  public sealed interface Result {
    record Found(List<Judged> files) implements Result {}

    record Unknown(Problem why) implements Result {}
  }

  /** Judges the sources and data files among those touched; other files are left out. */
  public Result judge(Environment environment, List<Touched> touched) {
    List<Touched> sources = touched.stream().filter(Touched::isSource).toList();
    List<Judged> judged = new ArrayList<>();
    try {
      Map<Integer, BrokenSource> broken =
          broken(environment, sources.stream().map(Touched::now).toList());
      Map<Integer, BrokenSource> brokenBefore = brokenBefore(environment, sources, broken);
      for (int i = 0; i < sources.size(); i++) {
        BrokenSource now = broken.get(i);
        String path = sources.get(i).path();
        judged.add(
            new Judged(
                path,
                now == null ? null : Problem.at(path, now.line(), Code.T001, now.message()),
                brokenBefore.containsKey(i)));
      }
    } catch (UnreadableAnswerException silent) {
      return new Result.Unknown(
          Problem.of(Code.E004, environment.program(), String.valueOf(silent.getMessage())));
    }
    touched.stream().filter(Touched::isData).map(SyntaxProbe::data).forEach(judged::add);
    return new Result.Found(judged);
  }

  /** Only what is broken now is looked at as it was before. */
  private Map<Integer, BrokenSource> brokenBefore(
      Environment environment, List<Touched> sources, Map<Integer, BrokenSource> broken) {
    List<Integer> indices =
        broken.keySet().stream().filter(i -> sources.get(i).before().isPresent()).toList();
    Map<Integer, BrokenSource> before = new TreeMap<>();
    if (!indices.isEmpty()) {
      List<byte[]> contents =
          indices.stream().map(i -> sources.get(i).before().orElseThrow()).toList();
      broken(environment, contents)
          .forEach((position, found) -> before.put(indices.get(position), found));
    }
    return before;
  }

  private Map<Integer, BrokenSource> broken(Environment environment, List<byte[]> sources) {
    Map<Integer, BrokenSource> broken = new TreeMap<>();
    if (sources.isEmpty()) {
      return broken;
    }
    Invocation check = environment.syntaxCheck(sources);
    ProgramResult result =
        programs.run(
            ProgramRequest.of(check.argv(), Path.of("/"), Map.of())
                .reading(check.input())
                .within(PATIENCE));
    if (!(result instanceof ProgramResult.Ended ended) || !ended.succeeded()) {
      throw new UnreadableAnswerException("the syntax check did not end well");
    }
    environment
        .brokenSources(ended.output().stdout(), sources.size())
        .forEach(found -> broken.put(found.index(), found));
    return broken;
  }

  private static Judged data(Touched file) {
    DataFormat format = DataFormat.of(file.path()).orElseThrow();
    Problem problem =
        format
            .mistakeIn(file.now())
            .map(
                mistake ->
                    Problem.at(
                        file.path(), mistake.line(), Code.T033, format.shown(), mistake.message()))
            .orElse(null);
    boolean before =
        file.before().map(content -> format.mistakeIn(content).isPresent()).orElse(false);
    return new Judged(file.path(), problem, problem != null && before);
  }
}
