package org.multipolar.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, with records of its own, reached over loopback. */
final class Packaged implements AutoCloseable {

    static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final int READY_TRIES = 300;

    private final Process process;
    private final URI address;
    private final Path said;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Packaged(Process process, URI address, Path said) {
        this.process = process;
        this.address = address;
        this.said = said;
    }

    /** {@return whether there is one to start; where not, says how it is made} */
    static boolean there() {
        boolean there = Files.exists(JAR);
        if (!there) {
            System.out.printf("%s is missing: mvnw -q -DskipTests package makes it.%n", JAR);
        }
        return there;
    }

    /** {@return the service, once it is ready} */
    static Packaged start() throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var data = Files.createTempDirectory("packaged");
        var said = data.resolve("said.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Dquarkus.http.port=" + port,
                        "-Dmultipolar.store=" + data.resolve("records"),
                        "-Dmultipolar.audit.file=" + data.resolve("audit.log"),
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        var service = new Packaged(process, URI.create("http://127.0.0.1:" + port), said);
        for (int tries = 0; service.status("/q/health/ready") != 200 && tries < READY_TRIES; tries++) {
            Thread.sleep(200);
        }
        return service;
    }

    HttpClient client() {
        return client;
    }

    URI at(String path) {
        return address.resolve(path);
    }

    /** {@return the status of an answer; -1 where there is none} */
    int status(String path) throws InterruptedException {
        try {
            return client.send(
                            HttpRequest.newBuilder(at(path))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notThere) {
            return -1;
        }
    }

    String said() throws IOException {
        return Files.readString(said);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
