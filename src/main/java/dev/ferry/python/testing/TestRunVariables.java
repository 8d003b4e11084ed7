package dev.ferry.python.testing;

import dev.ferry.toolchain.OverlayPlace;
import dev.ferry.toolchain.TestOrders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a test run is told through its environment, so that any command that runs pytest obeys. */
final class TestRunVariables {
  private final PythonAnswer python;
  private final TestOrders orders;

  TestRunVariables(PythonAnswer python, TestOrders orders) {
    this.python = python;
    this.orders = orders;
  }

  Map<String, String> variables() {
    OverlayPlace place = orders.place();
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PYTEST_ADDOPTS", options());
    variables.put("PYTHONPYCACHEPREFIX", orders.compiled());
    variables.put("FERRY_RESULTS", orders.results());
    variables.put("FERRY_RUN", orders.run());
    variables.put("FERRY_SLOT", place.slot());
    variables.put("FERRY_CHECKOUT", place.checkout());
    variables.put("FERRY_ROOTS", joined(place.roots().stream().map(this::inSlot)));
    variables.put("FERRY_OUTSIDE", joined(outside()));
    variables.put("FERRY_GONE", String.join(",", orders.gone()));
    return variables;
  }

  /**
   * Collection errors must not hide the tests that do run. The cache is redirected, not switched
   * off: without its plugin, options such as {@code --last-failed} in a project's settings are
   * errors.
   */
  private String options() {
    return String.join(
        " ",
        "-p ferry_pytest",
        "--continue-on-collection-errors",
        "-o " + quoted("cache_dir=" + orders.caches()));
  }

  /** An environment that lies inside the checkout or the slot is still no part of either. */
  private Stream<String> outside() {
    OverlayPlace place = orders.place();
    boolean inside =
        Stream.of(place.checkout(), place.slot())
            .anyMatch(d -> python.prefix().startsWith(d + "/"));
    Stream<String> packages =
        Stream.concat(python.packages().stream(), Stream.of(place.directory()));
    return inside ? Stream.concat(packages, Stream.of(python.prefix())) : packages;
  }

  private String inSlot(String root) {
    String slot = orders.place().slot();
    return root.isEmpty() ? slot : slot + "/" + root;
  }

  private static String joined(Stream<String> directories) {
    return String.join(":", directories.toList());
  }

  /** As {@code shlex.split} takes it apart. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\"'\"'") + "'";
  }
}
