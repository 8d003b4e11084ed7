package dev.ferry.run.gating;

import dev.ferry.model.ObjectId;
import dev.ferry.probe.Workplace;
import java.nio.file.Path;

/** A linked work tree of a test's repository. */
record GitWorkplace(Path root, Path belongings, int number) implements Workplace {
  @Override
  public void checkout(ObjectId commit) {
    SampleRepository.git(root, "checkout", "-q", "--force", "--detach", commit.hex());
    SampleRepository.git(root, "clean", "-q", "-ffdx");
  }
}
