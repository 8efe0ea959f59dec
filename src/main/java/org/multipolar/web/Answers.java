package org.multipolar.web;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advice;
import org.multipolar.advice.Advisor;
import org.multipolar.advice.Chooser;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Question;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.solve.Decomposition;

/**
 * Computes answers, few at once, and remembers those of shipped buyers.
 *
 * <p>Safe for use by many threads; callers must be on a thread that may block.
 */
@Singleton
public class Answers {

    /** A short question need not wait behind a long one, even on one processor. */
    private static final int AT_ONCE = 2;

    /** Pages look again until their answer is there, so more of them may wait than callers that hold a connection. */
    private static final int MOST_PAGES = 8;

    private static final int REMEMBERED = 64;

    /**
     * What decides an answer.
     *
     * @param scenarios digest of those laid: what they change of world, buyer and day no other digest tells
     */
    private record Inputs(
            String world,
            String rules,
            String buyer,
            LocalDate asOf,
            List<LimitClause> limits,
            boolean explainAll,
            int stabilityDraws,
            String scenarios) {

        static Inputs of(Snapshot snapshot, Question question) {
            return new Inputs(
                    snapshot.world().digest(),
                    snapshot.rulebook().digest(),
                    question.buyer().digest(),
                    question.asOf(),
                    question.extraLimits(),
                    question.explainAll(),
                    question.stabilityDraws(),
                    question.circumstances().digest());
        }
    }

    /** The solver loads native code, so it waits for the first question. */
    private static final class Held {
        static final Solver SOLVER = new Measured(Decomposition.forQuestions());
        static final Advisor ADVISOR = new Advisor(SOLVER, Traced.STEPS);
        static final Chooser CHOOSER = new Chooser(SOLVER);
    }

    private final BiFunction<Snapshot, Question, Advice> compute;
    private final ConcurrentHashMap<Inputs, CompletableFuture<Advice>> remembered = new ConcurrentHashMap<>();
    private final int most;
    private final Begun<Inputs, Advice> begun;
    private final ConcurrentLinkedQueue<Inputs> oldestFirst = new ConcurrentLinkedQueue<>();
    private final Semaphore places;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile double unresolved;

    /**
     * @param atOnce questions worked on at once; 0 for as many as there are processors, and at least two
     * @param waiting questions that wait beside them before one is turned away; -1 for as many as are worked on, so that
     *     who is let in waits about as long as a question takes
     */
    @Inject
    Answers(
            @ConfigProperty(name = "multipolar.limits.answers", defaultValue = "0") int atOnce,
            @ConfigProperty(name = "multipolar.limits.waiting", defaultValue = "-1") int waiting) {
        this(
                (snapshot, question) ->
                        Held.ADVISOR.recommend(snapshot, question).advice(),
                atOnce > 0 ? atOnce : Math.max(AT_ONCE, Runtime.getRuntime().availableProcessors()),
                waiting);
    }

    Answers(BiFunction<Snapshot, Question, Advice> compute) {
        this(compute, AT_ONCE, -1);
    }

    private Answers(BiFunction<Snapshot, Question, Advice> compute, int atOnce, int waiting) {
        this.compute = compute;
        this.most = atOnce + (waiting < 0 ? atOnce : waiting);
        this.begun = new Begun<>("answer", atOnce, MOST_PAGES);
        this.places = new Semaphore(atOnce, true);
    }

    /** {@return whether one more question would be turned away} */
    boolean full() {
        return inside.get() >= most;
    }

    /** {@return what solves problems; its work belongs into {@link #heavy}} */
    static Solver solver() {
        return Held.SOLVER;
    }

    /** {@return what lays other mixes beside the best; its work belongs into {@link #heavy}} */
    static Chooser chooser() {
        return Held.CHOOSER;
    }

