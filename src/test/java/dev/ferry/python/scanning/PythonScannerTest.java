package dev.ferry.python.scanning;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.FileFacts.Mark;
import dev.ferry.facts.ImportFact;
import dev.ferry.facts.StringFact;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scanner must say where CPython's parser cannot be asked. */
final class PythonScannerTest {
  @Test
  void offsetsEncloseTheModuleAsItIsWritten() {
    String source = "if x:\n  from .. a \\\n . b import (c as d,\n e) # f\n";
    ImportFact fact = scan(source).imports().getFirst();
    assertThat(source.substring(fact.moduleStart(), fact.moduleEnd())).isEqualTo(".. a \\\n . b");
    assertThat(source.substring(fact.statementStart(), fact.statementEnd()))
        .isEqualTo("from .. a \\\n . b import (c as d,\n e)");
    assertThat(fact.module()).isEqualTo("a.b");
    assertThat(fact.level()).isEqualTo(2);
    assertThat(fact.contexts()).containsExactly(ImportFact.Context.CONDITION);
  }

  @Test
  void eachModuleOfAListHasItsOwnPlace() {
    String source = "import a.b as c, d . e";
    assertThat(scan(source).imports())
        .extracting(fact -> source.substring(fact.moduleStart(), fact.moduleEnd()))
        .containsExactly("a.b", "d . e");
  }

  @Test
  void stringsThatLookLikeDottedNamesAreFound() {
    String source =
        """
        a = ["b.c", r'd.e:f', '''g.h''', u"i:j", f"k.l", "m", "n. o", b"p.q", f"{r}.s", "t.u\\n",
             ".v", "w.", "x..y", "1.2", "z.é", "z.…", t"a.a", "a:b:c", "a.b-c"]
        patch("m.n" "o.p")
        x = f"{load('q.r')}"
        """;
    FileFacts facts = scan(source);
    assertThat(facts.strings())
        .extracting(StringFact::text)
        .containsExactly(
            "b.c", "d.e:f", "g.h", "i:j", "k.l", "w.", "z.é", "m.no.p", "m.n", "o.p", "q.r");
    byte[] bytes = source.getBytes(UTF_8);
    assertThat(facts.strings())
        .filteredOn(fact -> !fact.text().equals("m.no.p"))
        .allSatisfy(
            fact ->
                assertThat(new String(bytes, fact.start(), fact.end() - fact.start(), UTF_8))
                    .isEqualTo(fact.text()));
    assertThat(facts.strings()).extracting(StringFact::line).contains(1, 3, 4);
  }

  @Test
  void namesAndPathsWithinLongerTextsAreFound() {
    String source =
        """
        a = "python -m a.b --cov=a.c, 'a/d.py' ./a/e.py; e.g. 1.5 -ph.i", b"x a.f\\ng.h", f"{x} a.g {a.n} /r/s.py"
        b = ["-m", "tool", "other"], "-m top", "see a.k.", "http://a.host/p/q.py", "w/out", "x" * 3
        c = '''
        a.l
          a/m/'''
        """;
    assertThat(scan(source).mentions())
        .containsExactly(
            "a.b", "a.c", "a/d.py", "a/e.py", "e.g", "ph.i", "h.i", "a.f", "g.h", "a.g", "/r/s.py",
            "tool", "top", "a.k", "a.l", "a/m");
  }

  @Test
  void componentsOfPathsAreKeptTogether() {
    String source =
        """
        one = Path("a") / "b.py"
        two = os.path.join(os.path.dirname(__file__), "c", "d.py")
        three = BASE.joinpath("e").joinpath("f.py")
        four = ROOT / "g"
        five = ["h", "i"], print("j", "k"), "l" % "m"
        """;
    assertThat(scan(source).mentions())
        .containsExactlyInAnyOrder("a/b.py", "c/d.py", "e/f.py", "./g");
  }

