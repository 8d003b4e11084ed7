package dev.ferry.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The index of mentions kept between runs: one file, replaced whole. Where two processes write, the
 * later one wins and the other's new files are read again some time: the cache saves time, it is
 * never needed.
 */
public final class MentionCache {
  /** The name of the file for those of a tree that are no sources. */
  static final String OF_DOCUMENTS = "mentions";

  private final Path file;

  /**
   * @param file made where it does not exist
   */
  public MentionCache(Path file) {
    this.file = file;
  }

  /**
   * What the files of a tree that are no sources can mention.
   *
   * @param home where ferry keeps what it knows of a repository
   */
  public static MentionCache ofDocuments(Path home) {
    return new MentionCache(home.resolve(OF_DOCUMENTS));
  }

  Optional<MentionIndex> load() {
    try {
      return Optional.ofNullable(MentionIndex.decode(Files.readAllBytes(file)));
    } catch (IOException noneYet) {
      return Optional.empty();
    }
  }

  /** Whether it could be written. */
  boolean save(byte[] index) {
    try {
      return AtomicFile.write(file, index);
    } catch (IOException readOnlyOrFull) {
      return false;
    }
  }
}
