package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

final class SpentMemoryTest {
  @Test
  void aWorkersErrorIsFoundBehindWhatWrapsIt() {
    OutOfMemoryError spent = new OutOfMemoryError("Java heap space");

    assertThat(SpentMemory.causeOf(new IllegalStateException("", new ExecutionException(spent))))
        .containsSame(spent);
    assertThat(SpentMemory.causeOf(new IllegalStateException(new RuntimeException()))).isEmpty();
  }

  @Test
  void aSpentHeapIsRaisedToTwiceItsLimit() {
    assertThat(SpentMemory.problem(new OutOfMemoryError("Java heap space"), 640L << 20))
        .isEqualTo(Problem.of(Code.E090, "640 MB", "1280m"));
  }

  @Test
  void whatTheSystemRefusesIsNoMatterOfTheHeap() {
    String why = "unable to create native thread: possibly out of memory or process limits reached";

    assertThat(SpentMemory.problem(new OutOfMemoryError(why), 640L << 20))
        .isEqualTo(Problem.of(Code.E091, why));
  }
}
