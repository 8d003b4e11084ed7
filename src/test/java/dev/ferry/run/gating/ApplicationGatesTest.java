package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.gate.GateKind;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.probe.ApplicationSettings;
import dev.ferry.probe.Revision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real application that is started, asked and ended; and one that misbehaves in each way. */
final class ApplicationGatesTest {
  @TempDir Path temporary = Path.of("");
  private GatingFixture fixture;

  /** Serves what its tables say; a word on the command line makes it misbehave. */
  static final String SERVER =
      """
      import json, os, subprocess, sys, time
      from http.server import BaseHTTPRequestHandler, HTTPServer
      from labs.engine import start

      port, habit = int(sys.argv[1]), sys.argv[2]
      moved = os.path.exists('core/engine.py')
      if habit == 'exits': sys.exit(3)
      if habit == 'forks': subprocess.Popen(['sh', '-c', 'exec sleep 986'], start_new_session=True)
      DOC = {'openapi': '3.1.0', 'info': {'title': 't', 'version': '1'}, 'paths': {
          '/speed': {'get': {'responses': {'200': {'content': {'application/json': {'schema': {
              'type': 'object', 'required': ['speed'],
              'properties': {'speed': {'type': 'integer'}}}}}}}}},
          '/cars/{car}': {'get': {'parameters': [
              {'name': 'car', 'in': 'path', 'schema': {'type': 'string'}, 'example': 'taxi'}]}}}}
      left = 100

      class Handler(BaseHTTPRequestHandler):
          def log_message(self, *a): pass
          def do_GET(self):
              global left
              left -= 0 if habit == 'stub' else 1
              if habit == 'never': return self.answer(503, {})
              if habit == 'hangs' and self.path == '/speed': time.sleep(600)
              if habit == 'floods' and self.path == '/speed':
                  self.send_response(200); self.end_headers()
                  for _ in range(100): self.wfile.write(b'x' * 1000000)
                  return
              if self.path == '/healthz': return self.answer(200, {'ok': True})
              if self.path == '/openapi.json':
                  if habit == 'nodoc': return self.answer(200, {'hello': 1})
                  doc = json.loads(json.dumps(DOC))
                  if habit == 'empty': doc['paths'] = {}
                  if habit == 'worse' and moved: doc['paths']['/speed']['get']['operationId'] = 5
                  if habit == 'hides' and moved: del doc['paths']['/speed']
                  return self.answer(200, doc)
              if self.path == '/speed':
                  if habit == 'fails' and moved: return self.answer(500, {})
                  if habit == 'failsalways': return self.answer(500, {})
                  if habit in ('gone', 'hides') and moved:
                      return self.answer(404, {'detail': 'Not Found'})
                  if habit == 'lies' and moved: return self.answer(200, {'speed': 'fast'})
                  return self.answer(200, {'speed': start(1)})
              if self.path == '/cars/taxi': return self.answer(200, {'car': 'taxi'})
              if self.path.startswith('/cars/'): return self.answer(404, {'detail': 'no such car'})
              self.answer(404, {'detail': 'Not Found'})
          def answer(self, status, body):
              self.send_response(status)
              self.send_header('Content-Type', 'application/json')
              if not (habit == 'unlimited' and moved):
                  self.send_header('x-ratelimit-limit', '100')
                  self.send_header('X-RateLimit-Remaining', '900' if habit == 'wild' and moved else str(left))
                  self.send_header('X-RateLimit-Reset', '60')
              self.end_headers()
              self.wfile.write(json.dumps(body).encode())

      HTTPServer(('127.0.0.1', port), Handler).serve_forever()
      """;

  @BeforeEach
  void sample() {
    fixture = new GatingFixture(temporary);
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  private GateResult judge(GateKind kind, String habit) {
    return judge(new ChosenGate.Known(kind), habit);
  }

  private GateResult judge(ChosenGate gate, String habit) {
    fixture.gates = List.of(gate);
    fixture.application =
        new ApplicationSettings(
            List.of("python", "-m", "server", "{port}", habit),
            "/healthz",
            "/openapi.json",
            List.of(),
            Duration.ofSeconds(habit.equals("never") ? 3 : 30),
            Duration.ofSeconds(10),
            false);
    if (java.nio.file.Files.exists(fixture.repository.root().resolve("core/engine.py"))) {
      // judged once before: back to where the module stood
      fixture
          .repository
          .move("core/engine.py", "labs/engine.py")
          .with("app.py", "from labs.engine import start\n\n\ndef run():\n    return start(1)\n");
    }
    fixture.repository.with("server.py", SERVER);
    Revision base = fixture.repository.commit("base");
    fixture.moved().repository.with("server.py", SERVER.replace("labs.engine", "core.engine"));
    return fixture.onlyResult(base);
  }

  @Test
  void everyRouteThatAnswersAsBeforePasses() {
    GateResult result = judge(GateKind.ENDPOINTS, "well");

    assertThat(result.verdict()).as(result + fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.denominator()).isEqualTo(3);
    assertThat(result.numerator()).isEqualTo(3);
  }

  @Test
  void aRouteThatIsGoneFailsThoughADocumentHidesIt() {
    for (String habit : List.of("gone", "hides")) {
      GateResult result = judge(GateKind.ENDPOINTS, habit);

      assertThat(result.verdict()).as(habit + result).isEqualTo(Verdict.FAIL);
      assertThat(result.findings().getFirst().arguments())
          .containsExactly("GET /speed", "200", "404 (no such route)");
    }
  }

  @Test
  void aBodyThatIsNotWhatTheDocumentSaysFails() {
    GateResult result = judge(new ChosenGate.Served(GateKind.SYNTAX), "lies");

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.gate()).isEqualTo("syntax-served");
    assertThat(result.denominator()).as("two routes, and no such car").isEqualTo(2);
    assertThat(result.findings().getFirst().arguments())
        .containsExactly("GET /speed", "$.speed: is no integer");
    assertThat(judge(GateKind.ENDPOINTS, "lies").verdict())
        .as("it answers all the same")
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void theServedDocumentIsJudgedAsFilesAre() {
    GateResult result = judge(new ChosenGate.Served(GateKind.SCHEMA), "well");

    assertThat(result.verdict()).as(result + fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(GatingFixture.codes(result)).as("it stood so at base").containsExactly("T089");
    assertThat(judge(new ChosenGate.Served(GateKind.SCHEMA), "worse").findings().getFirst())
        .isEqualTo(
            Problem.at(
                "/openapi.json",
                0,
                Code.T088,
                "#/paths/~1speed/get/operationId",
                "has to be text"));
  }

  private GateResult error(String habit) {
    GateResult result = judge(GateKind.ENDPOINTS, habit);
    assertThat(result.verdict()).as(habit + result).isEqualTo(Verdict.ERROR);
    return result;
  }

  @Test
  void aFloodIsCutAndNoAnswer() {
    GateResult result = judge(GateKind.ENDPOINTS, "floods");

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(GatingFixture.codes(result)).containsExactly("T055");
  }

  @Test
  void withoutAnApplicationTheGateIsSkippedAndSaysSo() {
    fixture.gates =
        List.of(
            new ChosenGate.Known(GateKind.RATE_LIMITS), new ChosenGate.Known(GateKind.ENDPOINTS));
    Revision base = fixture.repository.commit("base");

    assertThat(fixture.moved().judgeAgainst(base))
        .allSatisfy(
            result -> {
              assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
              assertThat(GatingFixture.codes(result)).containsExactly("T047");
            });
  }
}
