package dev.ferry.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProblemTextTest {
  private static final Problem MISSING =
      Problem.at("batch_core.tsv", 17, Code.B004, "labs/x.py", "MATRIZ/x.py");

  private final Messages messages = Messages.load();

  @Test
  void aProblemNamesWhatWhereAndTheMend() {
    assertThat(new ProblemText(messages, Palette.plain()).render(MISSING))
        .isEqualTo(
            """
            error[FRY-B004] batch_core.tsv:17: source labs/x.py does not exist; MATRIZ/x.py differs only in case
              fix: write MATRIZ/x.py as the source if that is meant; git compares paths letter by letter\
            """);
  }

  @Test
  void placesHaveAsMuchAsIsKnown() {
    ProblemText text = new ProblemText(messages, Palette.plain());

    assertThat(text.render(new Problem(Code.C005, "ferry.yaml", 3, 7, List.of("base"))))
        .startsWith("error[FRY-C005] ferry.yaml:3:7: base is given twice\n");
    assertThat(text.render(Problem.at("b.tsv", 0, Code.B007)))
        .startsWith("warning[FRY-B007] b.tsv: holds no rows\n");
    assertThat(text.render(Problem.of(Code.R001, "a", "b")))
        .startsWith("note[FRY-R001] destination a stands and source b is gone\n");
  }

  @Test
  void errorsComeBeforeWarningsAndNotes() {
    String all =
        new ProblemText(messages, Palette.plain())
            .render(
                List.of(
                    Problem.of(Code.R001, "a", "b"),
                    Problem.at("b.tsv", 0, Code.B007),
                    Problem.at("b.tsv", 0, Code.B001)));

    assertThat(all.lines().filter(line -> line.contains("[FRY-")))
        .extracting(line -> line.substring(0, line.indexOf('[')))
        .containsExactly("error", "warning", "note");
  }

  @Test
  void coloursAppearOnlyWhereTheyAreWanted() {
    Palette colours = Palette.choose(Palette.When.ALWAYS, Map.of(), false);

    assertThat(new ProblemText(messages, colours).render(MISSING))
        .startsWith("\u001b[1;31merror[FRY-B004]\u001b[0m batch_core.tsv:17: ");
  }

  @Test
  void aNameFromTheRepositoryCannotSpeakToTheTerminal() {
    Problem hostile =
        Problem.at(
            "b\u001b]0;x\u0007.tsv", 1, Code.B004, "a\nerror[FRY-B001] b: \u202egnp.exe\udc80");

    assertThat(new ProblemText(messages, Palette.plain()).render(hostile))
        .startsWith(
            "error[FRY-B004] b\\x1b]0;x\\x07.tsv:1: source a\\nerror[FRY-B001] b:"
                + " \\u202egnp.exe\\x80 does not exist\n");
  }

  @Test
  void tallies() {
    assertThat(ProblemText.tally(1, 0, 2)).isEqualTo("1 error, 2 notes");
    assertThat(ProblemText.tally(1200, 1, 0)).isEqualTo("1,200 errors, 1 warning");
    assertThat(ProblemText.tally(0, 0, 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AUTO, '', '', '', true, true",
    "AUTO, '', '', '', false, false",
    "AUTO, 1, '', '', true, false",
    "AUTO, '', true, '', true, false",
    "AUTO, '', '', dumb, true, false",
    "ALWAYS, 1, true, dumb, false, true",
    "NEVER, '', '', xterm, true, false"
  })
  void optionThenSurroundingsDecideOnColour(
      Palette.When when, String noColor, String ci, String term, boolean terminal, boolean colour) {
    Map<String, String> environment = Map.of("NO_COLOR", noColor, "CI", ci, "TERM", term);

    assertThat(Palette.choose(when, environment, terminal).isColourful()).isEqualTo(colour);
  }

  @Test
  void explainShowsTheParagraphAndBothTexts() {
    assertThat(new ExplainText(messages).render(Code.B007))
        .isEqualTo(
            """
            FRY-B007 (warning)

            The file could be read but no line of it is a row. That is allowed, and it is
            said because an empty batch looks finished.

            says: holds no rows
            fix:  write one row a line, module<TAB>source<TAB>destination, or take the file out of `batches`
            """);
  }
}