    /** {@return the answer to a question about a shipped buyer, from memory where it was asked before} */
    public Advice remembered(Snapshot snapshot, Question question) {
        var inputs = Inputs.of(snapshot, question);
        var known = known(snapshot, question);
        if (known != null) {
            return known;
        }
        return admitted(() -> shared(inputs, snapshot, question));
    }

    private Advice shared(Inputs inputs, Snapshot snapshot, Question question) {
        var mine = new CompletableFuture<Advice>();
        var first = remembered.putIfAbsent(inputs, mine);
        return first == null ? computed(inputs, snapshot, question, mine) : joined(first);
    }

    /** {@return the answer to a question about a shipped buyer if it is there already; else null} */
    @Nullable
    Advice known(Snapshot snapshot, Question question) {
        var known = remembered.get(Inputs.of(snapshot, question));
        return known != null && known.isDone() && !known.isCompletedExceptionally() ? known.join() : null;
    }

    /** {@return the answer to a question about a shipped buyer if it is there; else work on it, as {@link Begun} says} */
    CompletableFuture<Advice> begin(Snapshot snapshot, Question question) {
        var inputs = Inputs.of(snapshot, question);
        return begun.begin(
                inputs,
                () -> known(snapshot, question),
                () -> counted(Integer.MAX_VALUE, () -> shared(inputs, snapshot, question)));
    }

    @PreDestroy
    void stop() {
        begun.stop();
    }

    /** {@return the answer to any other question; it is not remembered} */
    public Advice fresh(Snapshot snapshot, Question question) {
        return admitted(() -> computed(snapshot, question));
    }

    /** {@return the result of other heavy work, which counts among the questions at once and waiting} */
    <T> T heavy(Supplier<T> work) {
        return admitted(() -> placed(work));
    }

    /**
     * {@return the same for work in the background}
     *
     * <p>It waits its turn however long that is, for {@link Begun} has bounded it already and a page that looks again would
     * only be told to look again; while it waits, others are turned away sooner.
     */
    <T> T inTurn(Supplier<T> work) {
        return counted(Integer.MAX_VALUE, () -> placed(work));
    }

    private <T> T admitted(Supplier<T> answer) {
        return counted(most, answer);
    }

    private <T> T counted(int mostInside, Supplier<T> answer) {
        if (inside.incrementAndGet() > mostInside) {
            inside.decrementAndGet();
            throw new Busy();
        }
        try {
            return answer.get();
        } finally {
            inside.decrementAndGet();
        }
    }

    private <T> T placed(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private Advice computed(Inputs inputs, Snapshot snapshot, Question question, CompletableFuture<Advice> mine) {
        try {
            var advice = computed(snapshot, question);
            mine.complete(advice);
            oldestFirst.add(inputs);
            forgetOldest();
            return advice;
        } catch (RuntimeException | Error failure) {
            remembered.remove(inputs, mine);
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    private void forgetOldest() {
        while (remembered.size() > REMEMBERED) {
            var oldest = oldestFirst.poll();
            if (oldest == null) {
                return;
            }
            remembered.remove(oldest);
        }
    }

    /** {@return how many questions are worked on or wait} */
    int inside() {
        return inside.get();
    }

    /** {@return the part of the latest answer's candidates that want a paper, from 0 to 1} */
    double unresolved() {
        return unresolved;
    }

    private static double unresolved(Advice advice) {
        long all = counted(advice, "candidates");
        return all == 0 ? 0 : (double) counted(advice, "unresolved") / all;
    }

    private static long counted(Advice advice, String of) {
        return advice.demands().stream()
                .mapToLong(demand -> demand.counts().getOrDefault(of, 0))
                .sum();
    }

    private Advice computed(Snapshot snapshot, Question question) {
        return placed(() -> {
            var advice = compute.apply(snapshot, question);
            unresolved = unresolved(advice);
            return advice;
        });
    }

    private static Advice joined(CompletableFuture<Advice> first) {
        try {
            return first.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
