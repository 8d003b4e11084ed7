package dev.ferry.run;

/** Works units one after the other, in a place of its own. For one thread. */
public final class UnitWorker {
  private final UnitStory.Tools tools;
  private final UnitIntegration integration;
  private final HeardGates heard;

  /**
   * @param tools their listener is {@code heard}
   */
  public UnitWorker(UnitStory.Tools tools, Repairs repairs, HeardGates heard) {
    this.tools = tools;
    this.integration = new UnitIntegration(tools, repairs);
    this.heard = heard;
  }

  public UnitEnd work(UnitJob job) {
    heard.forget();
    return new UnitEnd(integration.integrate(job), heard.gates());
  }

  /** What its units are worked with. */
  UnitStory.Tools tools() {
    return tools;
  }
}
