package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Blobs that a test writes down; counts what is read. */
public final class InMemoryBlobs implements BlobSource {
  private final Map<String, byte[]> byHex = new TreeMap<>();
  private int reads;

  /** A tree of these files, path and text in turn. */
  public TreeListing tree(String... pathsAndTexts) {
    List<TreeEntry> entries = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      byte[] content = pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
      entries.add(new TreeEntry("100644", add(content), pathsAndTexts[i]));
    }
    return TreeListing.of(entries);
  }

  public ObjectId add(byte[] content) {
    ObjectId name = nameOf(content);
    byHex.put(name.hex(), content);
    return name;
  }

  /** Forgets a blob, as partial clones do. */
  public void lose(ObjectId blob) {
    byHex.remove(blob.hex());
  }

  public int reads() {
    return reads;
  }

  @Override
  public Optional<byte[]> read(ObjectId blob) {
    reads++;
    return Optional.ofNullable(byHex.get(blob.hex()));
  }

  @Override
  public void readAll(Collection<ObjectId> blobs, Visitor visitor) {
    blobs.forEach(blob -> visitor.visit(blob, read(blob)));
  }

  @Override
  public ObjectId nameOf(byte[] content) {
    return ObjectNames.of(content);
  }
}
