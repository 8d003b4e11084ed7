package dev.ferry.python.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.toolchain.LoggingUnit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoggingUnitsTest {
  private static List<String> units(String source) {
    return LoggingUnits.of(source.getBytes(StandardCharsets.UTF_8)).orElseThrow().stream()
        .map(LoggingUnitsTest::shown)
        .toList();
  }

  private static String shown(LoggingUnit unit) {
    return unit.line() + " " + unit.kind() + " " + unit.name() + (unit.logs() ? " logs" : "");
  }

  private static String function(String head, String... body) {
    return "def " + head + ":\n    " + String.join("\n    ", body) + "\n";
  }

  @Test
  void fiveStatementsMakeAPublicFunctionAUnit() {
    assertThat(units(function("f()", "a = 1", "b = 2", "c = 3", "return a"))).isEmpty();
    assertThat(units(function("f()", "a = 1", "b = 2", "c = 3", "d = 4", "return a")))
        .containsExactly("1 FUNCTION f");
  }

  @Test
  void aDocstringIsNoStatementAndASemicolonMakesTwo() {
    assertThat(units(function("f()", "'''Says.'''", "a = 1", "b = 2", "c = 3", "return a")))
        .isEmpty();
    assertThat(units(function("f()", "a = 1; b = 2", "c = 3; d = 4", "return a"))).hasSize(1);
  }

  @Test
  void statementsOfInnerBlocksCountAndClausesDoNot() {
    assertThat(units(function("f(a)", "if a:", "    b = 1", "else:", "    b = 2", "return b")))
        .isEmpty();
    assertThat(
            units(function("f(a)", "if a:", "    b = 1", "    c = 2", "else:", "    b = 2", "x()")))
        .containsExactly("1 FUNCTION f");
  }

  @Test
  void privateAndNestedFunctionsAreNoUnits() {
    String[] five = {"a = 1", "b = 2", "c = 3", "d = 4", "return a"};
    assertThat(units(function("_f()", five))).isEmpty();
    assertThat(units("class _C:\n" + function("f(self)", five).indent(4))).isEmpty();
    assertThat(units("class C:\n" + function("f(self)", five).indent(4)))
        .containsExactly("2 FUNCTION f");
    assertThat(units("def outer():\n" + function("f()", five).indent(4))).isEmpty();
  }

  @Test
  void routeHandlersAreUnitsWhateverTheirLength() {
    assertThat(
            units(
                "@app.get('/x')\nasync def _x():\n    return 1\n\n"
                    + "@router.post(\n    '/y',\n)\n@other\ndef y():\n    log.info('y')\n"
                    + "@cache.get\ndef z(): pass\n"))
        .containsExactly("2 ROUTE_HANDLER _x", "9 ROUTE_HANDLER y logs");
  }

  @Test
  void handlersLogOrRaise() {
    assertThat(
            units(
                "try:\n    a()\nexcept ValueError:\n    pass\nexcept KeyError as e:\n    raise X\n"
                    + "except OSError:\n    logging.exception('x')\nexcept: pass\n"))
        .containsExactly(
            "3 EXCEPT_HANDLER except ValueError",
            "5 EXCEPT_HANDLER except KeyError logs",
            "7 EXCEPT_HANDLER except OSError logs",
            "9 EXCEPT_HANDLER except");
  }

  @Test
  void whatAnInnerFunctionLogsIsNotTheOuterOnes() {
    assertThat(
            units(
                function(
                    "f()", "def g():", "    log.info('g')", "a = 1", "b = 2", "c = 3", "d = 4")))
        .containsExactly("1 FUNCTION f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logger.info('x')",
        "self._logger.debug('x')",
        "logging.getLogger(__name__).warning('x')",
        "log.bind(a=(1, 2)).error('x')",
        "LOG.exception('x')",
        "audit_log.info('x')",
        "structlog.get_logger().info('x')",
        "await logger.ainfo.info('x')"
      })
  void loggers(String call) {
    assertThat(units(function("f()", "a = 1", "b = 2", "c = 3", "d = 4", call)))
        .containsExactly("1 FUNCTION f logs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "math.log(2)",
        "catalog.info('x')",
        "logger.info",
        "dialog.error('x')",
        "'logger.info(1)'.strip()",
        "print('x')",
        "login.info()"
      })
  void others(String call) {
    assertThat(units(function("f()", "a = 1", "b = 2", "c = 3", "d = 4", call)))
        .containsExactly("1 FUNCTION f");
  }

  @Test
  void whatCannotBeReadIsNothing() {
    assertThat(LoggingUnits.of("x = 'open\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