  @Test
  void patternsAndRegularExpressionsAreKept() {
    String source =
        """
        one = "a/b*.py", "a.b.*", "in a/*/c.py or"
        two = r"^d\\.e(\\.|$)"
        three = "f\\\\.g", r"\\bh/i\\.py"
        """;
    assertThat(scan(source).mentions())
        .contains("a/b*.py", "a.b.*", "a/*/c.py", "d.e", "f.g", "h/i.py");
  }

  @Test
  void whatConstantsAndLiteralsSayTogetherIsFound() {
    String source =
        """
        PKG = "labs"
        TYPED: str = "core.x"
        a = f"{PKG}.a", PKG + ".b", "%s.c" % PKG, "{}.d".format(PKG), ".".join([PKG, "e"])
        b = f"run {TYPED}.f {unknown}.g", "-m %s.h now" % PKG, "{0}.i".format(PKG), PKG + "." + "j"
        c = unknown + ".k", PKG.upper() + ".l", x.PKG + ".m", f"{PKG!r}.n", "labs." + LATER
        LATER = "o"
        """;
    assertThat(scan(source).mentions())
        .containsExactlyInAnyOrder(
            "s.c",
            "s.h",
            "labs.a",
            "labs.b",
            "labs.c",
            "labs.d",
            "labs.e",
            "core.x.f",
            "labs.h",
            "labs.i",
            "labs.j",
            "labs.o");
  }

  @Test
  void whatLiteralsSayTogetherIsFound() {
    String source =
        """
        a = "labs" + ".x"
        b = "labs." \\
            "y"
        c = ".".join(["labs", "z"]), ".".join(("labs", name)), ".".join(names)
        d = "%s.v" % "labs", "labs.%s" % name, "%s.%s" % ("labs", "u")
        e = "{}.t".format("labs"), "labs.{}".format(name), "{}.{}".format("labs")
        f = "la" "bs.s" + name, "one" + "two", "1" + ".5", "see " + "a.b", "x" + y.z
        """;
    assertThat(scan(source).strings())
        .extracting(StringFact::text)
        .contains("labs.x", "labs.y", "labs.z", "labs.v", "labs.u", "labs.t", "labs.s", "labs.")
        .doesNotContain("onetwo", "1.5", "xy.z");
  }

