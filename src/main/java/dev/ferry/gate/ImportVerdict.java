package dev.ferry.gate;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges whether every import that resolved at base resolves, and whether old names are gone. */
public final class ImportVerdict {
  private ImportVerdict() {}

  /**
   * An import that refers to nothing.
   *
   * @param path of the importing file, at the candidate
   * @param name the full dotted name that was looked for
   * @param written the name as the statement has it, with its dots
   */
  public record Unresolved(String path, int line, String name, String written) {}

  /**
   * An old name that is still there.
   *
   * @param path the file that it leads to
   */
  public record StillThere(String module, String path) {}

  /**
   * What was found in the module graphs.
   *
   * @param before at base, paths mapped to the candidate
   * @param checked number of imports in touched files, and of old names, that were looked up
   */
  public record Evidence(
      List<Unresolved> before, List<Unresolved> after, List<StillThere> stillThere, long checked) {
    public Evidence {
      before = List.copyOf(before);
      after = List.copyOf(after);
      stillThere = List.copyOf(stillThere);
    }
  }

  /**
   * @param modules names of moved modules, from base to candidate
   */
  public static GateResult judge(
      Evidence evidence, Map<String, String> modules, boolean strict, Duration took) {
    String gate = GateKind.SCHEMA.configured();
    if (evidence.checked() == 0) {
      Problem nothing = Problem.of(Code.T003, gate);
      return new GateResult(gate, Verdict.ERROR, true, 0, 0, List.of(nothing), took);
    }
    Set<String> known = new HashSet<>();
    if (!strict) {
      for (Unresolved before : evidence.before()) {
        known.add(before.path() + "\n" + renamed(before.name(), modules));
        known.add(before.path() + "\n" + before.written());
      }
    }
    List<Problem> problems = new ArrayList<>();
    for (Unresolved after : evidence.after()) {
      boolean old =
          known.contains(after.path() + "\n" + after.name())
              || known.contains(after.path() + "\n" + after.written());
      if (!old) {
        problems.add(Problem.at(after.path(), after.line(), Code.T004, after.name()));
      }
    }
    for (StillThere still : evidence.stillThere()) {
      problems.add(Problem.at(still.path(), 0, Code.T005, still.module(), still.path()));
    }
    Verdict verdict = problems.isEmpty() ? Verdict.PASS : Verdict.FAIL;
    long good = Math.max(0, evidence.checked() - problems.size());
    return new GateResult(gate, verdict, true, good, evidence.checked(), problems, took);
  }

  /** The name after the moves: the longest moved name that it begins with is replaced. */
  private static String renamed(String name, Map<String, String> modules) {
    for (String prefix = name; !prefix.isEmpty(); prefix = parent(prefix)) {
      String now = modules.get(prefix);
      if (now != null) {
        return now + name.substring(prefix.length());
      }
    }
    return name;
  }

  private static String parent(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }
}
