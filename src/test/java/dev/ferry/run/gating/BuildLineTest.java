package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.facts.Mention.Kind;
import dev.ferry.model.Confidence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a name is in a line of a script or a workflow, by what stands before it. */
final class BuildLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install ",
        "python -m pip install -r requirements.txt \"",
        "RUN pip3 uninstall -y ",
        "uv pip install ",
        "poetry add ",
        "        run: pip install ",
        "docker build -t ",
        "docker rm old ",
        "name: ",
        "      - name: install ",
        "      - id: ",
        "LABEL name=\"",
        "          key: ",
        "          NAME: ",
      })
  void thisNamesNoModule(String before) {
    assertThat(new BuildLine(Kind.NAME, before).confidence()).isEqualTo(Confidence.MEDIUM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "python -m ",
        "CMD [\"python\", \"-m\", \"",
        "        run: python -m ",
        "        run: ",
        "        entry: celery -A ",
        "pip install . && python -m ",
        "pip install . && celery -A ",
        "web: gunicorn -m ",
        "  DJANGO_SETTINGS_MODULE: ",
        "export APP_MODULE=",
        "celery -A ",
      })
  void thisIsLookedUp(String before) {
    assertThat(new BuildLine(Kind.NAME, before).confidence()).isEqualTo(Confidence.HIGH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pip install -e ", "          key: x-${{ hashFiles('", "  - path: ", "COPY "})
  void aPathLeadsToAFileWhereverItStands(String before) {
    assertThat(new BuildLine(Kind.PATH, before).confidence()).isEqualTo(Confidence.HIGH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"      - name: run ", "LABEL source=\""})
  void aPathInATitleDoesNot(String before) {
    assertThat(new BuildLine(Kind.PATH, before).confidence()).isEqualTo(Confidence.MEDIUM);
  }
}
