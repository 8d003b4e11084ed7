package dev.ferry.plan;

/**
 * A file that goes from one path to another.
 *
 * @param similarity how much of it stays, in percent, as git's rename detection will see it; at
 *     least 50 is needed for {@code git log --follow}
 */
public record Rename(String source, String destination, int similarity) {}
