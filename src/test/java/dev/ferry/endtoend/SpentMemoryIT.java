package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository that needs more memory than ferry may use. */
final class SpentMemoryIT {
  @TempDir private Path temporary;

  @Test
  void endsInOneMessageWithWhatToTypeAndChangesNothing() {
    byte[] large = new byte[24 << 20];
    Arrays.fill(large, (byte) '#');
    RealRepository repository =
        RealRepository.at(temporary)
            .file("labs/__init__.py")
            .file("labs/one.py", "import labs.two")
            .bytes("labs/two.py", large)
            .commit("large");

    BuiltFerry.Ended ended =
        BuiltFerry.in(repository.root())
            .with("JDK_JAVA_OPTIONS", "-Xmx24m -XX:+UseSerialGC")
            .run("move", "labs/one.py", "labs/three.py", "--commit");

    assertThat(ended.exit()).as(ended.all()).isEqualTo(14);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines().filter(line -> !line.startsWith("NOTE: Picked up")))
        .as(ended.all())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("error[FRY-E090] memory ran out"))
        .anyMatch(line -> line.contains("set FERRY_MEMORY=48m"));
    assertThat(repository.branches()).containsExactly("main");
  }
}
