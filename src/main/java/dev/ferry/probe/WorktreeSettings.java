package dev.ferry.probe;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a slot needs besides the commit's files.
 *
 * @param link paths of the checkout that slots share with it
 * @param copy paths of the checkout that each slot gets a copy of
 * @param setup commands to run in a fresh slot, each an argv
 * @param variables for every command; {@code {slot}} stands for the slot's number, {@code {port}}
 *     for a port of its own
 */
public record WorktreeSettings(
    List<String> link, List<String> copy, List<List<String>> setup, Map<String, String> variables) {
  public static final WorktreeSettings NONE =
      new WorktreeSettings(List.of(), List.of(), List.of(), Map.of());

  public WorktreeSettings {
    link = List.copyOf(link);
    copy = List.copyOf(copy);
    setup = setup.stream().map(List::copyOf).toList();
    variables = Map.copyOf(variables);
  }

  /** The same for the same settings: part of every cache key. */
  String told() {
    return link + "\n" + copy + "\n" + setup + "\n" + new TreeMap<>(variables);
  }
}
