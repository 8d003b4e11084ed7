package dev.ferry.python.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which files have a format. */
final class FormatTest {
  private static final List<String> STEMS =
      List.of("README", "a", "a.b", ".x", "", "Dockerfile", "Makefile", "setup", "package", "tox");
  private static final List<String> ENDINGS =
      List.of(
          "",
          ".md",
          ".rst",
          ".txt",
          ".markdown",
          ".mdx",
          ".rest",
          ".inc",
          ".toml",
          ".json",
          ".code-workspace",
          ".yml",
          ".yaml",
          ".xml",
          ".iml",
          ".sh",
          ".bat",
          ".env",
          ".in",
          ".ini",
          ".cfg",
          ".conf",
          ".mk",
          ".importlinter",
          ".service",
          ".bazel",
          ".properties",
          ".smk",
          ".jenkinsfile",
          ".py",
          ".go",
          ".dockerfile");
  private static final List<String> DIRECTORIES =
      List.of("", "a/", ".github/workflows/", "bin/", ".idea/", ".vscode/");

  /** The quick answer is the one that the patterns give. */
  @Test
  void whetherThereIsOneIsKnownWithoutKnowingWhich() {
    int some = 0;
    for (String directory : DIRECTORIES) {
      for (String stem : STEMS) {
        for (String ending : ENDINGS) {
          String path = directory + stem + ending;
          assertThat(Format.isOne(path)).as(path).isEqualTo(Format.of(path).isPresent());
          some += Format.isOne(path) ? 1 : 0;
        }
      }
    }
    assertThat(some).isGreaterThan(600);
  }
}
