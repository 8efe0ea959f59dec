package org.multipolar.web.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.multipolar.store.Database;

/** One process of the packaged service; it can be killed and started again at the same port. */
final class Replica implements AutoCloseable {

    static final Path PROGRAM = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration TO_START = Duration.ofMinutes(2);

    private final List<String> command;
    private final Path said;
    private final URI address;
    private Process process;

    private Replica(List<String> command, Path said, URI address) throws IOException {
        this.command = command;
        this.said = said;
        this.address = address;
        this.process = launched();
    }

    /** {@return a process that starts; its folder holds profiles, rules and the signing key that all share} */
    static Replica started(String name, Database.Location store, Path folder) throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=" + port,
                "-Dmultipolar.store=" + store.place(),
                "-Dmultipolar.store.user=" + store.user(),
                "-Dmultipolar.signing-key=" + folder.resolve("signing.key"),
                "-Dmultipolar.profiles=" + folder.resolve("profiles"),
                "-Dmultipolar.rules=" + folder.resolve("rules"),
                "-Dmultipolar.default-buyer=",
                "-Dmultipolar.webhooks.allow=127.0.0.1",
                "-jar",
                PROGRAM.toAbsolutePath().toString()));
        return new Replica(command, folder.resolve(name + ".log"), URI.create("http://127.0.0.1:" + port));
    }

    private Process launched() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                .start();
    }

    URI address() {
        return address;
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void again() throws IOException {
        process = launched();
    }

    /** Returns once it says that it can answer. */
    void awaitReady() throws Exception {
        long end = System.nanoTime() + TO_START.toNanos();
        while (!ready()) {
            assertThat(process.isAlive())
                    .as("%s%n%s", said, Files.readString(said))
                    .isTrue();
            assertThat(System.nanoTime())
                    .as("%s%n%s", said, Files.readString(said))
                    .isLessThan(end);
            Thread.sleep(100);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(address.resolve("/q/health/ready"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