  @Test
  void marksTellWhatIsRemarkable() {
    assertThat(scan("import a\n").marks()).isEmpty();
    assertThat(scan("x = __file__\n").marks()).containsExactly(Mark.USES_OWN_PATH);
    assertThat(scan("def f():\n  f'{__file__}'\n").marks()).containsExactly(Mark.USES_OWN_PATH);
    assertThat(scan("'__file__' # __file__\n").marks()).isEmpty();
    assertThat(scan("def f():\n  sys.path.insert(0, x)\n").marks())
        .containsExactly(Mark.USES_SEARCH_PATH);
    assertThat(scan("from sys import path\n").marks()).containsExactly(Mark.USES_SEARCH_PATH);
    assertThat(scan("from a import *\n").marks()).containsExactly(Mark.STAR_IMPORT);
    assertThat(scan("def __getattr__(n): pass\n").marks()).containsExactly(Mark.DYNAMIC_ATTRIBUTES);
    assertThat(scan("globals().update(x)\n").marks()).containsExactly(Mark.DYNAMIC_ATTRIBUTES);
    assertThat(scan("def f(): return globals()\n").marks()).isEmpty();
    assertThat(scan("# coding: latin-1\n").marks()).containsExactly(Mark.OTHER_ENCODING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import a\nx = (1, 2\nimport b\n",
        "import a\nx = 'never closed\nimport b\n",
        "import a\nx = '''never closed\nimport b\n",
        "import a\nx = f'''{never closed\nimport b\n",
        "import a\nx = f'{never'\nimport b\n",
        "import a\nfrom import c\nimport b\n",
        "import a\nimport c as\nimport b\n",
        "import a\nfrom x import\nimport b\n",
        "import a\nfrom x import (\nimport b\n",
        "import a\nx = ]\nimport b\n",
        "import a\nx = (]\nimport b\n",
        "import a\n  y\nimport b\n",
        "import a\nif x:\nimport b\n",
        "import a\nif x\nimport b\n",
        "import a\n<<<<<<< HEAD\n$?\nimport b\n",
        "import a\nx = f(\n\n  from_\nfrom b import b\n",
        "import a\nx = {\ndef f():\n  import b\n",
        "import a\n\0\nimport b\n",
      })
  void afterAnErrorItGoesOnWithTheNextLine(String source) {
    FileFacts facts = scan(source);
    assertThat(facts.marks()).contains(Mark.BROKEN);
    assertThat(facts.imports()).extracting(ImportFact::module).startsWith("a").endsWith("b");
  }

  @Test
  void whatWasCompleteInABrokenListCounts() {
    assertThat(scan("from a import (b, c as d,\ndef e(): pass\n").imports())
        .extracting(ImportFact::name)
        .containsExactly("b", "c");
  }

  @Test
  void sourcesThatNoPythonReadsAreMarked() {
    assertThat(PythonScanner.scan("import a\n".getBytes(UTF_16LE)).marks()).contains(Mark.BROKEN);
    assertThat(scan("# coding: utf-16\nimport a\n").marks())
        .contains(Mark.BROKEN, Mark.OTHER_ENCODING);
    assertThat(scan("# coding: no-such-thing\nimport a\n").imports()).hasSize(1);
    assertThat(PythonScanner.scan(new byte[] {'x', '=', '\'', (byte) 0xFF, '\''}).marks())
        .contains(Mark.BROKEN);
  }

  @Test
  void namesAreTakenAsTheirEncodingHasThem() {
    byte[] source =
        "# coding: latin-1\nimport é\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(PythonScanner.scan(source).imports())
        .extracting(ImportFact::module)
        .containsExactly("é");
  }

  @Test
  void nestedFormatStringsAreReadAsPep701HasThem() {
    FileFacts facts =
        PythonScanner.scan(java.util.Objects.requireNonNull(TrickySources.all().get("pep701")));
    assertThat(facts.marks()).isEmpty();
    assertThat(facts.imports()).extracting(ImportFact::module).containsExactly("c", "e", "g", "h");
  }

  static List<String> hostile() {
    int n = 400_000;
    return List.of(
        "(".repeat(n),
        "f'{".repeat(n),
        "f'{x:".repeat(n) + "{x:".repeat(n),
        "f'''{\n".repeat(n),
        "x = f'{a\n".repeat(n),
        "'''a\n".repeat(n + 1),
        "if x:\n".repeat(n),
        "from a import (\n".repeat(n),
        "import " + "a.".repeat(n),
        "a=".repeat(n) + "b",
        "lambda:".repeat(n),
        "\\\n".repeat(n),
        "rb'\\".repeat(n));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileSourcesTakeNoLongerThanOthers(String source) {
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> scan(source));
  }

  @Test
  void noBytesMakeItFail() {
    Random random = new Random(20261122);
    String alphabet = "import from as a.b(),*'\"\\\n\r\t #:;{}[]=fr!\u00e9\0";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder source = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        source.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      byte[] bytes = source.toString().getBytes(UTF_8);
      for (ImportFact fact : PythonScanner.scan(bytes).imports()) {
        assertThat(fact.statementStart()).isBetween(0, fact.moduleStart());
        assertThat(fact.moduleEnd()).isBetween(fact.moduleStart(), fact.statementEnd());
        assertThat(fact.statementEnd()).isLessThanOrEqualTo(bytes.length);
      }
    }
  }

  private static FileFacts scan(String source) {
    return PythonScanner.scan(source.getBytes(UTF_8));
  }
}
