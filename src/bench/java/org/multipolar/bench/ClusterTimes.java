package org.multipolar.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.multipolar.cluster.HazelcastEngine;
import org.multipolar.cluster.Member;
import org.multipolar.cluster.Members;
import org.multipolar.cluster.Membership;
import org.multipolar.sweep.Blob;
import org.multipolar.sweep.ChunkWorker;
import org.multipolar.sweep.Engine;
import org.multipolar.sweep.LocalEngine;
import org.multipolar.sweep.Task;

/**
 * Times a processor-bound task on one thread, and on 1, 2 and 4 members of one worker each, all on this machine; prints how
 * long a member takes to start and what memory it has. Members are processes of this class with arguments.
 */
final class ClusterTimes {

    private static final int CHUNKS = 200;
    private static final int ROUNDS = 12_000_000;
    private static final int MOST = 4;
    private static final double MILLION = 1e6;
    private static final Task TASK = Task.of(Map.of("seed", Blob.of(new byte[] {7})));

    private ClusterTimes() {}

    public static void main(String[] words) throws Exception {
        Members.factory(task -> worker());
        if (words.length > 0) {
            try (var member = Member.join(membership(List.of(words[0].split(",")), Integer.parseInt(words[1])))) {
                member.waitUntilStopped();
            }
            return;
        }
        System.out.printf(
                "Java %s, %d processors, Hazelcast 5.7.0; %d chunks%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), CHUNKS);
        try (var local = new LocalEngine(task -> worker(), 1)) {
            print("one thread, cold", local);
            print("one thread", local);
        }
        try (var local = new LocalEngine(task -> worker(), 2)) {
            print("two threads", local);
        }
        cluster();
    }

    /** A xorshift walk: no memory, no allocation, one right answer. */
    private static ChunkWorker worker() {
        return new ChunkWorker() {
            @Override
            public Blob work(int chunk) {
                long state = chunk + 1L;
                for (int round = 0; round < ROUNDS; round++) {
                    state ^= state << 13;
                    state ^= state >>> 7;
                    state ^= state << 17;
                }
                return Blob.of(Long.toHexString(state).getBytes(US_ASCII));
            }

            @Override
            public void close() {}
        };
    }

    private static void print(String who, Engine engine) {
        double millis = time(() -> engine.work(
                TASK, new TreeSet<>(IntStream.range(0, CHUNKS).boxed().toList()), (chunk, result) -> {}, () -> false));
        System.out.printf(Locale.ROOT, "%-24s %8.0f ms%n", who, millis);
    }

    private static double time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / MILLION;
    }

    private static Membership membership(List<String> members, int own) {
        var port = members.get(own).substring(members.get(own).indexOf(':') + 1);
        return new Membership("times", Membership.LOOPBACK, Integer.parseInt(port), members, 1);
    }

    private static void cluster() throws Exception {
        var members = addresses();
        var others = new ArrayList<Process>();
        long start = System.nanoTime();
        try (var engine = HazelcastEngine.join(membership(members, 0))) {
            System.out.printf(
                    Locale.ROOT, "start of one alone       %8.0f ms%n", (System.nanoTime() - start) / MILLION);
            for (int many = 1; many <= MOST; many *= 2) {
                while (others.size() + 1 < many) {
                    long before = System.nanoTime();
                    others.add(start(members, others.size() + 1));
                    while (engine.members() < others.size() + 1) {
                        Thread.sleep(20);
                    }
                    System.out.printf(
                            Locale.ROOT, "another process joined   %8.0f ms%n", (System.nanoTime() - before) / MILLION);
                }
                print(many + " members, first", engine);
                print(many + " members", engine);
            }
            for (var other : others) {
                System.out.println("resident memory of a member: " + resident(other.pid()));
            }
        } finally {
            others.forEach(Process::destroyForcibly);
        }
    }

    private static List<String> addresses() throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        for (int number = 0; number < MOST; number++) {
            sockets.add(new ServerSocket(0));
        }
        var addresses = new ArrayList<String>();
        for (var socket : sockets) {
            addresses.add(Membership.LOOPBACK + ":" + socket.getLocalPort());
            socket.close();
        }
        return addresses;
    }

    private static Process start(List<String> members, int own) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        ClusterTimes.class.getName(),
                        String.join(",", members),
                        Integer.toString(own))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** {@return what the operating system says, where it is Linux} */
    private static String resident(long pid) throws IOException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }
}
