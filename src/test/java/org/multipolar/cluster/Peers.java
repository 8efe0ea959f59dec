package org.multipolar.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Processes of one cluster on free ports of this machine, each of which knows all the others' ports. */
final class Peers implements AutoCloseable {

    private static final int MOST = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final String cluster = "test-" + UUID.randomUUID();

    private final Path folder;
    private final List<Integer> ports;
    private final List<Peered> processes = new ArrayList<>();
    private int next;

    /** One process and what it says. */
    record Peered(Process process, Path said) {

        List<String> lines(String start) {
            try {
                return Files.readAllLines(said).stream()
                        .filter(line -> line.startsWith(start))
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        /** As {@code kill -9} does. */
        void kill() {
            process.destroyForcibly();
            until("the process has died", () -> !process.isAlive());
        }
    }

    /** @param folder for what the processes say */
    Peers(Path folder) {
        this.folder = folder;
        this.ports = freePorts();
    }

    private static List<Integer> freePorts() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int number = 0; number < MOST; number++) {
                sockets.add(new ServerSocket(0));
            }
            var free = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (var socket : sockets) {
                socket.close();
            }
            return free;
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** {@return how the next member takes part} */
    Membership membership(String name, int workers) {
        return new Membership(name, Membership.LOOPBACK, ports.get(next++), addresses(), workers);
    }

    private List<String> addresses() {
        return ports.stream().map(port -> Membership.LOOPBACK + ":" + port).toList();
    }

    /** Starts one more process, which works, and coordinates where there is something more to say. */
    Peered start(int workers, int... roundsAndChunks) {
        var membership = membership(cluster, workers);
        var command = Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-classpath",
                                classPath(),
                                Peer.class.getName(),
                                cluster,
                                Integer.toString(membership.port()),
                                String.join(",", addresses()),
                                Integer.toString(workers)),
                        IntStream.of(roundsAndChunks).mapToObj(Integer::toString))
                .flatMap(words -> words)
                .toList();
        var said = folder.resolve("peer-" + membership.port());
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            var peer = new Peered(process, said);
            processes.add(peer);
            return peer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String classPath() {
        return Objects.requireNonNullElseGet(
                System.getProperty("surefire.test.class.path"), () -> System.getProperty("java.class.path"));
    }

    List<Peered> alive() {
        return processes.stream().filter(peer -> peer.process().isAlive()).toList();
    }

    /** Waits, as long as a busy machine may take. */
    static void until(String what, BooleanSupplier happened) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for this: " + what).isLessThan(end);
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Override
    public void close() {
        processes.forEach(Peered::kill);
    }
}
