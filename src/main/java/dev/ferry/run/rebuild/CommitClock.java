package dev.ferry.run.rebuild;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that shows the time of the commit that is being read. For one thread. */
final class CommitClock extends Clock {
  private final ZoneId zone;
  private Instant now = Instant.EPOCH;

  CommitClock(ZoneId zone) {
    this.zone = zone;
  }

  void set(Instant instant) {
    now = instant;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    CommitClock clock = new CommitClock(other);
    clock.set(now);
    return clock;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
