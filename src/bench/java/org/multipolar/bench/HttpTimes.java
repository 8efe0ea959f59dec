package org.multipolar.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.multipolar.advice.Advisor;
import org.multipolar.advice.Snapshot;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.solve.Decomposition;

/**
 * Times what HTTP, the record on disk and the rest of a service add to an answer: the same question, asked of the packaged
 * service and of the same code in this process, in turn. Then a question that was asked before, by its key.
 */
final class HttpTimes {

    private static final Path QUESTION = Path.of("src/test/resources/hostile/good/advice-inline.json");
    private static final double MILLION = 1e6;
    private static final Duration WARM = Duration.ofSeconds(12);
    private static final Duration TIMED = Duration.ofSeconds(24);
    private static final Duration REPEATED = Duration.ofSeconds(5);

    private final Packaged service;
    private final byte[] question;
    private final Snapshot snapshot =
            SnapshotReader.read(Path.of("profiles"), Path.of("rules")).orThrow();
    private final Advisor advisor = new Advisor(Decomposition.forQuestions());

    private HttpTimes(Packaged service, byte[] question) {
        this.service = service;
        this.question = question;
    }

    static void print() {
        if (!Packaged.there()) {
            return;
        }
        try (var service = Packaged.start()) {
            new HttpTimes(service, Files.readAllBytes(QUESTION)).run();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() throws IOException, InterruptedException {
        System.out.printf("%none question at a time; milliseconds%n%-34s %6s %9s %9s%n", "", "times", "median", "p99");
        inTurn(WARM, new Times(), new Times());
        var http = new Times();
        var inside = new Times();
        inTurn(TIMED, http, inside);
        line("in this process, no record", inside);
        line("over HTTP, recorded on disk", http);
        System.out.printf("%-34s %6s %9.2f%n", "the service adds", "", (http.median() - inside.median()) / MILLION);

        ask("the-same");
        var repeated = new Times();
        long end = System.nanoTime() + REPEATED.toNanos();
        while (System.nanoTime() < end) {
            repeated.add(timed(() -> ask("the-same")));
        }
        line("asked again with its key", repeated);
        System.out.printf("%-34s %6.0f a second%n", "", 1e9 / (repeated.total() / (double) repeated.count()));
    }

    private void inTurn(Duration time, Times http, Times inside) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            inside.add(timed(this::answer));
            http.add(timed(() -> ask("")));
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static long timed(Work work) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }

    private static void line(String what, Times times) {
        System.out.printf(
                "%-34s %6d %9.2f %9.2f%n", what, times.count(), times.median() / MILLION, times.p99() / MILLION);
    }

    private void answer() {
        var around = new AdviceRequest.Around(
                snapshot,
                id -> {
                    throw new IllegalStateException("The question brings its buyer along.");
                },
                snapshot.scenarios(),
                id -> {},
                LocalDate.of(2026, 11, 21));
        var asked = AdviceRequest.advice(question, around);
        if (Json.pretty(advisor.recommend(snapshot, asked.question()).advice()).isEmpty()) {
            throw new IllegalStateException("No answer.");
        }
    }

    /** Asks, with a key where one is given. */
    private void ask(String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.at("/api/v1/advice"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        var answer = service.client().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "Answered with %d: %s".formatted(answer.statusCode(), new String(answer.body(), UTF_8)));
        }
    }
}
