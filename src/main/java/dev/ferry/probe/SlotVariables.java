package dev.ferry.probe;

import dev.ferry.process.EnvironmentAllowList;
import dev.ferry.toolchain.Overlay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment of a gate's commands: little of ferry's own, folders of the slot's own, the same
 * time zone and language everywhere.
 */
final class SlotVariables {
  private static final int FIRST_PORT = 21000;
  private static final int PORTS_A_SLOT = 50;

  private SlotVariables() {}

  /**
   * @param own ferry's environment
   * @param allowed names that may be seen besides the usual ones
   */
  static Map<String, String> of(
      Map<String, String> own,
      Collection<String> allowed,
      Workplace workplace,
      Overlay overlay,
      WorktreeSettings settings) {
    Map<String, String> variables =
        new TreeMap<>(EnvironmentAllowList.usual().and(allowed).select(own));
    variables.keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANGUAGE"));
    variables.put("PATH", overlay.programs() + ":" + own.getOrDefault("PATH", "/usr/bin:/bin"));
    variables.put("TZ", "UTC");
    variables.put("LANG", "C.UTF-8");
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("NO_COLOR", "1");
    folders(workplace.belongings()).forEach((name, folder) -> variables.put(name, made(folder)));
    variables.putAll(overlay.variables());
    String number = String.valueOf(workplace.number());
    String port = String.valueOf(FIRST_PORT + workplace.number() * PORTS_A_SLOT);
    settings
        .variables()
        .forEach(
            (name, value) ->
                variables.put(name, value.replace("{slot}", number).replace("{port}", port)));
    return variables;
  }

  /** A home of its own keeps gates away from the user's settings, git's among them. */
  private static Map<String, Path> folders(Path belongings) {
    Path home = belongings.resolve("home");
    return Map.of(
        "HOME", home,
        "TMPDIR", belongings.resolve("tmp"),
        "XDG_CONFIG_HOME", home.resolve(".config"),
        "XDG_CACHE_HOME", home.resolve(".cache"),
        "XDG_DATA_HOME", home.resolve(".local/share"),
        "XDG_STATE_HOME", home.resolve(".local/state"),
        "XDG_RUNTIME_DIR", belongings.resolve("run"));
  }

  private static String made(Path folder) {
    try {
      return Files.createDirectories(folder).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> cleared(Path belongings) {
    return List.of(belongings.resolve("tmp"), belongings.resolve("run"));
  }
}
