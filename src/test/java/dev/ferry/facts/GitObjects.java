package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The objects of a real repository, read by git itself; for one thread. */
public final class GitObjects implements BlobSource {
  private final Path repository;

  public GitObjects(Path repository) {
    this.repository = repository;
  }

  public ObjectId treeOf(String revision) {
    return new ObjectId(run("rev-parse", revision + "^{tree}").strip());
  }

  public TreeListing listing(ObjectId tree) {
    List<TreeEntry> entries = new ArrayList<>();
    for (byte[] leaf : split(runRaw("ls-tree", "-r", "-z", "--full-tree", tree.hex()))) {
      String line = RepoPaths.decode(leaf);
      int tab = line.indexOf('\t');
      String[] head = line.substring(0, tab).split(" ", -1);
      entries.add(new TreeEntry(head[0], new ObjectId(head[2]), line.substring(tab + 1)));
    }
    return TreeListing.of(entries);
  }

  private static List<byte[]> split(byte[] bytes) {
    List<byte[]> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        parts.add(java.util.Arrays.copyOfRange(bytes, from, i));
        from = i + 1;
      }
    }
    return parts;
  }

  @Override
  public Optional<byte[]> read(ObjectId blob) {
    List<Optional<byte[]>> found = new ArrayList<>();
    readAll(List.of(blob), (id, content) -> found.add(content));
    return found.getFirst();
  }

  @Override
  public void readAll(Collection<ObjectId> blobs, Visitor visitor) {
    try {
      Process git = start("cat-file", "--batch", "--buffer");
      Thread feeder = Thread.ofPlatform().start(() -> feed(git, blobs));
      try (InputStream in = new BufferedInputStream(git.getInputStream(), 1 << 16)) {
        for (ObjectId blob : blobs) {
          visitor.visit(blob, answer(in));
        }
      }
      feeder.join();
      git.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void feed(Process git, Collection<ObjectId> blobs) {
    try (OutputStream out = new BufferedOutputStream(git.getOutputStream())) {
      for (ObjectId blob : blobs) {
        out.write((blob.hex() + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<byte[]> answer(InputStream in) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("git ended early");
      }
      header.write(b);
    }
    String[] words = header.toString(StandardCharsets.US_ASCII).split(" ", -1);
    if (words.length < 3) {
      return Optional.empty();
    }
    byte[] content = in.readNBytes(Integer.parseInt(words[2]));
    in.skipNBytes(1);
    return Optional.of(content);
  }

  @Override
  public ObjectId nameOf(byte[] content) {
    return ObjectNames.of(content);
  }

  private String run(String... arguments) {
    return new String(runRaw(arguments), StandardCharsets.UTF_8);
  }

  private byte[] runRaw(String... arguments) {
    try {
      Process git = start(arguments);
      git.getOutputStream().close();
      byte[] output = git.getInputStream().readAllBytes();
      if (git.waitFor() != 0) {
        throw new IllegalStateException("git " + List.of(arguments) + " failed");
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
