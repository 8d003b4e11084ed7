package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {
  @TempDir private Path directory;
  private CommandRun checkout;

  @BeforeEach
  void sample() {
    checkout = CommandRun.sample(directory);
  }

  @Test
  void everythingThatWasLookedForHasALine() {
    var ended = checkout.ferry("doctor");

    assertThat(ended.out())
        .contains("ok       git version    git 2.")
        .contains("ok       base           main at ")
        .contains("ok       identity       commits as Ada Example <ada@example.org>\n")
        .contains("ok       batches        1 files, 2 rows\n")
        .contains("ok       gates          schema, history\n")
        .contains("ok       filters        no filter of your git is switched off\n");
  }

  @Test
  void aPythonWithoutPytestIsMissingItsTestRunner() throws Exception {
    Path python = directory.resolve(".venv/bin/python");
    new ProcessBuilder("python3", "-m", "venv", "--without-pip", directory + "/.venv")
        .inheritIO()
        .start()
        .waitFor();
    assertThat(python).exists();

    var ended = checkout.ferry("doctor");

    assertThat(ended.exit()).isEqualTo(14);
    assertThat(ended.out())
        .contains("missing  tests          pytest is not installed for ")
        .contains("[FRY-E005]\n         fix: ")
        .contains("-m pip install pytest");
    assertThat(ended.err()).isEqualTo("not ready: see `missing` above\n");
  }

  @Test
  void oneThingThatIsMissingDoesNotHideTheOthers() {
    CommandRun empty =
        CommandRun.repository(directory.resolve("empty"))
            .file("ferry.yaml", "environment: {virtualenv: nowhere}\n");
    empty.git("config", "--unset", "user.email");
    empty.git("config", "user.useConfigOnly", "true");

    var ended = empty.ferry("doctor");

    assertThat(ended.exit()).isEqualTo(14);
    assertThat(ended.out())
        .contains("[FRY-G005]")
        .contains("[FRY-G008]")
        .contains("[FRY-R002]")
        .contains("[FRY-E001]");
  }

  @Test
  void settingsComeWithTheirOrigins() {
    assertThat(checkout.with("FERRY_PARALLEL", "2").ferry("doctor", "-v").out())
        .contains("\nparallel                    FERRY_PARALLEL  2\n")
        .contains("\ngates                       ferry.yaml:1:1  [schema, history]\n");
    assertThat(checkout.ferry("doctor", "--json").out())
        .startsWith("{\"schema\":\"ferry.doctor/v1\",\"ready\":")
        .contains("{\"subject\":\"git version\",\"code\":\"FRY-E022\"");
  }

  @Test
  void lookingMakesNothing() {
    checkout.ferry("doctor");

    assertThat(checkout.has(".git/ferry")).isFalse();
  }
}
