package dev.ferry.run.gating;

import dev.ferry.model.GateResult;

/** Hears how the gates of a candidate go, on the thread that runs them. */
public interface GateProgress {
  GateProgress SILENT =
      new GateProgress() {
        @Override
        public void started(String gate) {}

        @Override
        public void ended(GateResult result) {}
      };

  void started(String gate);

  /**
   * A gate's command is run at the candidate.
   *
   * @param log gets its output
   */
  default void runs(String gate, java.util.List<String> command, java.nio.file.Path log) {}

  void ended(GateResult result);
}
