package dev.ferry.run.gating;

import dev.ferry.facts.Snapshot;
import dev.ferry.gate.DocumentVerdict.Judged;
import dev.ferry.gate.openapi.Mistake;
import dev.ferry.gate.openapi.OpenApiDocument;
import dev.ferry.gate.openapi.OpenApiDocument.Checked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The OpenAPI documents that a move touches or that are configured, checked at base and now. */
final class TouchedDocuments {
  private final Candidate candidate;
  private final Set<String> configured;
  private final Map<String, String> pathsBefore = new HashMap<>();

  TouchedDocuments(Candidate candidate, List<String> configured) {
    this.candidate = candidate;
    this.configured = new LinkedHashSet<>(configured.stream().map(candidate::pathNow).toList());
    candidate.paths().forEach((before, now) -> pathsBefore.put(now, before));
  }

  List<Judged> checked() {
    Set<String> paths = new LinkedHashSet<>(configured);
    for (String path : candidate.touched()) {
      if (isLikely(candidate.after(), path)
          || isLikely(candidate.before(), pathsBefore.getOrDefault(path, path))) {
        paths.add(path);
      }
    }
    List<Judged> judged = new ArrayList<>();
    for (String path : paths) {
      Optional<Checked> before =
          checked(candidate.before(), pathsBefore.getOrDefault(path, path), false)
              .map(this::mapped);
      boolean asked = configured.contains(path) || before.isPresent();
      Optional<Checked> now = checked(candidate.after(), path, asked);
      if (asked || now.isPresent()) {
        judged.add(new Judged(path, now, before));
      }
    }
    return judged;
  }

  private static boolean isLikely(Snapshot snapshot, String path) {
    return OpenApiDocument.hasItsName(path)
        && snapshot.content(path).filter(OpenApiDocument::mentionsIt).isPresent();
  }

  /**
   * @param asked whether it has to be one: what is none is otherwise left out
   */
  private static Optional<Checked> checked(Snapshot snapshot, String path, boolean asked) {
    Optional<byte[]> content = snapshot.content(path);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    Checked checked = OpenApiDocument.check(path, content.get(), snapshot::content);
    boolean isOne =
        switch (checked) {
          case Checked.Read read -> read.isOne();
          case Checked.OtherVersion other -> true;
          case Checked.Unreadable unreadable -> OpenApiDocument.claims(content.get());
        };
    return isOne || asked ? Optional.of(checked) : Optional.empty();
  }

  /** With the paths that files have at the candidate. */
  private Checked mapped(Checked before) {
    return before instanceof Checked.Read read
        ? new Checked.Read(
            read.isOne(),
            read.mistakes().stream()
                .map(
                    it ->
                        new Mistake(
                            candidate.pathNow(it.file()), it.line(), it.pointer(), it.text()))
                .toList())
        : before;
  }
}
