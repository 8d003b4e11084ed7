package dev.ferry.python.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.toolchain.InterpreterFinding;
import dev.ferry.toolchain.InterpreterFinding.Found;
import dev.ferry.toolchain.InterpreterFinding.Missing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InterpreterSearchTest {
  private final FakeSurroundings around = new FakeSurroundings().file("/usr/bin/python3", "");

  private InterpreterFinding find() {
    return new InterpreterSearch("/checkout", around).find(Optional.empty());
  }

  private InterpreterFinding find(String configured) {
    return new InterpreterSearch("/checkout", around).find(Optional.of(configured));
  }

  @Test
  void theEnvironmentInTheCheckoutComesFirst() {
    around
        .file("/checkout/.venv/bin/python", "")
        .file("/checkout/venv/bin/python", "")
        .file("/other/bin/python", "")
        .set("VIRTUAL_ENV", "/other");

    assertThat(find()).isEqualTo(new Found("/checkout/.venv/bin/python", ".venv"));
  }

  @Test
  void aDirectoryNamedVenvComesNext() {
    around
        .file("/checkout/venv/bin/python3", "")
        .file("/other/bin/python", "")
        .set("VIRTUAL_ENV", "/other");

    assertThat(find()).isEqualTo(new Found("/checkout/venv/bin/python3", "venv"));
  }

  @Test
  void theActiveEnvironmentComesNext() {
    around
        .file("/other/bin/python", "")
        .file("/conda/bin/python", "")
        .set("VIRTUAL_ENV", "/other")
        .set("CONDA_PREFIX", "/conda");

    assertThat(find()).isEqualTo(new Found("/other/bin/python", "VIRTUAL_ENV"));
  }

  /** The hash is that of poetry 1 and 2 for the directory {@code /checkout}. */
  @Test
  void poetrysEnvironmentIsFoundByItsHash() {
    around
        .set("HOME", "/home/me")
        .file("/checkout/poetry.lock", "")
        .file("/home/me/.cache/pypoetry/virtualenvs/other-abcdefgh-py3.11/bin/python", "")
        .file("/home/me/.cache/pypoetry/virtualenvs/sample-P_Baftgh-py3.11/bin/python", "");

    assertThat(find())
        .isEqualTo(
            new Found(
                "/home/me/.cache/pypoetry/virtualenvs/sample-P_Baftgh-py3.11/bin/python",
                "poetry"));
  }

  @Test
  void uvAndCondaAreFoundByTheirVariables() {
    around.file("/checkout/env/bin/python", "").set("UV_PROJECT_ENVIRONMENT", "env");
    assertThat(find()).isEqualTo(new Found("/checkout/env/bin/python", "UV_PROJECT_ENVIRONMENT"));

    FakeSurroundings conda =
        new FakeSurroundings().file("/conda/bin/python", "").set("CONDA_PREFIX", "/conda");
    assertThat(new InterpreterSearch("/checkout", conda).find(Optional.empty()))
        .isEqualTo(new Found("/conda/bin/python", "CONDA_PREFIX"));
  }

  @Test
  void thePathIsTheLastResort() {
    assertThat(find()).isEqualTo(new Found("/usr/bin/python3", "python3 on the PATH"));
  }

  @Test
  void aBrokenEnvironmentIsNotPassedOver() {
    around.file("/checkout/.venv/pyvenv.cfg", "");

    assertThat(find())
        .isInstanceOfSatisfying(
            Missing.class, m -> assertThat(m.why().code()).isEqualTo(Code.E002));
  }

  @Test
  void theConfiguredEnvironmentCountsAlone() {
    around
        .file("/checkout/.venv/bin/python", "")
        .file("/checkout/envs/a/bin/python", "")
        .file("/opt/py/python3.12", "");

    assertThat(find("envs/a")).isEqualTo(new Found("/checkout/envs/a/bin/python", "envs/a"));
    assertThat(find("/opt/py/python3.12"))
        .isEqualTo(new Found("/opt/py/python3.12", "/opt/py/python3.12"));
    assertThat(find("nowhere"))
        .isInstanceOfSatisfying(
            Missing.class, m -> assertThat(m.why().code()).isEqualTo(Code.E001));
  }

  @Test
  void noPythonAtAllIsSaid() {
    assertThat(new InterpreterSearch("/checkout", new FakeSurroundings()).find(Optional.empty()))
        .isInstanceOfSatisfying(
            Missing.class, m -> assertThat(m.why().code()).isEqualTo(Code.E003));
  }
}
