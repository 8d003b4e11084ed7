package dev.ferry.plan;

import dev.ferry.facts.BlobSource;
import dev.ferry.facts.Language;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.SnapshotReader;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeChange;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import dev.ferry.python.Python;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A tree without git: files by path, and their blobs. */
final class MemoryTree {
  private final NavigableMap<String, byte[]> files;
  private final Map<String, String> modes = new HashMap<>();

  MemoryTree(Map<String, byte[]> files) {
    this.files = new TreeMap<>(files);
  }

  static MemoryTree of(String... pathsAndTexts) {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return new MemoryTree(files);
  }

  static MemoryTree read(Path directory) {
    Map<String, byte[]> files = new TreeMap<>();
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              String path = directory.relativize(file).toString();
              files.put(path, Files.readAllBytes(file));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new MemoryTree(files);
  }

  MemoryTree withMode(String path, String mode) {
    modes.put(path, mode);
    return this;
  }

  NavigableMap<String, byte[]> files() {
    return files;
  }

  String text(String path) {
    byte[] content = files.get(path);
    return content == null ? "(no such file)" : new String(content, StandardCharsets.UTF_8);
  }

  Snapshot snapshot() {
    return snapshot(List.of());
  }

  /** With these source roots, or those that are found. */
  Snapshot snapshot(List<String> roots) {
    Blobs blobs = new Blobs();
    List<TreeEntry> entries = new ArrayList<>();
    files.forEach(
        (path, content) ->
            entries.add(
                new TreeEntry(modes.getOrDefault(path, "100644"), blobs.add(content), path)));
    TreeListing listing = TreeListing.of(entries);
    Language language = roots.isEmpty() ? new Python() : new Python().rootedAt(roots);
    return new SnapshotReader(language, blobs, Optional.empty())
        .read(new ObjectId("0".repeat(40)), listing);
  }

  /** This tree with a plan carried out. */
  MemoryTree after(List<TreeChange> changes) {
    Blobs blobs = new Blobs();
    files.values().forEach(blobs::add);
    MemoryTree changed = new MemoryTree(files);
    changed.modes.putAll(modes);
    for (TreeChange change : changes) {
      switch (change) {
        case TreeChange.Write(String path, String mode, byte[] content) ->
            changed.withMode(path, mode).files.put(path, content);
        case TreeChange.Place(String path, String mode, ObjectId id) ->
            changed.withMode(path, mode).files.put(path, blobs.read(id).orElseThrow());
        case TreeChange.Delete(String path) -> changed.files.remove(path);
      }
    }
    return changed;
  }

  /** Byte for byte, in a form that a failing test can print. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    files.forEach(
        (path, content) -> texts.put(path, new String(content, StandardCharsets.ISO_8859_1)));
    return texts;
  }

  void writeTo(Path directory) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  static Move move(String source, String destination) {
    String stem = source.endsWith(".py") ? source.substring(0, source.length() - 3) : source;
    return new Move(stem.replace('/', '.'), source, destination);
  }

  /** Blobs by the name that git gives them. */
  private static final class Blobs implements BlobSource {
    private final Map<ObjectId, byte[]> contents = new HashMap<>();

    ObjectId add(byte[] content) {
      ObjectId id = nameOf(content);
      contents.put(id, content);
      return id;
    }

    @Override
    public Optional<byte[]> read(ObjectId blob) {
      return Optional.ofNullable(contents.get(blob));
    }

    @Override
    public void readAll(Collection<ObjectId> blobs, Visitor visitor) {
      blobs.forEach(blob -> visitor.visit(blob, read(blob)));
    }

    @Override
    public ObjectId nameOf(byte[] content) {
      try {
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return new ObjectId(HexFormat.of().formatHex(sha1.digest(content)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
