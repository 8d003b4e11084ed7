package dev.ferry.git;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeChange;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes changes into the user's checkout, all or none: every file is written beside its place
 * first, what stands there is set aside, and only then are they exchanged; whatever fails, what was
 * set aside goes back. The index is not touched.
 */
public final class WorkTreeWriter {
  private final WorkTree tree;

  public WorkTreeWriter(WorkTree tree) {
    this.tree = tree;
  }

  /**
   * Applies the changes. {@link TreeChange.Place} is not among them: its bytes are not here.
   *
   * @throws ProblemException where a file could not be written; everything is as before then
   */
  public void write(List<TreeChange> changes) {
    Map<String, TreeChange> last = new java.util.LinkedHashMap<>();
    changes.forEach(change -> last.put(change.path(), change));
    Deque<Exchange> done = new ArrayDeque<>();
    List<Exchange> exchanges = new ArrayList<>();
    Map<String, Path> written = new HashMap<>();
    CheckoutJournal journal = null;
    try {
      journal = CheckoutJournal.begin(tree.journals(), entries(last.values()));
      writeBeside(last, written);
      for (String path : last.keySet()) {
        exchanges.add(new Exchange(tree.fileOf(path), written.get(path)));
      }
      for (Exchange exchange : exchanges) {
        done.push(exchange);
        exchange.setAside();
      }
      for (Exchange exchange : exchanges) {
        exchange.putInPlace();
      }
      journal.done();
    } catch (IOException e) {
      done.forEach(Exchange::undo);
      written.values().forEach(this::forget);
      if (journal != null) {
        journal.end();
      }
      throw new ProblemException(Problem.of(Code.G031, String.valueOf(e.getMessage())));
    }
    exchanges.forEach(Exchange::forgetOld);
    journal.end();
    last.values().stream()
        .filter(change -> change instanceof TreeChange.Delete)
        .forEach(change -> removeEmptyParents(tree.fileOf(change.path())));
  }

  private List<CheckoutJournal.Entry> entries(Collection<TreeChange> changes) {
    List<CheckoutJournal.Entry> entries = new ArrayList<>();
    for (TreeChange change : changes) {
      Path place = tree.fileOf(change.path());
      String digest =
          change instanceof TreeChange.Write write ? CheckoutJournal.digest(write.content()) : "";
      entries.add(
          new CheckoutJournal.Entry(
              place,
              beside(place, "new"),
              beside(place, "old"),
              digest,
              Files.exists(place, LinkOption.NOFOLLOW_LINKS)));
    }
    return entries;
  }

  private static Path beside(Path place, String what) {
    return place.resolveSibling(".ferry-" + place.getFileName() + "." + what);
  }

  private void writeBeside(Map<String, TreeChange> changes, Map<String, Path> written)
      throws IOException {
    for (TreeChange change : changes.values()) {
      if (change instanceof TreeChange.Write(String path, String mode, byte[] content)) {
        Path place = tree.fileOf(path);
        refuseLinkedParents(place);
        Path directory = Objects.requireNonNull(place.getParent());
        Files.createDirectories(directory);
        Path beside = beside(place, "new");
        written.put(path, beside);
        if (mode.equals("120000")) {
          Files.createSymbolicLink(beside, targetOf(content));
          continue;
        }
        Files.write(beside, content);
        String permissions = mode.equals("100755") ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString(permissions));
      }
    }
  }

  private static Path targetOf(byte[] content) throws IOException {
    try {
      return Path.of(RepoPaths.decode(content));
    } catch (InvalidPathException e) {
      throw new IOException("a link to a name that this system does not have", e);
    }
  }

  /** What was written beside its place and never got there, with the folders made for it. */
  private void forget(Path beside) {
    try {
      Files.deleteIfExists(beside);
      removeEmptyParents(beside);
    } catch (IOException e) {
      // it stays under a name that says what it is
    }
  }

  /**
   * A directory that is a symbolic link may lead out of the repository: nothing is written there.
   */
  private void refuseLinkedParents(Path place) throws IOException {
    for (Path up = place.getParent(); up != null && !up.equals(tree.root()); up = up.getParent()) {
      if (Files.isSymbolicLink(up)) {
        throw new IOException(tree.root().relativize(up) + " is a symbolic link");
      }
    }
  }

  private void removeEmptyParents(Path file) {
    for (Path up = file.getParent(); up != null && !up.equals(tree.root()); up = up.getParent()) {
      try {
        Files.delete(up);
      } catch (DirectoryNotEmptyException e) {
        return;
      } catch (IOException e) {
        // an empty directory that stays is no harm: git does not see it
        return;
      }
    }
  }

  /** One file that comes, goes or is replaced. */
  private static final class Exchange {
    private final Path place;
    private final @org.jspecify.annotations.Nullable Path written;
    private @org.jspecify.annotations.Nullable Path aside;
    private boolean inPlace;

    Exchange(Path place, @org.jspecify.annotations.Nullable Path written) {
      this.place = place;
      this.written = written;
    }

    void setAside() throws IOException {
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        Path target = beside(place, "old");
        Files.move(place, target, StandardCopyOption.ATOMIC_MOVE);
        aside = target;
      }
    }

    void putInPlace() throws IOException {
      if (written != null) {
        Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
        inPlace = true;
      }
    }

    void undo() {
      try {
        if (inPlace) {
          Files.delete(place);
        } else if (written != null) {
          Files.deleteIfExists(written);
        }
        if (aside != null) {
          Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        }
      } catch (NoSuchFileException e) {
        // nothing was there yet
      } catch (IOException e) {
        // the old bytes stay beside their place under a name that says what they are
      }
    }

    void forgetOld() {
      try {
        if (aside != null) {
          Files.deleteIfExists(aside);
        }
      } catch (IOException e) {
        // left beside the file under a name that says what it is
      }
    }
  }
}
