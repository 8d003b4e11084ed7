package dev.ferry.python.scopes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.python.syntax.ScopeKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** CPython and ferry read its standard library; both must find the same names and scopes. */
final class StandardLibraryTest {
  private static final String PYTHON = System.getProperty("ferry.test.python", "python3");

  @Test
  void namesAndScopesAreThoseThatCPythonFinds() throws Exception {
    List<String> differences = new ArrayList<>();
    int files = 0;
    int references = 0;
    Process process = describe(standardLibrary());
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        Path file = Path.of(line.substring("file ".length()));
        List<String> expected = new ArrayList<>();
        while ((line = lines.readLine()) != null && !line.startsWith("file ")) {
          expected.add(line);
        }
        files++;
        references += (int) expected.stream().filter(l -> l.startsWith("ref")).count();
        compare(file, expected, differences);
      }
    }
    assertThat(process.waitFor()).isZero();
    System.out.printf("compared %d files, %d names%n", files, references);
    assertThat(differences).isEmpty();
    assertThat(files).isGreaterThan(500);
  }

  private static void compare(Path file, List<String> expected, List<String> differences)
      throws IOException {
    FileAnalysis analysis = FileAnalysis.of(Files.readAllBytes(file));
    if (analysis.broken()) {
      differences.add(file + ": taken for broken");
    }
    List<String> actual = new ArrayList<>();
    for (Reference reference : analysis.references()) {
      if (!reference.inString()) {
        actual.add("ref " + reference.start(0) + " " + reference.end(reference.length() - 1));
      }
    }
    Collections.sort(actual);
    Set<String> found = new TreeSet<>(actual);
    for (String line : expected) {
      if (line.startsWith("ref ") && !found.contains(line) && differences.size() < 100) {
        differences.add(file + ": not found: " + line);
      }
    }
    List<String> scopes = new ArrayList<>(describeScopes(analysis));
    Collections.sort(scopes);
    List<String> expectedScopes =
        expected.stream().filter(line -> line.startsWith("scope ")).sorted().toList();
    if (!expected.contains("unscoped") && !scopes.equals(expectedScopes)) {
      List<String> missing = new ArrayList<>(expectedScopes);
      scopes.forEach(missing::remove);
      List<String> extra = new ArrayList<>(scopes);
      expectedScopes.forEach(extra::remove);
      differences.add(file + ": CPython: " + missing + " ferry: " + extra);
    }
  }

  private static Collection<String> describeScopes(FileAnalysis analysis) {
    Map<Scope, Names> names = new IdentityHashMap<>();
    names.put(analysis.module(), new Names());
    analysis.scopes().forEach(scope -> names.put(scope, new Names()));
    for (Reference reference : analysis.references()) {
      if (!reference.inString()) {
        refer(names, reference.scope(), reference.name());
      }
    }
    for (Scope scope : names.keySet()) {
      scope.bindings().keySet().forEach(name -> refer(names, scope, name));
      for (String name : scope.declarations()) {
        refer(names, scope, name);
        if (scope.globalDeclaration(name) != null && !name.equals("__class__")) {
          names(names, analysis.module()).globals.add(name);
        }
      }
    }
    List<String> lines = new ArrayList<>();
    names.forEach((scope, found) -> lines.add("scope " + kind(scope) + " " + found));
    return lines;
  }

  private static void refer(Map<Scope, Names> names, Scope scope, String name) {
    if (name.equals("__class__")) {
      return; // CPython binds it by itself where super() needs it
    }
    Scope owner = scope.owner(name);
    Names here = names(names, scope);
    if (owner == scope && scope.kind() != ScopeKind.MODULE) {
      here.locals.add(name);
    } else if (owner == null || owner.kind() == ScopeKind.MODULE) {
      here.globals.add(name);
    } else {
      for (Scope at = scope; at != owner && at != null; at = at.parent()) {
        names(names, at).free.add(name);
      }
    }
  }

  private static Names names(Map<Scope, Names> names, Scope scope) {
    return Objects.requireNonNull(names.get(scope));
  }

  private static String kind(Scope scope) {
    return switch (scope.kind()) {
      case MODULE -> "module";
      case CLASS -> "class";
      case FUNCTION, LAMBDA, COMPREHENSION -> "function";
      case TYPE_PARAMETERS -> "type parameters";
    };
  }

  private static final class Names {
    private final Set<String> locals = new TreeSet<>();
    private final Set<String> globals = new TreeSet<>();
    private final Set<String> free = new TreeSet<>();

    @Override
    public String toString() {
      globals.removeAll(locals);
      free.removeAll(locals);
      return list(locals) + " " + list(globals) + " " + list(free);
    }

    private static String list(Set<String> names) {
      return names.isEmpty() ? "-" : String.join(",", names);
    }
  }

  private static String standardLibrary() throws Exception {
    Process process =
        new ProcessBuilder(PYTHON, "-c", "import os; print(os.path.dirname(os.__file__))").start();
    String path =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    return path;
  }

  private static Process describe(String folder) throws IOException {
    return new ProcessBuilder(
            PYTHON, "src/test/resources/dev/ferry/python/scopes/describe_scopes.py", folder)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
