package dev.ferry.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small shop to be moved: {@code labs.pricing} and {@code labs.clock} go to {@code core}, {@code
 * app.shop} imports both, one smoke test reaches them through it.
 */
final class Shop {
  static final String BATCH = "batches/batch_core.tsv";

  private Shop() {}

  /** Nothing committed yet, so that a test can add to it. */
  static RealRepository unfinished(Path root) {
    RealRepository shop = RealRepository.at(root);
    shop.file(".gitignore", "*.done", ".venv", "__pycache__")
        .file("pytest.ini", "[pytest]", "pythonpath = .")
        .file("labs/__init__.py")
        .file("core/__init__.py")
        .file("app/__init__.py")
        .file(
            "labs/pricing.py",
            "\"\"\"Prices.\"\"\"",
            "",
            "RATE = 3",
            "",
            "",
            "def price(n):",
            "    return n * RATE")
        .file("labs/clock.py", "\"\"\"The time.\"\"\"", "", "", "def now():", "    return 42")
        .file(
            "app/shop.py",
            "from labs.pricing import price  # the rate is kept there",
            "import labs.clock",
            "",
            "",
            "def total(n):",
            "    return price(n) + labs.clock.now()")
        .file(
            "tests/smoke/test_shop.py",
            "from app.shop import total",
            "",
            "",
            "def test_total():",
            "    assert total(2) == 48")
        .row(BATCH, "labs.pricing", "labs/pricing.py", "core/pricing.py")
        .row(BATCH, "labs.clock", "labs/clock.py", "core/clock.py");
    environment(root.resolve(".venv"), virtualenv());
    return shop;
  }

  /** The shop judged by gates that start no test. */
  static RealRepository judgedByReading(Path root) {
    return unfinished(root).file("ferry.yaml", "gates: [syntax, schema, history]").commit("open");
  }

  /** The shop with a gate of its own besides, which runs {@code script} by {@code sh -c}. */
  static RealRepository judgedBy(Path root, String script) {
    return unfinished(root)
        .file(
            "ferry.yaml",
            "gates: [syntax, own]",
            "commands:",
            "  - name: own",
            "    argv:",
            "      - sh",
            "      - -c",
            "      - |",
            "        " + script.strip().replace("\n", "\n        "))
        .commit("open");
  }

  /** The Python that has pytest. */
  static Path python() {
    String python = System.getProperty("ferry.test.python");
    if (python == null) {
      throw new IllegalStateException("ferry.test.python is not set: run through ./mvnw verify");
    }
    return Path.of(python).toAbsolutePath();
  }

  /** The environment of that Python. */
  static Path virtualenv() {
    return python().resolveSibling("..").normalize();
  }

  static void environment(Path link, Path virtualenv) {
    try {
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, virtualenv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
