package org.multipolar.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.jet.core.Processor;
import com.hazelcast.jet.pipeline.SourceBuilder.SourceBuffer;
import com.hazelcast.map.IMap;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.multipolar.sweep.Blob;
import org.multipolar.sweep.ChunkWorker;
import org.multipolar.sweep.Task;

/** One processor of the job, on some member: takes the next chunk that nobody took, works it out, hands on its letter. */
final class Taker {

    private static final Logger LOG = Logger.getLogger(Taker.class);

    private final HazelcastInstance hazelcast;
    private final String run;
    private final String task;
    private final int[] chunks;
    private final long execution;
    private final boolean needed;
    private final IMap<Integer, byte[]> results;
    private final IMap<Long, Integer> taken;
    private @Nullable ChunkWorker worker;

    Taker(Processor.Context context, String run, String task, int[] chunks) {
        this.hazelcast = context.hazelcastInstance();
        this.run = run;
        this.task = task;
        this.chunks = chunks;
        this.execution = context.executionId();
        // The job has as many processors on each member as the member with most workers.
        this.needed = context.localProcessorIndex() < Joined.workers(member());
        this.results = hazelcast.getMap(Names.results(run));
        this.taken = hazelcast.getMap(Names.taken(run));
    }

    private Member member() {
        return hazelcast.getCluster().getLocalMember();
    }

    /** Adds the letter of one more chunk, or ends: where none is left, or the coordinator that wanted them is. */
    void next(SourceBuffer<Map.Entry<Integer, byte[]>> letters) {
        while (needed && Orphans.coordinated(hazelcast, run)) {
            int place = take();
            if (place >= chunks.length) {
                break;
            }
            int chunk = chunks[place];
            // Where Jet restarts the job after a lost member, most of it is done already.
            if (!results.containsKey(chunk)) {
                letters.add(Map.entry(chunk, letter(chunk)));
                return;
            }
        }
        letters.close();
    }

    /** {@return a place in the list of chunks that no other processor of this execution has; may be behind its end} */
    private int take() {
        var first = taken.putIfAbsent(execution, 1);
        if (first == null) {
            return 0;
        }
        int next = first;
        while (next < chunks.length && !taken.replace(execution, next, next + 1)) {
            next = taken.getOrDefault(execution, 0);
        }
        return next;
    }

    private byte[] letter(int chunk) {
        try {
            return Letter.result(worker().work(chunk));
        } catch (RuntimeException | Error failure) {
            LOG.errorf(failure, "Chunk %d of task %s failed.", chunk, task);
            return Letter.fault("Chunk %d failed at %s: %s".formatted(chunk, member().getAddress(), failure));
        }
    }

    private ChunkWorker worker() {
        var made = worker;
        if (made == null) {
            var parts = new TreeMap<String, Blob>();
            hazelcast.<String, byte[]>getMap(Names.parts(run)).forEach((name, part) -> parts.put(name, Blob.of(part)));
            made = Members.factory().worker(new Task(task, parts));
            worker = made;
        }
        return made;
    }

    void close() {
        if (worker != null) {
            worker.close();
        }
    }
}
