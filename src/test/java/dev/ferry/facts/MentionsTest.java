package dev.ferry.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Move;
import dev.ferry.model.TreeListing;
import dev.ferry.python.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where documents and settings mention what moves, and where they only seem to. */
final class MentionsTest {
  private static final Move FILE = new Move("labs.core.x", "labs/core/x.py", "core/x.py");
  private static final Move PACKAGE = new Move("labs.memory", "labs/memory", "core/memory");

  private final InMemoryBlobs blobs = new InMemoryBlobs();

  private Mentions.Found find(String text, Move... moves) {
    return find(
        blobs.tree(
            "labs/core/x.py", "",
            "labs/memory/__init__.py", "",
            "labs/memory/fold.py", "",
            "docs/a.md", text),
        new Mentions(Optional.empty()),
        moves);
  }

  private Mentions.Found find(TreeListing listing, Mentions mentions, Move... moves) {
    Snapshot snapshot =
        new SnapshotReader(new Python(), blobs, Optional.empty())
            .read(blobs.nameOf(new byte[0]), listing);
    return mentions.find(snapshot, List.of(moves), path -> !path.endsWith(".py"));
  }

  @Test
  void namesAndPathsAreFoundAsWholeWords() {
    String text =
        """
        See labs.core.x, `labs.core.x.func()` and "labs.core.x:main".
        run: python -m labs.core.x --path=labs/core/x.py:12 ./labs/core/x.py.
        - labs.memory; labs/memory/fold.py (labs/memory), labs.memory.fold
        """;
    List<Mention> mentions = find(text, FILE, PACKAGE).mentions();
    assertThat(mentions)
        .extracting(mention -> mention.line() + " " + mention.text())
        .containsExactly(
            "1 labs.core.x",
            "1 labs.core.x",
            "1 labs.core.x",
            "2 labs.core.x",
            "2 labs/core/x.py",
            "2 labs/core/x.py",
            "3 labs.memory",
            "3 labs/memory",
            "3 labs/memory",
            "3 labs.memory");
    assertThat(mentions)
        .allSatisfy(
            mention ->
                assertThat(text.substring(mention.start(), mention.end()))
                    .isEqualTo(mention.text()));
    assertThat(mentions.getFirst().move()).isEqualTo(FILE);
    assertThat(mentions.getLast().move()).isEqualTo(PACKAGE);
  }

  @Test
  void whatOnlyResemblesIsLeftAlone() {
    String text =
        """
        candidate.labs.core.x xlabs.core.x labs.core.xy labs.core.x_y labs.core.x-tra
        ../labs/core/x.py /labs/core/x.py old/labs/core/x.py labs/core/x.pyc labs/core/x.py.bak
        https://example.org/labs/core/x.py labs/core/x labs/memory2 labs.memories labs core.x
        """;
    assertThat(find(text, FILE, PACKAGE).mentions()).isEmpty();
  }

  @Test
  void theLongestNameWins() {
    Move inner = new Move("labs.memory.fold", "labs/memory/fold.py", "x/fold.py");
    assertThat(find("labs.memory.fold.y labs/memory/fold.py", PACKAGE, inner).mentions())
        .extracting(Mention::move)
        .containsExactly(inner, inner);
  }

  @Test
  void whatIsNotTextIsNamedAndNotSearched() {
    String name = "labs.core.x ";
    TreeListing listing =
        blobs.tree(
            "labs/core/x.py",
            "",
            "a.bin",
            name + "\0",
            "b.json",
            name.repeat(200_000),
            "c.txt",
            name,
            "d.txt",
            "lost " + name);
    blobs.lose(listing.find("d.txt").orElseThrow().id());
    Mentions.Found found = find(listing, new Mentions(Optional.empty()), FILE);
    assertThat(found.notSearched()).containsExactly("a.bin", "b.json", "d.txt");
    assertThat(found.mentions()).extracting(Mention::path).containsExactly("c.txt");
  }

  @Test
  void aSecondSearchReadsOnlyFilesThatMayMentionIt(@TempDir Path directory) throws Exception {
    List<String> files = new ArrayList<>(List.of("labs/core/x.py", ""));
    for (int i = 0; i < 50; i++) {
      files.addAll(List.of("docs/" + i + ".md", "page" + i + ".of.many and other/words" + i));
    }
    files.addAll(List.of("docs/hit.md", "labs.core.x", "same.md", "labs.core.x"));
    TreeListing listing = blobs.tree(files.toArray(String[]::new));
    Path file = directory.resolve("ferry/mentions");
    Mentions mentions = new Mentions(Optional.of(new MentionCache(file)));
    Mentions.Found first = find(listing, mentions, FILE);
    int reads = blobs.reads();
    Mentions.Found second = find(listing, mentions, FILE);
    assertThat(second).isEqualTo(first);
    assertThat(second.mentions())
        .extracting(Mention::path)
        .containsExactly("docs/hit.md", "same.md");
    assertThat(blobs.reads() - reads).as("the source, and the one blob").isEqualTo(2);
    byte[] damaged = Files.readAllBytes(file);
    damaged[damaged.length / 2] ^= 1;
    Files.write(file, damaged);
    assertThat(find(listing, mentions, FILE)).isEqualTo(first);
  }

  /** Who reads documents for their words has looked for mentions as well. */
  @Test
  void aDocumentIsReadOnceForItsWordsAndItsMentions(@TempDir Path home) {
    TreeListing listing =
        blobs.tree(
            "labs/core/x.py", "", "a.md", "labs.core.x", "b.md", "no", "c.csv", "labs/core/x.py");
    FactsCache cache = new FactsCache(home.resolve("facts"), Clock.systemUTC());
    Snapshot snapshot =
        new SnapshotReader(new Python(), blobs, Optional.of(cache))
            .read(blobs.nameOf(new byte[0]), listing);
    int before = blobs.reads();
    assertThat(snapshot.documentsHolding(List.of(Set.of("labs")))).isEmpty();
    assertThat(blobs.reads() - before).as("both documents").isEqualTo(2);
    Mentions mentions = new Mentions(Optional.of(MentionCache.ofDocuments(home)));
    Mentions.Found found = mentions.find(snapshot, List.of(FILE), path -> !path.endsWith(".py"));
    assertThat(found.mentions()).extracting(Mention::path).containsExactly("a.md", "c.csv");
    assertThat(blobs.reads() - before)
        .as("the table, and the two that mention it")
        .isEqualTo(2 + 1 + 2);
  }

  /**
   * A partial clone lacks some documents in each run; the others are not written again for them.
   */
  @Test
  void documentsThatAreLackingLeaveTheIndexAsItIs(@TempDir Path home) throws Exception {
    TreeListing listing = blobs.tree("a.md", "one `labs`", "b.md", "two");
    blobs.lose(listing.find("b.md").orElseThrow().id());
    FactsCache cache = new FactsCache(home.resolve("facts"), Clock.systemUTC());
    SnapshotReader reader = new SnapshotReader(new Python(), blobs, Optional.of(cache));
    reader.read(blobs.nameOf(new byte[0]), listing).documentsHolding(List.of());
    Path words = only(home, "words");
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(words, old);
    reader.read(blobs.nameOf(new byte[0]), listing).documentsHolding(List.of());
    assertThat(Files.getLastModifiedTime(words)).isEqualTo(old);
    reader
        .read(blobs.nameOf(new byte[0]), blobs.tree("a.md", "one", "c.md", "three"))
        .documentsHolding(List.of());
    assertThat(Files.getLastModifiedTime(words)).isNotEqualTo(old);
  }

  private static Path only(Path home, String ending) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }
}
