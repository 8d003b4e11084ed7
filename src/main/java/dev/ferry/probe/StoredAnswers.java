package dev.ferry.probe;

import dev.ferry.gate.AppAnswer;
import dev.ferry.gate.openapi.Mistake;
import dev.ferry.gate.openapi.OpenApiDocument.Checked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the application answered at base, kept so that it is asked once. */
public final class StoredAnswers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ResultStore store;

  public StoredAnswers(ResultStore store) {
    this.store = store;
  }

  /** As it is written. */
  private record Kept(
      List<AppAnswer> answers, List<Mistake> mistakes, Map<String, String> targets) {}

  public Optional<ApplicationRun.Seen> find(String key) {
    try {
      return store
          .text(key)
          .map(text -> JSON.readValue(text, Kept.class))
          .map(
              kept ->
                  new ApplicationRun.Seen(
                      new ApplicationProbe.Result.Asked(
                          kept.answers(), new Checked.Read(true, kept.mistakes()), List.of()),
                      kept.targets()));
    } catch (JacksonException | NullPointerException damaged) {
      return Optional.empty();
    }
  }

  /** Failures are not kept: the next time may be luckier. */
  public void keep(String key, ApplicationRun.Seen seen) {
    if (seen.result()
        instanceof ApplicationProbe.Result.Asked(List<AppAnswer> answers, var document, var n)) {
      List<Mistake> mistakes = document instanceof Checked.Read read ? read.mistakes() : List.of();
      store.keepText(
          key, JSON.writeValueAsString(new Kept(answers, mistakes, new HashMap<>(seen.targets()))));
    }
  }
}
