package dev.ferry.run;

import dev.ferry.model.GateResult;
import dev.ferry.run.gating.GateProgress;
import java.util.List;

/** Records what gates say of a stack for each of its members, and lets the user see it once. */
final class SharedGates implements GateProgress {
  private final List<UnitStory> members;

  SharedGates(List<UnitStory> members) {
    this.members = List.copyOf(members);
  }

  @Override
  public void started(String gate) {
    members.getFirst().recorder().started(gate);
  }

  @Override
  public void ended(GateResult result) {
    members.getFirst().recorder().ended(result);
    members.stream().skip(1).forEach(member -> member.recorder().judgedWithOthers(result));
  }
}
