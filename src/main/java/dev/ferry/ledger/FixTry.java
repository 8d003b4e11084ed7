package dev.ferry.ledger;

import dev.ferry.model.Problem;
import java.util.Optional;

/**
 * One turn of the operator at one module.
 *
 * @param end nothing while it lasts, or where its process was killed
 */
public record FixTry(Start start, Optional<End> end) {
  /**
   * @param attempt the attempt in which it was called
   * @param number which turn at the module this is, from 1
   */
  public record Start(String attempt, String module, int number) {}

  /**
   * @param sentence what came of it
   * @param patch where its change was kept; empty where there was none
   */
  public record End(Problem sentence, String patch) {}
}
