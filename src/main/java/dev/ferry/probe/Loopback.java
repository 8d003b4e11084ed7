package dev.ferry.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks one port of this machine's loopback. Redirects are not followed, proxies not used, and of a
 * body no more than a part is read.
 */
final class Loopback implements AutoCloseable {
  private static final int LARGEST_BODY = 1 << 20;

  private final int port;
  private final Duration patience;
  private final HttpClient client;
  private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param patience for one whole answer
   */
  Loopback(int port, Duration patience) {
    this.port = port;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(patience)
            .build();
  }

  /**
   * One answer.
   *
   * @param status 0 where there was none
   * @param headers by names in lower case
   * @param failure why there was none, or no whole one
   */
  record Answer(int status, Map<String, String> headers, String body, Optional<String> failure) {
    Answer {
      headers = Map.copyOf(headers);
    }

    static Answer none(String why) {
      return new Answer(0, Map.of(), "", Optional.of(why));
    }
  }

  /** A port that nobody listens on now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  Answer ask(String method, String target) {
    return ask(method, target, Optional.empty());
  }

  /**
   * @param json a body to send with it
   */
  Answer ask(String method, String target, Optional<String> json) {
    Future<Answer> asked = askers.submit(() -> exchange(method, target, json));
    try {
      return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      asked.cancel(true);
      return Answer.none("took longer than " + patience.toSeconds() + " s");
    } catch (ExecutionException failed) {
      return Answer.none(String.valueOf(failed.getCause()));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Answer.none("stopped");
    }
  }

  private Answer exchange(String method, String target, Optional<String> json)
      throws InterruptedException {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
              .method(
                  method,
                  json.map(HttpRequest.BodyPublishers::ofString)
                      .orElseGet(HttpRequest.BodyPublishers::noBody))
              .timeout(patience)
              .header("Accept", "application/json, */*;q=0.5");
      json.ifPresent(body -> request.header("Content-Type", "application/json"));
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
        Map<String, String> headers = new TreeMap<>();
        response
            .headers()
            .map()
            .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), join(values)));
        Optional<String> failure =
            bytes.length > LARGEST_BODY
                ? Optional.of("a body of more than " + LARGEST_BODY + " bytes")
                : Optional.empty();
        String text = failure.isPresent() ? "" : new String(bytes, StandardCharsets.UTF_8);
        return new Answer(response.statusCode(), headers, text, failure);
      }
    } catch (IOException | IllegalArgumentException e) {
      return Answer.none(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private static String join(java.util.List<String> values) {
    return String.join(", ", values);
  }

  @Override
  public void close() {
    askers.shutdownNow();
    client.shutdownNow();
  }
}
