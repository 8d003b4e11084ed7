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

  @Test
  void theRulesOfEachFormatCanBeRead() {
    Item item = new Item(List.of("no", "such", "key"), true, 0, 0, 0);
    for (Format format : Format.values()) {
      assertThat(format.rules().expected(item).use()).as(format.name()).isNotNull();
    }
  }
}
