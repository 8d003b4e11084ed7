package dev.ferry.gate.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FixScopeTest {
  private static final String PLAIN = "100644";

  private List<String> allow = List.of();
  private List<String> protect = List.of();

  private List<Code> codes(FixedFile... files) {
    FixScope scope =
        new FixScope(
            new FixScope.Globs(globs(allow), globs(protect)),
            new FixScope.Globs(
                globs(List.of("core/x.py", "app.py", "tests/test_x.py")),
                globs(List.of("**/tests/**", "ferry.yaml"))),
            Set.of("core/x.py"),
            new FixScope.Limits(2, 10));
    return scope.judge(Arrays.asList(files)).stream().map(Problem::code).toList();
  }

  private static List<PathPattern> globs(List<String> globs) {
    return globs.stream().map(PathPattern::of).toList();
  }

  private static FixedFile edited(String path) {
    return new FixedFile(path, PLAIN, PLAIN, 1, false);
  }

  @Test
  void theMovedFileAndWhatTheMoveRewroteMayChange() {
    assertThat(codes(edited("core/x.py"), edited("app.py"))).isEmpty();
  }

  @Test
  void everythingElseIsOutside() {
    assertThat(codes(edited("core/y.py"))).containsExactly(Code.H010);
    assertThat(codes(new FixedFile("new.py", "", PLAIN, 1, false))).containsExactly(Code.H010);
  }

  @Test
  void aTestIsProtectedThoughTheMoveRewroteIt() {
    assertThat(codes(edited("tests/test_x.py"))).containsExactly(Code.H011);
    allow = List.of("tests/test_*.py");
    assertThat(codes(edited("tests/test_x.py"))).isEmpty();
  }

  @Test
  void whatTheConfigurationProtectsComesBeforeWhatItAllows() {
    allow = List.of("**");
    protect = List.of("app.py");
    assertThat(codes(edited("app.py"))).containsExactly(Code.H011);
    assertThat(codes(edited("ferry.yaml"), edited("core/y.py"))).isEmpty();
  }

  @Test
  void nothingAllowsGitsOwnFiles() {
    allow = List.of("**");
    assertThat(codes(edited("core/.git/config"))).containsExactly(Code.H011);
    assertThat(codes(edited(".gitmodules"))).containsExactly(Code.H011);
  }

  @Test
  void linksAndRepositoriesAreNoPlainFiles() {
    assertThat(codes(new FixedFile("app.py", PLAIN, "120000", 1, false)))
        .containsExactly(Code.H012);
    assertThat(codes(new FixedFile("app.py", PLAIN, "160000", 1, false)))
        .containsExactly(Code.H012);
    assertThat(codes(new FixedFile("app.py", PLAIN, "100755", 0, false))).isEmpty();
  }

  @Test
  void theMovedFileMustStay() {
    assertThat(codes(new FixedFile("core/x.py", PLAIN, "", 1, false))).containsExactly(Code.H016);
    assertThat(codes(new FixedFile("app.py", PLAIN, "", 1, false))).isEmpty();
  }

  @Test
  void sizesAreCountedOverAllFiles() {
    allow = List.of("**");
    assertThat(codes(edited("a"), edited("b"), edited("c"))).containsExactly(Code.H013);
    assertThat(codes(new FixedFile("a", PLAIN, PLAIN, 6, false), edited("b"))).isEmpty();
    assertThat(
            codes(
                new FixedFile("a", PLAIN, PLAIN, 6, false),
                new FixedFile("b", PLAIN, PLAIN, 5, false)))
        .containsExactly(Code.H014);
    assertThat(codes(new FixedFile("a", PLAIN, PLAIN, 0, true))).containsExactly(Code.H015);
  }
}
