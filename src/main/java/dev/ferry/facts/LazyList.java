package dev.ferry.facts;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An unmodifiable list that is made when it is first asked for. Safe for several threads. */
final class LazyList<E> extends AbstractList<E> {
  private final Supplier<List<E>> maker;
  private volatile @Nullable List<E> made;

  LazyList(Supplier<List<E>> maker) {
    this.maker = maker;
  }

  private List<E> made() {
    List<E> list = made;
    if (list == null) {
      list = List.copyOf(maker.get());
      made = list;
    }
    return list;
  }

  @Override
  public E get(int index) {
    return made().get(index);
  }

  @Override
  public int size() {
    return made().size();
  }
}
