package dev.ferry.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that must never get past reading, each with what is said of it. */
final class HostileRowTest {
  static Stream<Arguments> hostilePaths() {
    return Stream.of(
        path("/etc/passwd.py", Code.B014),
        path("//server/share/x.py", Code.B014),
        path("C:/x.py", Code.B014),
        path("c:x.py", Code.B014),
        path("..", Code.B015),
        path("../x.py", Code.B015),
        path("a/../../x.py", Code.B015),
        path("a/b/../x.py", Code.B015),
        path("a/..", Code.B015),
        path(".git/hooks/x.py", Code.B016),
        path("a/.git/x.py", Code.B016),
        path(".GIT/x.py", Code.B016),
        path(".GiT/x.py", Code.B016),
        path(".git /x.py", Code.B016),
        path(".git./x.py", Code.B016),
        path(".git . ./x.py", Code.B016),
        path("git~1/x.py", Code.B016),
        path("GIT~1/x.py", Code.B016),
        path(".git::$INDEX_ALLOCATION/x.py", Code.B016),
        path(".git:stream/x.py", Code.B016),
        path(".g\u200cit/x.py", Code.B016),
        path(".\u202egit/x.py", Code.B016),
        path("\ufeff.git/x.py", Code.B016),
        path("a\\b.py", Code.B017),
        path("..\\..\\x.py", Code.B015),
        path("\\\\server\\x.py", Code.B017),
        path(".git\\x.py", Code.B016),
        path("-x.py", Code.B018),
        path("--output=x.py", Code.B018),
        path("a/b\u0000.py", Code.B013),
        path("a/b\u001b[31m.py", Code.B013),
        path("a/b\u007f.py", Code.B013),
        path("a/b\u0085.py", Code.B013),
        path("a/b\rc.py", Code.B013),
        path("a/b\u2028c.py", Code.B013),
        path("a/b\u202ecod.py", Code.B013),
        path("a/b\u200bc.py", Code.B013),
        path("", Code.B012),
        path("   ", Code.B012),
        path("./", Code.B012),
        path(".", Code.B012),
        path("a/" + "x".repeat(256) + ".py", Code.B020),
        path("a/" + "ü".repeat(130) + ".py", Code.B020));
  }

  @ParameterizedTest
  @MethodSource("hostilePaths")
  void aHostileSourceIsRefused(String path, Code code) {
    assertRefused("a.b\t" + path + "\tcore/b.py\n", code);
  }

  @ParameterizedTest
  @MethodSource("hostilePaths")
  void aHostileDestinationIsRefused(String path, Code code) {
    assertRefused("a.b\ta/b.py\t" + path + "\n", code);
  }

  static Stream<Arguments> hostileModules() {
    return Stream.of(
        Arguments.of("", Code.B012),
        Arguments.of("-x", Code.B018),
        Arguments.of("--force", Code.B018),
        Arguments.of("a..b", Code.B021),
        Arguments.of(".a", Code.B021),
        Arguments.of("a.", Code.B021),
        Arguments.of("a/b", Code.B021),
        Arguments.of("a.b-c", Code.B021),
        Arguments.of("1a", Code.B021),
        Arguments.of("a b", Code.B021),
        Arguments.of("a.b;rm", Code.B021),
        Arguments.of("a.$(id)", Code.B021),
        Arguments.of("<img src=x>", Code.B021),
        Arguments.of("a.b~1", Code.B021),
        Arguments.of("a.lock:b", Code.B021),
        Arguments.of("a\u0007", Code.B013),
        Arguments.of("a\u200db", Code.B013));
  }

  @ParameterizedTest
  @MethodSource("hostileModules")
  void aHostileModuleIsRefused(String module, Code code) {
    assertRefused(module + "\ta/b.py\tcore/b.py\n", code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b\ta/b.py\tcore/my-name.py",
        "a.b\ta/b.py\tcore/1st.py",
        "a.b\ta/b.py\tcore/b c.py",
        "a.p\ta/p\tcore/p-q"
      })
  void aDestinationThatIsNoNameIsRefused(String row) {
    assertRefused(row, Code.B022);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b\ta/b.py\tcore/",
        "a.b\ta/b.py\tcore",
        "a.b\ta/b\tcore/b.py",
        "a.b\ta/b.py\tcore/b.PY",
        "a.b\ta/b.py\tcore/b.pyi"
      })
  void aDestinationOfAnotherKindIsRefused(String row) {
    assertRefused(row, Code.B023);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#a.b\ta/b.py\tcore/b.py",
        "# a comment",
      })
  void aCommentIsRefusedAsOne(String row) {
    assertRefused(row, Code.B011);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".github/x.py",
        "a/.gitignore.py",
        "git/x.py",
        "git~2/x.py",
        "digit/x.py",
        "a/größe.py",
        "a/-b.py",
        "a/..b/x.py",
        "a/__init__.py"
      })
  void whatOnlyResemblesSomethingHostileIsRead(String source) {
    BatchReading reading = Texts.read("a.b\t" + source + "\tcore/b.py\n");

    assertThat(reading.findings().shown()).isEmpty();
    assertThat(reading.batch().rows().get(0).move().source()).isEqualTo(source);
  }

  private static Arguments path(String path, Code code) {
    return Arguments.of(path, code);
  }

  private static void assertRefused(String text, Code code) {
    BatchReading reading = Texts.read(text);

    assertThat(reading.batch().rows()).isEmpty();
    assertThat(reading.isWhole()).isFalse();
    assertThat(Texts.codes(reading.findings())).contains(code);
  }
}
