package dev.ferry.gate;

import dev.ferry.gate.openapi.Mistake;
import dev.ferry.gate.openapi.OpenApiDocument.Checked;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges whether OpenAPI documents are as valid as they were at base. */
public final class DocumentVerdict {
  private static final int MOST_TOLD = 20;

  private final Map<String, String> modules;
  private final boolean strict;
  private final List<Problem> blocking = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();
  private boolean unjudged;

  private DocumentVerdict(Map<String, String> modules, boolean strict) {
    this.modules = modules;
    this.strict = strict;
  }

  /**
   * One document.
   *
   * @param path at the candidate
   * @param now nothing where it is not there
   * @param before what was found at base, paths mapped to the candidate
   */
  public record Judged(String path, Optional<Checked> now, Optional<Checked> before) {}

  /**
   * @param imports what the gate says of imports
   * @param modules names of moved modules, from base to candidate
   * @return the one result of both
   */
  public static GateResult judge(
      GateResult imports,
      List<Judged> documents,
      Map<String, String> modules,
      boolean strict,
      Duration took) {
    if (documents.isEmpty()) {
      return imports;
    }
    DocumentVerdict verdict = new DocumentVerdict(modules, strict);
    long good = 0;
    long counted = 0;
    for (Judged document : documents) {
      int before = verdict.blocking.size();
      if (verdict.counts(document)) {
        counted++;
        good += verdict.blocking.size() == before ? 1 : 0;
      }
    }
    return verdict.joined(imports, good, counted, took);
  }

  private GateResult joined(GateResult imports, long good, long counted, Duration took) {
    boolean nothingElse = imports.denominator() == 0 && counted > 0;
    List<Problem> findings = new ArrayList<>(blocking);
    if (!nothingElse) {
      findings.addAll(imports.findings());
    }
    findings.addAll(notes);
    Verdict verdict = nothingElse ? Verdict.PASS : imports.verdict();
    if (verdict == Verdict.PASS && !blocking.isEmpty()) {
      verdict = unjudged ? Verdict.ERROR : Verdict.FAIL;
    }
    return new GateResult(
        imports.gate(),
        verdict,
        imports.proven(),
        imports.numerator() + good,
        imports.denominator() + counted,
        findings,
        took);
  }

  /** Whether the document was one to judge. */
  private boolean counts(Judged document) {
    String path = document.path();
    if (document.now().isEmpty()) {
      blocking.add(Problem.at(path, 0, Code.T092));
      unjudged = true;
      return true;
    }
    switch (document.now().get()) {
      case Checked.Unreadable(int line, String why) -> {
        boolean asAtBase =
            document.before().filter(Checked.Unreadable.class::isInstance).isPresent();
        if (asAtBase && !strict) {
          notes.add(Problem.at(path, line, Code.T002));
        } else {
          blocking.add(Problem.at(path, line, Code.T090, why));
          unjudged = true;
        }
      }
      case Checked.OtherVersion(String version) -> {
        notes.add(Problem.at(path, 0, Code.T091, version));
        return false;
      }
      case Checked.Read(boolean isOne, List<Mistake> mistakes) ->
          compare(mistakes, document.before());
    }
    return true;
  }

  private void compare(List<Mistake> mistakes, Optional<Checked> before) {
    Set<String> known = new HashSet<>();
    if (!strict
        && before.isPresent()
        && before.get() instanceof Checked.Read(boolean wasOne, var old)) {
      old.forEach(mistake -> known.add(renamed(key(mistake))));
    }
    List<Mistake> standing =
        mistakes.stream().filter(mistake -> known.contains(renamed(key(mistake)))).toList();
    List<Mistake> fresh =
        mistakes.stream().filter(mistake -> !known.contains(renamed(key(mistake)))).toList();
    fresh.stream()
        .limit(MOST_TOLD)
        .map(
            mistake ->
                Problem.at(
                    mistake.file(),
                    mistake.line(),
                    Code.T088,
                    "#" + mistake.pointer(),
                    mistake.text()))
        .forEach(blocking::add);
    if (fresh.size() > MOST_TOLD) {
      String file = fresh.get(MOST_TOLD).file();
      blocking.add(Problem.at(file, 0, Code.T093, String.valueOf(fresh.size() - MOST_TOLD)));
    }
    if (!standing.isEmpty()) {
      Mistake first = standing.getFirst();
      notes.add(
          Problem.at(
              first.file(),
              first.line(),
              Code.T089,
              String.valueOf(standing.size()),
              "#" + first.pointer(),
              first.text()));
    }
  }

  private static String key(Mistake mistake) {
    return mistake.file() + "\n" + mistake.pointer() + "\n" + mistake.text();
  }

  /** A mistake that names a moved module is the same one with its new name. */
  private String renamed(String text) {
    String now = text;
    for (Map.Entry<String, String> module : modules.entrySet()) {
      now = now.replace(module.getKey(), module.getValue());
    }
    return now;
  }
}
