package dev.ferry.view;

import dev.ferry.model.Code;

/** What {@code ferry explain CODE} prints. */
public final class ExplainText {
  private static final int WIDTH = 80;

  private final Messages messages;

  public ExplainText(Messages messages) {
    this.messages = messages;
  }

  public String render(Code code) {
    return code.id()
        + " ("
        + ProblemText.word(code.severity())
        + ")\n\n"
        + Wrapped.at(WIDTH, messages.explain(code))
        + "\nsays: "
        + messages.template(code, "says", 0)
        + "\nfix:  "
        + messages.template(code, "fix", 0)
        + "\n";
  }
}
