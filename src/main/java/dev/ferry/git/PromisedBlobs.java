package dev.ferry.git;

import dev.ferry.model.ObjectId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The blobs that a partial clone left with its remote. Git itself would get them one by one, each
 * with a connection of its own, as soon as somebody reads them.
 */
final class PromisedBlobs {
  private final GitCalls calls;
  private @Nullable String remote;

  PromisedBlobs(GitCalls calls) {
    this.calls = calls;
  }

  /**
   * Gets all that is missing by one fetch.
   *
   * @return what is there afterwards; blobs that the remote did not give are left out
   */
  List<ObjectId> fetch(Collection<ObjectId> wanted) {
    if (remote().isEmpty()) {
      return List.copyOf(wanted);
    }
    Set<ObjectId> missing = missing(wanted);
    if (missing.isEmpty()) {
      return List.copyOf(wanted);
    }
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    missing.forEach(
        blob -> names.writeBytes((blob.hex() + "\n").getBytes(StandardCharsets.US_ASCII)));
    calls
        .config("fetch.negotiationAlgorithm", "noop")
        .attempt(
            names.toByteArray(),
            List.of(
                "fetch",
                "--no-tags",
                "--no-write-fetch-head",
                "--recurse-submodules=no",
                "--filter=blob:none",
                "--stdin",
                "--end-of-options",
                remote()));
    Set<ObjectId> still = missing(missing);
    return wanted.stream().filter(blob -> !still.contains(blob)).toList();
  }

  /** The remote that promised to keep what the clone left out; empty where the clone is whole. */
  private synchronized String remote() {
    String known = remote;
    if (known == null) {
      known = find();
      remote = known;
    }
    return known;
  }

  private String find() {
    byte[] found =
        calls
            .attempt("config", "--null", "--type=bool", "--get-regexp", "^remote\\..*\\.promisor$")
            .output()
            .stdout();
    for (String setting : new String(found, StandardCharsets.UTF_8).split("\0", -1)) {
      if (setting.endsWith("\ntrue")) {
        return setting.substring("remote.".length(), setting.lastIndexOf(".promisor\n"));
      }
    }
    return "";
  }

  /** Asking for a single object would fetch it; a list of all that is there does not. */
  private Set<ObjectId> missing(Collection<ObjectId> wanted) {
    Set<ObjectId> missing = new HashSet<>(wanted);
    String there =
        new String(
            calls
                .run(
                    "cat-file",
                    "--batch-all-objects",
                    "--batch-check=%(objectname)",
                    "--unordered",
                    "--buffer")
                .stdout(),
            StandardCharsets.US_ASCII);
    there.lines().forEach(name -> missing.remove(new ObjectId(name)));
    return missing;
  }
}
