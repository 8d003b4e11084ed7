package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Blobs of git and contents that are no objects yet.
 *
 * @param git where all others come from
 */
record WrittenBlobs(BlobSource git, Map<ObjectId, byte[]> written) implements BlobSource {
  @Override
  public Optional<byte[]> read(ObjectId blob) {
    byte[] own = written.get(blob);
    return own != null ? Optional.of(own.clone()) : git.read(blob);
  }

  @Override
  public void readAll(Collection<ObjectId> blobs, Visitor visitor) {
    List<ObjectId> stored = new ArrayList<>();
    for (ObjectId blob : blobs) {
      if (written.containsKey(blob)) {
        visitor.visit(blob, read(blob));
      } else {
        stored.add(blob);
      }
    }
    git.readAll(stored, visitor);
  }

  @Override
  public ObjectId nameOf(byte[] content) {
    return git.nameOf(content);
  }
}
