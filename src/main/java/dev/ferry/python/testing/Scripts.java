package dev.ferry.python.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The Python programs that ferry brings along. */
enum Scripts {
  INTERROGATE("interrogate.py"),
  CHECK_SYNTAX("check_syntax.py"),
  PUBLIC_NAMES("public_names.py"),
  ROUTES("routes.py"),
  PYTEST_PLUGIN("ferry_pytest.py");

  private final String file;

  Scripts(String file) {
    this.file = file;
  }

  String text() {
    try (InputStream in = Scripts.class.getResourceAsStream(resource())) {
      if (in == null) {
        throw new IllegalStateException("ferry was built without " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String resource() {
    return "/dev/ferry/python/testing/" + file;
  }
}
