package dev.ferry.python.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PythonDocumentsTest {
  private final PythonDocuments documents = new PythonDocuments();

  private Set<String> words(String path, String text) {
    return documents.words(path, text.getBytes(UTF_8));
  }

  @Test
  void aWildcardIsMarkedWithWhatItAlwaysMeets() {
    assertThat(words("mypy.ini", "[mypy-labs.*]\nignore_errors = true\n"))
        .contains("*labs")
        .doesNotContain("*", "*.");
    assertThat(words(".github/CODEOWNERS", "/labs/*/orchestration/ @someone\n"))
        .contains("*orchestration")
        .doesNotContain("*", "*.");
  }

  @Test
  void aWildcardForFilesAnywhereIsMarkedAsSuch() {
    assertThat(words(".github/CODEOWNERS", "**/*_test.py @someone\n"))
        .contains("*.")
        .doesNotContain("*");
  }

  @Test
  void aWildcardThatMeetsPartsOfNamesIsLookedAtInEachMove() {
    assertThat(words(".github/CODEOWNERS", "/lab*/ap*/ @someone\n")).contains("*");
  }

  @Test
  void keysOfPackageDataKeepTheirCase() {
    String text = "[options.package_data]\nLabs.API = data/*.json\n[mypy]\nFiles = labs\n";
    assertThat(Format.of("setup.cfg").orElseThrow().reader().read(text))
        .filteredOn(item -> !item.isKey())
        .extracting(item -> item.path().getLast())
        .containsExactly("Labs.API", "files");
  }

  /** {@code <.} stands in prose as well, and no quote is before it. */
  @Test
  void linksBehindAnAngleBracketOfProseAreFound() {
    String text = "Write <.x> or\nsee `the job <./labs/clock.py>`_ and [it](labs/bell.py).\n";
    assertThat(words("docs/a.rst", text)).contains("labs", "clock", "bell");
  }

  /** The fence that ends a block of another language begins none of a shell. */
  @Test
  void whatIsTypedIntoAShellStandsBetweenItsOwnFences() {
    String other = "```python\nx = 1\n```\nprose with cd one\n```text\ncd two\n```\n";
    String shell = "  ~~~console\n  $ cd labs\n  $ python clock.py\n  ~~~\nprose with cd four\n";
    assertThat(words("docs/a.md", other + shell))
        .contains("labs", "clock")
        .doesNotContain("prose", "one", "two", "four");
    assertThat(words("docs/a.md", "```` sh title=one\ncd five\n```\ncd six\n````\ncd seven\n"))
        .contains("five", "six")
        .doesNotContain("seven");
    assertThat(words("docs/a.md", "```\ncd eight")).as("never closed").contains("eight");
  }

  @Test
  void dataIsReadWhereOneOfTheKeysStands() {
    String json = "{\"loggers\": {\"()\": \"labs.clock.Handler\"}}";
    assertThat(words("conf/a.json", json)).contains("labs", "clock", "Handler");
    assertThat(words("conf/a.json", "{\"code\": \"handlers() of labs.clock\"}")).isEmpty();
    for (String key : List.of("():", "'()':", "\"_target_\":", "class_path:")) {
      assertThat(words("conf/a.yaml", "x:\n  " + key + " labs.clock.Handler\n"))
          .as(key)
          .contains("labs", "clock");
    }
    assertThat(words("conf/a.yaml", "x: handlers() of labs.clock\n")).isEmpty();
  }

  @Test
  void theRulesOfEachFormatCanBeRead() {
    Item item = new Item(List.of("no", "such", "key"), true, 0, 0, 0);
    for (Format format : Format.values()) {
      assertThat(format.rules().expected(item).use()).as(format.name()).isNotNull();
    }
  }
}
