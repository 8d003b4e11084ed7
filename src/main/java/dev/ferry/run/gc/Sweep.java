package dev.ferry.run.gc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which things go: those that nobody needs and that are old, and the oldest of the others until the
 * rest fits under a cap.
 *
 * @param items all that there is
 * @param going of these
 * @param rest bytes that stay
 */
public record Sweep(List<Item> items, Set<Item> going, long rest) {
  public Sweep {
    items = List.copyOf(items);
    going = new LinkedHashSet<>(going);
  }

  /**
   * Decides.
   *
   * @param age after which what nobody needs goes
   * @param cap in bytes that all together may take
   */
  static Sweep of(List<Item> items, Duration age, OptionalLong cap, Instant now) {
    Set<Item> going = new LinkedHashSet<>();
    for (Item item : items) {
      boolean old = !item.used().isAfter(now.minus(age));
      if (item.mayGo() && (old || item.use() == Item.Use.DEAD)) {
        going.add(item);
      }
    }
    long rest = items.stream().mapToLong(Item::bytes).sum();
    rest -= going.stream().mapToLong(Item::bytes).sum();
    if (cap.isPresent()) {
      List<Item> oldestFirst = new ArrayList<>(items);
      oldestFirst.removeIf(item -> !item.mayGo() || item.bytes() == 0 || going.contains(item));
      oldestFirst.sort(Comparator.comparing(Item::used));
      for (Item item : oldestFirst) {
        if (rest <= cap.getAsLong()) {
          break;
        }
        going.add(item);
        rest -= item.bytes();
      }
    }
    return new Sweep(items, going, rest);
  }
}
