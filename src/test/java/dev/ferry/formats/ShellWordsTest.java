package dev.ferry.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.formats.ShellWords.Dialect;
import dev.ferry.formats.ShellWords.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ShellWordsTest {
  private static List<String> tokens(String text, Dialect dialect) {
    return ShellWords.of(text, 0, text.length(), dialect).stream()
        .map(token -> text.substring(token.start(), token.end()))
        .toList();
  }

  private static List<String> words(String text) {
    return ShellWords.of(text, 0, text.length(), Dialect.POSIX).stream()
        .filter(token -> token.kind() == Kind.WORD)
        .map(token -> ShellWords.value(text, token, Dialect.POSIX))
        .toList();
  }

  @Test
  void commandsAreTakenApart() {
    assertThat(tokens("cd a && (python b.py; x) | y &\nz", Dialect.POSIX))
        .containsExactly(
            "cd", "a", "&&", "(", "python", "b.py", ";", "x", ")", "|", "y", "&", "\n", "z");
  }

  @Test
  void quotesAndEscapesBelongToTheirWord() {
    assertThat(words("cd 'a b'/c \"d;e\" f\\ g h\"i\"j"))
        .containsExactly("cd", "a b/c", "d;e", "f g", "hij");
  }

  @Test
  void whatIsSubstitutedComesBeforeItsWord() {
    assertThat(tokens("x=\"$(cd \"a\" && pwd)/b\" y", Dialect.POSIX))
        .containsExactly("$(", "cd", "\"a\"", "&&", "pwd", ")", "x=\"$(cd \"a\" && pwd)/b\"", "y");
  }

  @Test
  void commentsAndLinesThatGoOnArePassedOver() {
    assertThat(words("a # cd b\nc \\\n  d#e ${x:-# y} f"))
        .containsExactly("a", "c", "d#e", "${x:-# y}", "f");
  }

  @Test
  void whatIsHandedOverIsNoCommand() {
    assertThat(words("cat <<'EOF' > x\ncd a\ndon't\nEOF\ncd b"))
        .containsExactly("cat", "EOF", "x", "cd", "b");
  }

  @Test
  void aQuoteThatIsNotClosedIsACharacter() {
    assertThat(tokens("echo don't; cd a", Dialect.POSIX))
        .containsExactly("echo", "don't", ";", "cd", "a");
  }

  @Test
  void onWindowsABackslashIsACharacter() {
    String text = "cd /d a\\b ^\n  c";
    assertThat(tokens(text, Dialect.WINDOWS)).containsExactly("cd", "/d", "a\\b", "c");
    assertThat(
            ShellWords.value(
                text, ShellWords.of(text, 6, 9, Dialect.WINDOWS).getFirst(), Dialect.WINDOWS))
        .isEqualTo("a\\b");
  }

  @Test
  void anyTextIsTaken() {
    String deep = "\"$(".repeat(20_000);
    assertThat(ShellWords.of(deep, 0, deep.length(), Dialect.POSIX)).isNotEmpty();
    long seed = 20261126;
    Random random = new Random(seed);
    String alphabet = "cd ab'\"$(){}\\\n;&|<>#^`";
    for (int trial = 0; trial < 2_000; trial++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      for (Dialect dialect : Dialect.values()) {
        int length = text.length();
        assertThat(ShellWords.of(text.toString(), 0, length, dialect))
            .as("seed %d, trial %d: %s", seed, trial, text)
            .allMatch(token -> 0 <= token.start() && token.start() < token.end())
            .allMatch(token -> token.end() <= length);
      }
    }
  }
}
