package dev.ferry.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which variables of ferry's own environment a program of the repository gets to see. What is not
 * listed is left out: tokens and passwords live in the environment of whoever starts ferry.
 */
public final class EnvironmentAllowList {
  private static final List<String> USUAL =
      List.of(
          "PATH", "HOME", "LANG", "LANGUAGE", "LC_*", "TZ", "TMPDIR", "USER", "LOGNAME", "SHELL");

  private final List<String> names;

  private EnvironmentAllowList(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** What programs need to find each other, a home, and a language. */
  public static EnvironmentAllowList usual() {
    return new EnvironmentAllowList(USUAL);
  }

  /**
   * @param more names of variables; a trailing {@code *} stands for any rest
   */
  public EnvironmentAllowList and(Collection<String> more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(more);
    return new EnvironmentAllowList(all);
  }

  /** The variables of {@code environment} that are listed, with their values. */
  public Map<String, String> select(Map<String, String> environment) {
    Map<String, String> selected = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (allows(name)) {
            selected.put(name, value);
          }
        });
    return selected;
  }

  private boolean allows(String name) {
    for (String listed : names) {
      boolean matches =
          listed.endsWith("*")
              ? name.startsWith(listed.substring(0, listed.length() - 1))
              : name.equals(listed);
      if (matches) {
        return true;
      }
    }
    return false;
  }
}
