package org.multipolar.web.replicas;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy that hands each request to the next process in turn. One that takes no connection is passed over; one that goes
 * away in the middle cuts the caller's connection, as proxies do that repeat no POST.
 */
final class RoundRobin implements AutoCloseable {

    private static final List<String> FORWARDED = List.of("Content-Type", "Idempotency-Key");
    private static final List<String> RETURNED = List.of("Content-Type", "Content-Location", "Retry-After");

    private final List<URI> behind;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger next = new AtomicInteger();

    RoundRobin(List<URI> behind) throws IOException {
        this.behind = behind;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::hand);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void hand(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            for (int tries = 0; tries < behind.size(); tries++) {
                var to = behind.get(Math.floorMod(next.getAndIncrement(), behind.size()));
                try {
                    give(exchange, client.send(request(exchange, to, body), BodyHandlers.ofByteArray()));
                    return;
                } catch (ConnectException gone) {
                    // the next one may be there
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static HttpRequest request(HttpExchange exchange, URI to, byte[] body) {
        var request = HttpRequest.newBuilder(to.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        FORWARDED.forEach(name -> {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        });
        return request.build();
    }

    private static void give(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        RETURNED.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders()
                .set(name, value)));
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
