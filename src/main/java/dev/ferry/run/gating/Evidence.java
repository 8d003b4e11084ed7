package dev.ferry.run.gating;

/** What gates ask of the rooms that they do not know themselves. */
public record Evidence(FollowsHistory history, FindsMentions mentions, MakesClaims claims) {}
