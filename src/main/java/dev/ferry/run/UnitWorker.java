package dev.ferry.run;

/** Works units one after the other, in a place of its own. For one thread. */
final class UnitWorker {
  private final UnitIntegration integration;
  private final HeardGates heard;

  /**
   * @param heard hears what the integration tells
   */
  UnitWorker(UnitIntegration integration, HeardGates heard) {
    this.integration = integration;
    this.heard = heard;
  }

  UnitEnd work(UnitJob job) {
    heard.forget();
    return new UnitEnd(integration.integrate(job), heard.gates());
  }
}
