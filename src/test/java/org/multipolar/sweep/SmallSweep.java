package org.multipolar.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.multipolar.advice.Judgements;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Question;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.review.SmallMarket;

/** A sweep over a small market, worked out on threads. */
public final class SmallSweep {

    public static final Task TASK = Task.of(Map.of("sweep", Blob.of(new byte[] {1})));

    final Snapshot snapshot;
    final Question question;
    final SweepPlan plan;
    final Chosen chosen;
    final Judgements judgements = new Judgements();

    public SmallSweep(SmallMarket market, String yaml) {
        this.snapshot = market.snapshot();
        this.question = new Question(market.buyer(), SmallMarket.DAY, List.of());
        this.plan = new SweepReader(
                        snapshot.world(), snapshot.rulebook().cards().keySet(), Map.of())
                .read("sweep.yaml", yaml.getBytes(UTF_8));
        this.chosen = new Choosing(snapshot, question, Decomposition.usual(), judgements, () -> {}).of(plan);
    }

    /** {@return a sweep of which nothing is worked out} */
    public Sweep fresh() {
        return new Sweep(snapshot, question, plan, chosen, Decomposition.usual().name());
    }

    public FutureWorker worker() {
        return new FutureWorker(snapshot, question, plan, chosen.mixes(), Decomposition.usual(), judgements);
    }

    public Engine engine(int threads) {
        return new LocalEngine(task -> worker(), threads);
    }

    /** {@return the sweep, worked out in one go} */
    public Sweep whole(int threads) {
        var sweep = fresh();
        engine(threads).work(TASK, sweep.missing(), sweep::take, () -> false);
        return sweep;
    }

    public static String json(Sweep sweep) {
        return Json.pretty(sweep.report());
    }
}
