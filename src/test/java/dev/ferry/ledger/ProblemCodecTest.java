package dev.ferry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProblemCodecTest {
  @Test
  void problemsAreReadBackWithPlaceAndArguments() {
    List<Problem> problems =
        List.of(
            new Problem(Code.C005, "ferry.yaml", 3, 7, List.of("base")),
            Problem.at("b.tsv", 17, Code.B004, "labs/x.py", ""),
            Problem.at("b.tsv", 0, Code.B007),
            Problem.of(Code.R001, "core/\ud83d\ude00.py", "labs/a.py"));

    assertThat(ProblemCodec.decode(ProblemCodec.encode(problems))).isEqualTo(problems);
  }

  @Test
  void whatATextColumnCannotHoldIsKeptReadable() {
    String encoded = ProblemCodec.encode(List.of(Problem.of(Code.B004, "a\udce9\u001fb\u001e")));

    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(encoded)).isTrue();
    assertThat(ProblemCodec.decode(encoded)).containsExactly(Problem.of(Code.B004, "a\\xe9 b "));
  }
}
