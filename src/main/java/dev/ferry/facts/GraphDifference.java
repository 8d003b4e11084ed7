package dev.ferry.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which imports a change of the tree broke, and which it healed.
 *
 * <p>The imports of a file and those of the same file before are matched as they are written, then
 * by the name they bind (the rest of a rewritten import differs). What dangled before and dangles
 * still is in neither list.
 *
 * @param lost imports that refer to nothing now, and did refer to a file or did not exist before;
 *     also those that now name something external, or only a neighbour, and did refer to a file
 * @param healed imports that refer to a file now and did not before
 */
public record GraphDifference(List<Change> lost, List<Change> healed) {
  /**
   * One import, before and after.
   *
   * @param before null where the file has no such import before
   */
  public record Change(@Nullable ResolvedImport before, ResolvedImport after) {}

  public GraphDifference {
    lost = List.copyOf(lost);
    healed = List.copyOf(healed);
  }

  /**
   * @param placeBefore the path before the change of the file that has this path after it
   */
  public static GraphDifference between(
      ModuleGraph before, ModuleGraph after, Function<String, String> placeBefore) {
    List<Change> lost = new ArrayList<>();
    List<Change> healed = new ArrayList<>();
    for (String path : new TreeSet<>(after.filesThatMayDiffer(before))) {
      List<ResolvedImport> now = after.importsOf(path);
      List<ResolvedImport> once = before.importsOf(placeBefore.apply(path));
      if (now != once) {
        for (Change change : matched(once, now)) {
          Resolution target = change.after.target();
          if (isLost(change)) {
            lost.add(change);
          } else if (isHealed(change)) {
            healed.add(change);
          }
        }
      }
    }
    return new GraphDifference(lost, healed);
  }

  private static boolean isLost(Change change) {
    Resolution now = change.after.target();
    if (change.before == null) {
      return now.isDangling();
    }
    Resolution once = change.before.target();
    boolean stillThere =
        isFound(now)
            && (once instanceof Resolution.Neighbour || !(now instanceof Resolution.Neighbour));
    return isFound(once) && !stillThere;
  }

  private static boolean isHealed(Change change) {
    return change.before != null
        && !isFound(change.before.target())
        && isFound(change.after.target());
  }

  private static boolean isFound(Resolution target) {
    return switch (target) {
      case Resolution.Module module -> true;
      case Resolution.Attribute attribute -> true;
      case Resolution.Namespace namespace -> true;
      case Resolution.Neighbour neighbour -> true;
      case Resolution.StandardLibrary library -> true;
      case Resolution.External external -> false;
      case Resolution.Dangling dangling -> false;
    };
  }

  private static List<Change> matched(List<ResolvedImport> once, List<ResolvedImport> now) {
    List<ResolvedImport> left = new ArrayList<>(once);
    List<ResolvedImport> rewritten = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (ResolvedImport resolved : now) {
      ResolvedImport before = take(left, other -> isWrittenAs(resolved.fact(), other.fact()));
      if (before != null) {
        changes.add(new Change(before, resolved));
      } else {
        rewritten.add(resolved);
      }
    }
    for (ResolvedImport resolved : rewritten) {
      String name = boundName(resolved.fact());
      changes.add(new Change(take(left, other -> boundName(other.fact()).equals(name)), resolved));
    }
    return changes;
  }

  private static @Nullable ResolvedImport take(
      List<ResolvedImport> from, Predicate<ResolvedImport> wanted) {
    for (int i = 0; i < from.size(); i++) {
      if (wanted.test(from.get(i))) {
        return from.remove(i);
      }
    }
    return null;
  }

  private static boolean isWrittenAs(ImportFact one, ImportFact other) {
    return one.level() == other.level()
        && one.module().equals(other.module())
        && Objects.equals(one.name(), other.name())
        && Objects.equals(one.alias(), other.alias());
  }

  /** What the import binds; the last segment for {@code import a.b}, whose first a move changes. */
  private static String boundName(ImportFact fact) {
    if (fact.alias() != null) {
      return fact.alias();
    }
    return fact.name() != null ? fact.name() : lastSegment(fact.module());
  }

  private static String lastSegment(String module) {
    return module.substring(module.lastIndexOf('.') + 1);
  }
}
