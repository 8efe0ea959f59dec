package org.multipolar.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.read.Digests;

/**
 * A sweep while it goes on: which chunks are there, and what they come to so far. Safe for use by many threads.
 */
public final class Sweep {

    private final Snapshot snapshot;
    private final Question question;
    private final SweepPlan plan;
    private final Chosen chosen;
    private final Futures futures;
    private final String solver;
    private final @Nullable Outturn[] outturns;
    private int done;

    /**
     * @param chosen the mixes that are held in every future
     * @param solver what its name is
     */
    public Sweep(Snapshot snapshot, Question question, SweepPlan plan, Chosen chosen, String solver) {
        this.snapshot = snapshot;
        this.question = question;
        this.plan = plan;
        this.chosen = chosen;
        this.solver = solver;
        this.futures = new Futures(plan);
        this.outturns = new Outturn[futures.all()];
    }

    /** Takes what came of a chunk; a chunk that is there already is taken no second time. */
    public synchronized void take(int chunk, Blob result) {
        var read = Outturns.read(result);
        int from = chunk * Futures.CHUNK;
        if (chunk < 0 || from >= outturns.length || read.size() != Math.min(Futures.CHUNK, outturns.length - from)) {
            throw new IllegalStateException(
                    "The chunk (%d) with %d futures is none of this sweep's.".formatted(chunk, read.size()));
        }
        for (int i = 0; i < read.size(); i++) {
            if (outturns[from + i] == null) {
                outturns[from + i] = read.get(i);
                done++;
            }
        }
    }

    /** {@return the chunks that are not there yet; the futures drawn come first, those varied alone last} */
    public synchronized SortedSet<Integer> missing() {
        var missing = new TreeSet<Integer>();
        for (int chunk = 0; chunk < futures.chunks(); chunk++) {
            if (outturns[chunk * Futures.CHUNK] == null) {
                missing.add(chunk);
            }
        }
        return missing;
    }

    /** {@return futures worked out, those varied alone among them} */
    public synchronized int done() {
        return done;
    }

    /** {@return futures in all, those varied alone among them} */
    public int all() {
        return outturns.length;
    }

    public SweepPlan plan() {
        return plan;
    }

    /** {@return what it comes to so far} */
    public SweepReport report() {
        @Nullable Outturn[] now;
        synchronized (this) {
            now = Arrays.copyOf(outturns, outturns.length);
        }
        var reporting = new Reporting(plan, chosen.mixes(), now);
        var mixes = reporting.done() == 0 ? List.<SweepReport.MixShown>of() : reporting.mixes();
        var digests = new TreeMap<>(snapshot.digests(question, solver));
        digests.put("sweep", plan.digest());
        var scenarios = new ArrayList<String>();
        plan.variables().forEach(variable -> variable.options()
                .forEach(option -> option.scenarios().forEach(each -> scenarios.add(each.id() + " " + each.digest()))));
        digests.put("scenarios", Digests.of(String.join("\n", scenarios)));
        return new SweepReport(
                plan.id(),
                plan.title(),
                question.buyer().id(),
                question.buyer().name(),
                question.asOf().toString(),
                reporting.whole() ? "whole" : "partial",
                plan.grid(),
                futures.drawn(),
                reporting.done(),
                plan.seed(),
                SweepWords.finding(plan, reporting.done(), mixes, reporting.ends()),
                reporting.variables(),
                Reporting.noise(plan.noise()),
                reporting.ends(),
                reporting.best(),
                mixes,
                mixes.isEmpty() ? List.of() : Reporting.winners(mixes),
                chosen.robust(),
                reporting.convergence(),
                reporting.tornado(),
                reporting.suppliers(snapshot.world()),
                Collections.unmodifiableSortedMap(digests),
                solver);
    }
}
