package dev.ferry.facts;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable set of names in their order that is made when it is first asked for. Safe for
 * several threads.
 */
final class LazyNames extends AbstractSet<String> {
  /** Up to this many names, comparing each is as fast as a hash table. */
  private static final int FEW = 16;

  private final Supplier<String[]> maker;
  private volatile String @Nullable [] names;
  private volatile @Nullable Set<String> lookup;

  LazyNames(Supplier<String[]> maker) {
    this.maker = maker;
  }

  private String[] names() {
    String[] made = names;
    if (made == null) {
      made = maker.get();
      names = made;
    }
    return made;
  }

  @Override
  public boolean contains(Object name) {
    String[] all = names();
    if (all.length <= FEW) {
      return Arrays.asList(all).contains(name);
    }
    Set<String> table = lookup;
    if (table == null) {
      table = Set.of(all);
      lookup = table;
    }
    return table.contains(name);
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.asList(names()).iterator();
  }

  @Override
  public int size() {
    return names().length;
  }
}
