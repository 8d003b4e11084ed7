package dev.ferry.run.gating;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.Mention;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Confidence;
import dev.ferry.model.RepoPaths;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file that mentions what moved: how sure it is that something looks the name up.
 *
 * @param facts what the file says, where it is a source of the language
 */
record MentionPlace(String path, Optional<FileFacts> facts, byte[] content) {
  /** What takes a dotted name and looks it up when it is called. */
  private static final Pattern LOOKS_UP =
      Pattern.compile(
          "(patch(\\.\\w+)?|import_module|__import__|importorskip|run_module|find_spec|setattr"
              + "|delattr|import_string|resolve_name)\\(\\s*[rbuRBU]*['\"]$");

  private static final Set<String> BUILD_FILES =
      Set.of(
          "Makefile",
          "GNUmakefile",
          "makefile",
          "Dockerfile",
          "Procfile",
          "Jenkinsfile",
          "tox.ini",
          ".gitlab-ci.yml",
          ".travis.yml",
          "azure-pipelines.yml",
          ".pre-commit-config.yaml",
          "bitbucket-pipelines.yml");

  private static final Set<String> DOCUMENTS =
      Set.of(
          "md", "rst", "txt", "adoc", "html", "tsv", "done", "skipped", "ipynb", "csv", "log",
          "svg");

  private static final int LOOKED_BACK = 120;

  static MentionPlace of(Snapshot snapshot, String path) {
    return new MentionPlace(
        path, snapshot.facts(path), snapshot.content(path).orElseGet(() -> new byte[0]));
  }

  Confidence confidence(Mention mention) {
    if (facts.isPresent()) {
      return inSource(facts.get(), mention);
    }
    String name = RepoPaths.name(path);
    boolean builds =
        BUILD_FILES.contains(name)
            || name.endsWith(".mk")
            || name.endsWith(".sh")
            || path.startsWith(".github/workflows/")
            || path.startsWith(".circleci/");
    if (builds && !isComment(mention)) {
      return BuildLine.of(content, mention).confidence();
    }
    boolean entryPoints = name.equals("pyproject.toml") || name.equals("setup.cfg");
    if (entryPoints && mention.kind() == Mention.Kind.NAME && byteAt(mention.end()) == ':') {
      return Confidence.HIGH;
    }
    return isDocument(name) || isComment(mention) ? Confidence.LOW : Confidence.MEDIUM;
  }

  private Confidence inSource(FileFacts known, Mention mention) {
    boolean isString =
        known.strings().stream()
            .anyMatch(text -> text.start() <= mention.start() && mention.end() <= text.end());
    if (!isString) {
      return Confidence.LOW;
    }
    int from = Math.max(0, mention.start() - LOOKED_BACK);
    String before =
        new String(Arrays.copyOfRange(content, from, mention.start()), StandardCharsets.ISO_8859_1);
    return LOOKS_UP.matcher(before).find() ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private static boolean isDocument(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 || DOCUMENTS.contains(name.substring(dot + 1));
  }

  /** Whether the line begins like a comment of the usual configuration files. */
  private boolean isComment(Mention mention) {
    int at = mention.start();
    while (at > 0 && content[at - 1] != '\n') {
      at--;
    }
    while (at < mention.start() && (content[at] == ' ' || content[at] == '\t')) {
      at++;
    }
    return content.length > at && content[at] == '#';
  }

  private int byteAt(int offset) {
    return offset < content.length ? content[offset] : -1;
  }

  /** Whether the new name stands there, which may begin with the old one. */
  boolean says(Mention mention, String fresh) {
    byte[] wanted = fresh.getBytes(StandardCharsets.UTF_8);
    int end = mention.start() + wanted.length;
    return end <= content.length
        && Arrays.equals(content, mention.start(), end, wanted, 0, wanted.length);
  }
}
