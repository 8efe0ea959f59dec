package org.multipolar.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.multipolar.sweep.Blob;
import org.multipolar.sweep.ChunkWorker;
import org.multipolar.sweep.Task;
import org.multipolar.sweep.WorkerFactory;

/** Work that keeps a processor busy and has one right answer: a digest of the task and the chunk, digested again and again. */
final class Toy implements WorkerFactory {

    /** {@return a task whose chunks take so many rounds each} */
    static Task task(int rounds) {
        return Task.of(Map.of("rounds", text(Integer.toString(rounds)), "salt", text("x".repeat(100_000))));
    }

    /** {@return a task that this chunk cannot be worked out of} */
    static Task broken(int rounds, int chunk) {
        return Task.of(Map.of("rounds", text(Integer.toString(rounds)), "broken", text(Integer.toString(chunk))));
    }

    static SortedSet<Integer> chunks(int many) {
        return new TreeSet<>(IntStream.range(0, many).boxed().toList());
    }

    private static Blob text(String text) {
        return Blob.of(text.getBytes(UTF_8));
    }

    @Override
    public ChunkWorker worker(Task task) {
        int rounds = Integer.parseInt(part(task, "rounds", "0"));
        int broken = Integer.parseInt(part(task, "broken", "-1"));
        return new ChunkWorker() {
            @Override
            public Blob work(int chunk) {
                if (chunk == broken) {
                    throw new IllegalStateException("no future is like %d".formatted(chunk));
                }
                return digested(task.id() + chunk, rounds);
            }

            @Override
            public void close() {}
        };
    }

    private static String part(Task task, String name, String usual) {
        var part = task.parts().get(name);
        return part == null ? usual : new String(part.bytes(), UTF_8);
    }

    private static Blob digested(String start, int rounds) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var bytes = sha.digest(start.getBytes(UTF_8));
            for (int round = 0; round < rounds; round++) {
                bytes = sha.digest(bytes);
            }
            return Blob.of(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
