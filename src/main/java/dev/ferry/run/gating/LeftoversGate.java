package dev.ferry.run.gating;

import dev.ferry.facts.Mention;
import dev.ferry.facts.Mentions;
import dev.ferry.facts.ModuleTable;
import dev.ferry.gate.LeftoverVerdict;
import dev.ferry.gate.LeftoverVerdict.Leftover;
import dev.ferry.model.GateResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Searches the candidate's files for the names and paths that its moves took away. */
final class LeftoversGate implements Gate {
  private final FindsMentions mentions;

  LeftoversGate(FindsMentions mentions) {
    this.mentions = mentions;
  }

  @Override
  public GateResult judge(GateRequest request) {
    Stopwatch watch = Stopwatch.start();
    Candidate candidate = request.candidate();
    Mentions.Found atBase =
        mentions.find(candidate.before(), candidate.before(), candidate.moves());
    Mentions.Found now = mentions.find(candidate.after(), candidate.before(), candidate.moves());
    long searched = candidate.after().listing().size() - now.notSearched().size();
    return LeftoverVerdict.judge(
        leftovers(candidate, now.mentions()),
        atBase.mentions().size(),
        Math.max(0, searched),
        watch.elapsed());
  }

  private static List<Leftover> leftovers(Candidate candidate, List<Mention> mentions) {
    List<Leftover> leftovers = new ArrayList<>();
    Map<String, MentionPlace> places = new HashMap<>();
    for (Mention mention : mentions) {
      MentionPlace place =
          places.computeIfAbsent(mention.path(), path -> MentionPlace.of(candidate.after(), path));
      String fresh = fresh(candidate, mention);
      if (!isStillThere(candidate, mention) && !place.says(mention, fresh)) {
        leftovers.add(
            new Leftover(
                mention.path(), mention.line(), mention.text(), fresh, place.confidence(mention)));
      }
    }
    return leftovers;
  }

  /** What another file took over, or a shim keeps. */
  private static boolean isStillThere(Candidate candidate, Mention mention) {
    return switch (mention.kind()) {
      case PATH ->
          candidate.after().listing().containsFile(mention.text())
              || candidate.after().listing().containsDirectory(mention.text());
      case NAME -> {
        ModuleTable modules = candidate.after().modules();
        yield modules.fileOf(mention.text()).isPresent()
            || modules.isNamespacePackage(mention.text());
      }
    };
  }

  private static String fresh(Candidate candidate, Mention mention) {
    return switch (mention.kind()) {
      case PATH -> mention.move().destination();
      case NAME -> {
        String known = candidate.modules().get(mention.text());
        List<String> names = candidate.after().modules().namesOf(mention.move().destination());
        yield known != null
            ? known
            : names.isEmpty() ? mention.move().destination().replace('/', '.') : names.getFirst();
      }
    };
  }
}
