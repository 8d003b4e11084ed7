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

  void ended(GateResult result);
}
