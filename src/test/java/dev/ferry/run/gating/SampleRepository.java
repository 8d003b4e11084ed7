package dev.ferry.run.gating;

import dev.ferry.facts.GitObjects;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.SnapshotReader;
import dev.ferry.model.ObjectId;
import dev.ferry.probe.Revision;
import dev.ferry.python.Python;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git repository that a test fills, with commits to judge. */
final class SampleRepository {
  private final Path root;

  private SampleRepository(Path root) {
    this.root = root;
  }

  static SampleRepository at(Path root) {
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    git(root, "init", "-q", "-b", "main");
    git(root, "config", "user.name", "Test");
    git(root, "config", "user.email", "test@example.org");
    return new SampleRepository(root);
  }

  Path root() {
    return root;
  }

  SampleRepository with(String path, String content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SampleRepository move(String from, String to) {
    try {
      Files.createDirectories(root.resolve(to).getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    git(root, "mv", from, to);
    return this;
  }

  SampleRepository without(String path) {
    try {
      Files.delete(root.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Revision commit(String message) {
    git(root, "add", "-A");
    git(root, "commit", "-q", "--allow-empty", "-m", message);
    return new Revision(
        new ObjectId(git(root, "rev-parse", "HEAD").strip()),
        new ObjectId(git(root, "rev-parse", "HEAD^{tree}").strip()));
  }

  Snapshot snapshot(Revision revision) {
    GitObjects objects = new GitObjects(root);
    return new SnapshotReader(new Python(), objects, java.util.Optional.empty())
        .read(revision.tree(), objects.listing(revision.tree()));
  }

  GitWorkplace workplace(Path place, int number) {
    Path tree = place.resolve("slot-" + number);
    git(root, "worktree", "add", "-q", "--detach", tree.toString());
    try {
      Path belongings = Files.createDirectories(place.resolve("slot-" + number + ".own"));
      return new GitWorkplace(tree.toRealPath(), belongings.toRealPath(), number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String git(Path directory, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " failed: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
