package dev.ferry.run.restack;

import dev.ferry.git.CommitText;
import dev.ferry.ledger.Attempt;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.run.Report;
import dev.ferry.run.Workbench;
import dev.ferry.run.rebuild.LedgerRebuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether the commit at a branch's tip is the one that ferry made: the ledger names it, and
 * its tree is the one of its report. A message that was copied by an amend proves nothing.
 */
final class MadeByFerry {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Workbench workbench;

  MadeByFerry(Workbench workbench) {
    this.workbench = workbench;
  }

  /**
   * @param tip of the branch, naming its module
   * @return why it is not ferry's
   */
  Optional<Problem> otherwise(String branch, String module, CommitText tip) {
    List<ObjectId> made = published(branch, module);
    Optional<ObjectId> reported = treeOfReport(tip);
    if (made.isEmpty() && reported.isEmpty()) {
      return Optional.of(Problem.of(Code.G058, branch, module));
    }
    boolean known = made.isEmpty() || made.contains(tip.commit());
    boolean same =
        reported
            .filter(tree -> !tree.equals(workbench.repository().treeOf(tip.commit())))
            .isEmpty();
    if (known && same) {
      return Optional.empty();
    }
    return Optional.of(
        made.isEmpty()
            ? Problem.of(Code.G058, branch, module)
            : others(branch, tip.commit(), made.getLast()));
  }

  /**
   * @param own what ferry made of the branch last
   */
  static Problem others(String branch, ObjectId tip, ObjectId own) {
    return Problem.of(Code.R094, branch, tip.abbreviated(), own.abbreviated());
  }

  /** What the ledger saw published; what was read back from git says only what stands there now. */
  List<ObjectId> published(String branch, String module) {
    return workbench.ledger().attemptsAt(module).stream()
        .filter(attempt -> !attempt.start().session().equals(LedgerRebuild.SESSION))
        .map(Attempt::outcome)
        .flatMap(Optional::stream)
        .filter(Outcome.Integrated.class::isInstance)
        .map(Outcome.Integrated.class::cast)
        .filter(outcome -> outcome.branch().equals(branch))
        .map(Outcome.Integrated::commit)
        .toList();
  }

  private Optional<ObjectId> treeOfReport(CommitText commit) {
    List<String> digests = commit.values("Ferry-Report");
    if (digests.size() != 1 || !digests.getFirst().matches("sha256:[0-9a-f]{64}")) {
      return Optional.empty();
    }
    String name = digests.getFirst().replace(':', '-') + ".json";
    Path file = workbench.home().resolve("reports").resolve(name);
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      JsonNode report = JSON.readTree(bytes);
      String tree = report.path("tree").asString("");
      boolean whole = Report.digest(bytes).equals(digests.getFirst()) && !tree.isEmpty();
      return whole ? Optional.of(new ObjectId(tree)) : Optional.empty();
    } catch (IOException | JacksonException unreadable) {
      return Optional.empty();
    }
  }
}
