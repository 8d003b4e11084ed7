package dev.ferry.python.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.toolchain.TestReport;
import dev.ferry.toolchain.TestResult;
import dev.ferry.toolchain.TestResult.Kind;
import dev.ferry.toolchain.UnreadableAnswerException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JunitXmlTest {
  private static TestReport read(String xml) {
    return JunitXml.read(xml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takesFerrysExactIdsAndTheNameOfTheRun() {
    TestReport report =
        read(
            """
            <testsuite><properties><property name="ferry.run" value="r7"/></properties>
            <testcase classname="x" name="y" line="12">
            <properties><property name="ferry.id" value="t.py::T::y[a::b]"/></properties>
            <failure message="assert 1 == 2">more</failure></testcase></testsuite>
            """);

    assertThat(report.run()).isEqualTo("r7");
    assertThat(report.results())
        .containsEntry("t.py::T::y[a::b]", new TestResult(Kind.FAILED, "assert 1 == 2", 12));
  }

  @Test
  void readsWhatOthersWrite() {
    TestReport report =
        read(
            """
            <?xml version="1.0"?><testsuites><testsuite name="s">
            <testcase classname="a.B" name="passes"/>
            <testcase classname="a.B" name="fails"><failure/></testcase>
            <testcase classname="a.B" name="breaks"><error message="e"/></testcase>
            <testcase classname="a.B" name="skips"><skipped type="pytest.skip"/></testcase>
            <testcase classname="a.B" name="expected"><skipped type="pytest.xfail"/></testcase>
            <testcase classname="a.B" name="passes"><failure/></testcase>
            </testsuite></testsuites>
            """);

    assertThat(report.results().values())
        .extracting(TestResult::kind)
        .containsExactly(Kind.FAILED, Kind.FAILED, Kind.ERROR, Kind.SKIPPED, Kind.EXPECTED_FAILURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<html/>",
        "<testsuite><testcase name='a'",
        "<!DOCTYPE t [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><testsuite><testcase"
            + " name='&e;'/></testsuite>"
      })
  void whatIsNoResultIsRefused(String xml) {
    assertThatThrownBy(() -> read(xml)).isInstanceOf(UnreadableAnswerException.class);
  }
}
