package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.RepoPaths;
import dev.ferry.process.ProcessIdentity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a writing of the checkout is about to exchange, kept beside the repository while it lasts:
 * what a killed ferry left half done is undone by the next one.
 */
final class CheckoutJournal {
  private static final String SUFFIX = ".checkout";
  private static final String DONE = "done";
  private static final int FIELDS = 5;

  private final Path file;

  private CheckoutJournal(Path file) {
    this.file = file;
  }

  /**
   * One file that comes, goes or is replaced.
   *
   * @param written where its new bytes stand first
   * @param aside where its old bytes stand until all is done
   * @param digest of the new bytes; empty where it goes
   * @param wasThere whether it stood there before
   */
  record Entry(Path place, Path written, Path aside, String digest, boolean wasThere) {}

  /** Notes what will be exchanged, durably, before the first byte is written. */
  static CheckoutJournal begin(Path home, List<Entry> entries) throws IOException {
    Files.createDirectories(home);
    Path file = home.resolve(ProcessHandle.current().pid() + SUFFIX);
    StringBuilder text = new StringBuilder(ProcessIdentity.current().line()).append('\0');
    for (Entry entry : entries) {
      text.append(entry.place()).append('\0');
      text.append(entry.written()).append('\0');
      text.append(entry.aside()).append('\0');
      text.append(entry.digest()).append('\0');
      text.append(entry.wasThere()).append('\0');
    }
    append(file, text.toString());
    return new CheckoutJournal(file);
  }

  /** Notes that everything is in its place: only old bytes are left to be thrown away. */
  void done() throws IOException {
    append(file, DONE + "\0");
  }

  void end() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // the next ferry finds nothing left to do in it
    }
  }

  private static void append(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      channel.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
  }

  static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Undoes what ferries that are dead left half done; tells what was done about it. */
  static List<Problem> mend(Path home) {
    List<Problem> told = new ArrayList<>();
    if (!Files.isDirectory(home)) {
      return told;
    }
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX)).toList()) {
        mend(file, told);
      }
    } catch (IOException e) {
      told.add(Problem.of(Code.M052, home.toString(), String.valueOf(e.getMessage())));
    }
    return told;
  }

  private static void mend(Path file, List<Problem> told) throws IOException {
    List<String> words =
        Arrays.asList(Files.readString(file, StandardCharsets.UTF_8).split("\0", -1));
    Optional<ProcessIdentity> owner = ProcessIdentity.parse(words.getFirst());
    if (owner.isPresent() && owner.get().state() != ProcessIdentity.State.DEAD) {
      return;
    }
    boolean done = words.size() % FIELDS == 3 && words.get(words.size() - 2).equals(DONE);
    int mended = 0;
    for (int i = 1; i + FIELDS < words.size(); i += FIELDS) {
      Entry entry =
          new Entry(
              Path.of(words.get(i)),
              Path.of(words.get(i + 1)),
              Path.of(words.get(i + 2)),
              words.get(i + 3),
              Boolean.parseBoolean(words.get(i + 4)));
      mended += done ? forget(entry) : undo(entry, told);
    }
    Files.deleteIfExists(file);
    if (mended > 0) {
      told.add(Problem.of(done ? Code.M053 : Code.M050, Integer.toString(mended)));
    }
  }

  private static int forget(Entry entry) throws IOException {
    return Files.deleteIfExists(entry.aside()) ? 1 : 0;
  }

  private static int undo(Entry entry, List<Problem> told) throws IOException {
    boolean unwritten = Files.deleteIfExists(entry.written());
    boolean setAside = exists(entry.aside());
    boolean present = exists(entry.place());
    boolean ours = present && !unwritten && holds(entry.place(), entry.digest());
    if (setAside && present && !ours) {
      told.add(Problem.of(Code.M051, entry.place().toString(), entry.aside().toString()));
      return 0;
    }
    if (setAside) {
      Files.move(
          entry.aside(),
          entry.place(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return 1;
    }
    if (ours && !entry.wasThere()) {
      Files.delete(entry.place());
      return 1;
    }
    return unwritten ? 1 : 0;
  }

  private static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean holds(Path file, String digest) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return digest(RepoPaths.encode(Files.readSymbolicLink(file).toString())).equals(digest);
    }
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && digest(Files.readAllBytes(file)).equals(digest);
  }
}
