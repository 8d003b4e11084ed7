package dev.ferry.git;

import dev.ferry.facts.BlobSource;
import dev.ferry.model.ObjectId;
import dev.ferry.process.Conversation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Blobs through {@code git cat-file --batch}: one long-lived process for single reads, one of its
 * own for each reading of many. Safe for several threads; single reads take turns.
 */
public final class GitBlobs implements BlobSource, AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** Up to how many blobs are asked for by the program that runs already. */
  private static final int FEW = 32;

  private final GitCalls calls;
  private final PromisedBlobs promised;
  private final ObjectFormat format;
  private @Nullable Conversation single;
  private @Nullable InputStream singleOutput;

  GitBlobs(GitCalls calls, ObjectFormat format) {
    this.calls = calls;
    this.promised = new PromisedBlobs(calls);
    this.format = format;
  }

  @Override
  public synchronized Optional<byte[]> read(ObjectId blob) {
    Conversation git = single;
    InputStream output = singleOutput;
    if (git == null || output == null || !git.isAlive()) {
      close();
      git = calls.converse("cat-file", "--batch");
      output = new BufferedInputStream(git.output(), BUFFER);
      single = git;
      singleOutput = output;
    }
    try {
      git.input().write(line(blob));
      git.input().flush();
      return answer(output, blob);
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("reading " + blob, e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>The questions are written by a thread of their own: git answers while it still reads.
   */
  @Override
  public void readAll(Collection<ObjectId> blobs, Visitor visitor) {
    if (blobs.isEmpty()) {
      return;
    }
    List<ObjectId> asked = promised.fetch(blobs);
    if (asked.size() < blobs.size()) {
      Set<ObjectId> there = Set.copyOf(asked);
      blobs.stream()
          .filter(blob -> !there.contains(blob))
          .forEach(blob -> visitor.visit(blob, Optional.empty()));
    }
    if (asked.size() <= FEW) {
      readFew(asked, visitor);
      return;
    }
    try (Conversation git = calls.converse("cat-file", "--batch", "--buffer")) {
      Thread.ofPlatform().daemon().name("blob-names").start(() -> write(asked, git.input()));
      visitAll(asked, git, visitor);
    } catch (IOException e) {
      // git ended in the middle: a full disk, a damaged pack, somebody who killed it
      throw GitCalls.failed(List.of("cat-file"), String.valueOf(e.getMessage()));
    }
  }

  /** A program started for each of thousands of small questions takes most of their time. */
  private void readFew(List<ObjectId> asked, Visitor visitor) {
    for (ObjectId blob : asked) {
      Optional<byte[]> content;
      try {
        content = read(blob);
      } catch (UncheckedIOException e) {
        throw GitCalls.failed(List.of("cat-file"), String.valueOf(e.getMessage()));
      }
      visitor.visit(blob, content);
    }
  }

  private static void visitAll(List<ObjectId> asked, Conversation git, Visitor visitor)
      throws IOException {
    InputStream output = new BufferedInputStream(git.output(), BUFFER);
    int visited = 0;
    try {
      for (ObjectId blob : asked) {
        visitor.visit(blob, answer(output, blob));
        visited++;
      }
    } finally {
      if (visited < asked.size()) {
        git.abort();
      }
    }
  }

  @Override
  public ObjectId nameOf(byte[] content) {
    return format.blobName(content);
  }

  @Override
  public synchronized void close() {
    Conversation git = single;
    if (git != null) {
      git.close();
    }
    single = null;
    singleOutput = null;
  }

  private static void write(List<ObjectId> blobs, OutputStream to) {
    try (to) {
      var buffer = new java.io.ByteArrayOutputStream(BUFFER);
      for (ObjectId blob : blobs) {
        buffer.writeBytes(line(blob));
        if (buffer.size() > BUFFER - 128) {
          to.write(buffer.toByteArray());
          buffer.reset();
        }
      }
      to.write(buffer.toByteArray());
    } catch (IOException gone) {
      // the reader notices that answers are missing
    }
  }

  private static byte[] line(ObjectId blob) {
    return (blob.hex() + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** {@code NAME SP TYPE SP SIZE LF BYTES LF}, or {@code NAME SP missing LF}. */
  private static Optional<byte[]> answer(InputStream in, ObjectId blob) throws IOException {
    String header = header(in);
    if (header.endsWith(" missing")) {
      return Optional.empty();
    }
    String[] fields = header.split(" ", -1);
    if (fields.length != 3 || !fields[0].equals(blob.hex())) {
      throw new IOException("git cat-file answered " + header);
    }
    int size = Integer.parseInt(fields[2]);
    byte[] content = in.readNBytes(size);
    if (content.length != size || in.read() != '\n') {
      throw new IOException("git cat-file ended within " + blob);
    }
    return fields[1].equals("blob") ? Optional.of(content) : Optional.empty();
  }

  private static String header(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("git cat-file ended");
      }
      line.append((char) c);
    }
    return line.toString();
  }
}
