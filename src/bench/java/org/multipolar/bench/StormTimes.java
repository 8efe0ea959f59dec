package org.multipolar.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the packaged service more than it can answer: how long who is let in waits, how soon the others are told, and how long
 * it takes to be itself again. The clients share the machine with it. {@code -Dstorm.seconds=60} for the length of the storm.
 */
final class StormTimes {

    private static final Path QUESTION = Path.of("src/test/resources/hostile/good/advice-inline.json");
    private static final Duration STORM = Duration.ofSeconds(Integer.getInteger("storm.seconds", 30));
    private static final Duration WARM = Duration.ofSeconds(20);
    private static final Duration CALM = Duration.ofSeconds(8);
    private static final int CLIENTS = 4;
    private static final int TIMES_CAPACITY = 3;
    private static final double PART = 0.7;
    private static final double MILLION = 1e6;

    private final Packaged service;
    private final byte[] question;

    private StormTimes(Packaged service, byte[] question) {
        this.service = service;
        this.question = question;
    }

    /** Times in milliseconds by status; -1 for no answer at all. */
    private static final class Seen {
        private final Map<Integer, ConcurrentLinkedQueue<Double>> byStatus = new ConcurrentHashMap<>();

        void add(int status, long nanos) {
            byStatus.computeIfAbsent(status, any -> new ConcurrentLinkedQueue<>())
                    .add(nanos / MILLION);
        }

        int count(int status) {
            return byStatus.getOrDefault(status, new ConcurrentLinkedQueue<>()).size();
        }

        double part(int status, double part) {
            var sorted = byStatus.getOrDefault(status, new ConcurrentLinkedQueue<>()).stream()
                    .sorted()
                    .toList();
            return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
        }

        void print(String what) {
            byStatus.keySet().stream()
                    .sorted()
                    .forEach(status -> System.out.printf(
                            "%-22s status %4d  %6d times  p50 %8.1f ms  p99 %8.1f ms  most %8.1f ms%n",
                            what, status, count(status), part(status, 0.5), part(status, 0.99), part(status, 1)));
        }
    }

    static void print() {
        if (!Packaged.there()) {
            return;
        }
        try (var service = Packaged.start()) {
            new StormTimes(service, Files.readAllBytes(QUESTION)).run();
            boolean full = service.said().contains("OutOfMemoryError");
            System.out.printf("OutOfMemoryError in the log: %s%n", full);
            if (full) {
                throw new IllegalStateException("The service ran out of memory.");
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() throws IOException, InterruptedException {
        // What is not compiled yet is several times slower, and a capacity taken of it too small.
        closed(WARM);
        var full = closed(CALM);
        double capacity = full.count(200) / (double) CALM.toSeconds();
        System.out.printf("capacity %.1f questions a second (%d clients in turn)%n", capacity, CLIENTS);
        var calm = open(PART * capacity, CALM);
        calm.print("at 70 %");

        var health = new Seen();
        var storming = CompletableFuture.supplyAsync(() -> open(TIMES_CAPACITY * capacity, STORM));
        while (!storming.isDone()) {
            long begun = System.nanoTime();
            health.add(service.status("/q/health/live"), System.nanoTime() - begun);
            Thread.sleep(250);
        }
        long ended = System.nanoTime();
        var storm = storming.join();
        storm.print("at 300 %");
        health.print("health in the storm");
        only(storm, 200, 503);
        only(health, 200);
        System.out.printf(
                "p99 of who was let in: %.1f of the p99 at 70 %%%n", storm.part(200, 0.99) / calm.part(200, 0.99));
        double normal = 2 * calm.part(200, 0.99);
        double took;
        do {
            var one = new Seen();
            ask(one).join();
            took = one.part(200, 1);
        } while (!(took <= normal) && System.nanoTime() - ended < TimeUnit.SECONDS.toNanos(60));
        System.out.printf("itself again after %.1f s%n", (System.nanoTime() - ended) / MILLION / 1_000);
        memory();
    }

    /** How long it took is for the reader to judge; an answer of another kind is a promise broken. */
    private static void only(Seen seen, Integer... statuses) {
        var others = new TreeSet<>(seen.byStatus.keySet());
        others.removeAll(List.of(statuses));
        if (!others.isEmpty()) {
            throw new IllegalStateException(
                    "Answered with %s, which is none of %s.".formatted(others, List.of(statuses)));
        }
    }

    private void memory() throws IOException, InterruptedException {
        var metrics = service.client()
                .send(HttpRequest.newBuilder(service.at("/q/metrics")).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        double used = metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
        System.out.printf("heap used %.0f MiB of 1024%n", used / (1 << 20));
        var status = Path.of("/proc", String.valueOf(service.pid()), "status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(line -> System.out.println(
                            "most memory of the process: " + line.substring(6).strip()));
        }
    }

    /** Some clients, each asking anew when it was answered. */
    private Seen closed(Duration time) throws InterruptedException {
        var seen = new Seen();
        long end = System.nanoTime() + time.toNanos();
        var threads = new Thread[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            threads[i] = new Thread(() -> {
                while (System.nanoTime() < end) {
                    ask(seen).join();
                }
            });
            threads[i].start();
        }
        for (var thread : threads) {
            thread.join();
        }
        return seen;
    }

    /** So many a second, whatever became of those before. */
    private Seen open(double perSecond, Duration time) {
        var seen = new Seen();
        var waiting = new AtomicInteger();
        long begun = System.nanoTime();
        long each = (long) (1e9 / perSecond);
        for (long next = begun; next < begun + time.toNanos(); next += each) {
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            waiting.incrementAndGet();
            var unused = ask(seen).whenComplete((done, failed) -> waiting.decrementAndGet());
        }
        while (waiting.get() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        return seen;
    }

    private CompletableFuture<Void> ask(Seen seen) {
        long begun = System.nanoTime();
        return service.client()
                .sendAsync(
                        HttpRequest.newBuilder(service.at("/api/v1/advice"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .handle((answer, failed) -> {
                    seen.add(failed == null ? answer.statusCode() : -1, System.nanoTime() - begun);
                    return null;
                });
    }
}
