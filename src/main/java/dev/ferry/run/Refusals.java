package dev.ferry.run;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;

/** What ends a command of this room, by name. */
final class Refusals {
  private Refusals() {}

  static ProblemException noCheckout() {
    return new ProblemException(Problem.of(Code.R003));
  }

  static ProblemException checkoutKeepsChanging() {
    return new ProblemException(Problem.of(Code.R004));
  }

  static ProblemException missingBlob(String path) {
    return new ProblemException(Problem.at(path, 0, Code.R005, path));
  }
}
