package dev.ferry.run;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;

/** What ends a command of this room, by name. */
public final class Refusals {
  private Refusals() {}

  public static ProblemException noCheckout() {
    return new ProblemException(Problem.of(Code.R003));
  }

  public static ProblemException checkoutKeepsChanging() {
    return new ProblemException(Problem.of(Code.R004));
  }

  public static ProblemException missingBlob(String path) {
    return new ProblemException(Problem.at(path, 0, Code.R005, path));
  }
}
