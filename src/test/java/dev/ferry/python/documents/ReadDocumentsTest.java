package dev.ferry.python.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of documents, and what is not. */
final class ReadDocumentsTest {
  private final ReadDocuments documents = new ReadDocuments();

  private List<Item> read(String path, String text) {
    return documents.items(Format.INI, path, text);
  }

  @Test
  void theSameTextIsReadOnceAndAnotherAnew() {
    List<Item> first = read("a.ini", "[s]\nk = a.b\n");

    assertThat(first).isNotEmpty().isEqualTo(Format.INI.reader().read("[s]\nk = a.b\n"));
    assertThat(read("a.ini", "[s]\nk = a.b\n")).isSameAs(first);
    assertThat(read("a.ini", "[s]\nkk = a.c\n"))
        .isEqualTo(Format.INI.reader().read("[s]\nkk = a.c\n"))
        .isNotEqualTo(first);
  }

  @Test
  void longOnesAndThoseBeyondTheBoundAreNotKept() {
    read("long.ini", "[s]\nk = " + "x".repeat(1 << 17) + "\n");
    assertThat(documents.size()).isZero();

    String text = "[s]\nk = " + "x".repeat(100_000) + "\n";
    for (int i = 0; i < 100; i++) {
      read(i + ".ini", text);
    }
    assertThat(documents.size()).isEqualTo((4 << 20) / text.length());
    List<Item> last = read("99.ini", text);
    assertThat(read("99.ini", text)).isSameAs(last);
  }
}
