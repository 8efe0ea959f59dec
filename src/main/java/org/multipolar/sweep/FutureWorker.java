package org.multipolar.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.advice.Inquiry;
import org.multipolar.advice.Judgements;
import org.multipolar.advice.Redraw;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.Question;
import org.multipolar.portfolio.Checker;
import org.multipolar.portfolio.Grouping;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Piece;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Tally;
import org.multipolar.scenario.Applied;

/**
 * Works futures out, one chunk after the other.
 *
 * <p>What scenarios leave of a question is kept for the futures in which the same ones happen; a future without noise that came
 * up before is not solved again. Nothing kept changes an answer.
 */
public final class FutureWorker implements ChunkWorker {

    private static final int KEPT_QUESTIONS = 12;
    private static final int KEPT_OUTTURNS = 20_000;

    private final Snapshot snapshot;
    private final Question question;
    private final SweepPlan plan;
    private final Futures futures;
    private final List<KnownMix> mixes;
    private final Solver solver;
    private final Judgements judgements;
    private final Map<String, Integer> suppliers = new HashMap<>();
    private final Map<List<Integer>, Standing> standings = kept(KEPT_QUESTIONS);
    private final Map<List<Integer>, Outturn> outturns = kept(KEPT_OUTTURNS);

    /** A question under some scenarios. */
    private record Standing(Buyer buyer, Grouping grouping, Redraw redraw) {}

    /**
     * @param mixes whose standing is asked for
     * @param solver for this worker alone
     * @param judgements what is known of candidates, for all workers on one rulebook
     */
    public FutureWorker(
            Snapshot snapshot,
            Question question,
            SweepPlan plan,
            List<KnownMix> mixes,
            Solver solver,
            Judgements judgements) {
        this.snapshot = snapshot;
        this.question = question;
        this.plan = plan;
        this.futures = new Futures(plan);
        this.mixes = List.copyOf(mixes);
        this.solver = solver;
        this.judgements = judgements;
        snapshot.world().suppliers().keySet().forEach(id -> suppliers.put(id, suppliers.size()));
    }

    private static <K, V> Map<K, V> kept(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public Blob work(int chunk) {
        var worked = new ArrayList<Outturn>();
        int from = chunk * Futures.CHUNK;
        for (int number = from; number < Math.min(futures.all(), from + Futures.CHUNK); number++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("The work was ended.");
            }
            worked.add(of(futures.at(number)));
        }
        return Outturns.blob(worked);
    }

    /** {@return how one future turns out} */
    Outturn of(Future future) {
        if (!future.noise().none()) {
            return worked(future);
        }
        var known = outturns.get(future.options());
        if (known == null) {
            known = worked(future);
            outturns.put(future.options(), known);
        }
        return known;
    }

    private Outturn worked(Future future) {
        var standing = standings.computeIfAbsent(future.options(), any -> standing(future));
        var drawn = standing.redraw().at(future.row(), future.noise());
        var outcome = solved(drawn.problem());
        var held = mixes.stream().map(mix -> held(standing, drawn, mix)).toList();
        var best =
                outcome.fold(optimal -> optimal.solution().values(), none -> List.<Long>of(), open -> List.<Long>of());
        if (best.isEmpty()) {
            return new Outturn(
                    outcome.fold(
                            optimal -> Outturn.End.OPTIMAL,
                            none -> Outturn.End.INFEASIBLE,
                            open -> Outturn.End.UNPROVEN),
                    0,
                    0,
                    held,
                    Map.of());
        }
        var pieces = Tally.pieces(drawn.problem(), best);
        var tally = Tally.of(standing.buyer(), standing.grouping(), pieces);
        var parts = new TreeMap<Integer, Long>();
        Tally.parts(standing.buyer(), pieces, candidate -> standing.grouping().values(On.SUPPLIER, candidate))
                .forEach((supplier, part) -> parts.put(suppliers.getOrDefault(supplier, -1), part));
        return new Outturn(Outturn.End.OPTIMAL, tally.score(), tally.cost(), held, parts);
    }

    private Standing standing(Future future) {
        var applied = Applied.of(snapshot, question, future.scenarios(plan));
        var inquiry = Inquiry.buyable(applied.snapshot(), applied.question(), solver, judgements);
        return new Standing(applied.question().buyer(), inquiry.problem().grouping(), inquiry.redraw(plan.seed()));
    }

    /** INVARIANT: what counts as optimal was recomputed in whole numbers and meets its proven bound. */
    private Outcome solved(PortfolioProblem problem) {
        if (!problem.servable()) {
            return new Outcome.Infeasible(List.of());
        }
        var outcome = solver.solve(problem.problem(), problem.ties());
        outcome.fold(optimal -> Checker.held(problem.problem(), optimal), none -> null, open -> null);
        return outcome;
    }

    private static Outturn.Held held(Standing standing, Redraw.Drawn drawn, KnownMix mix) {
        var pieces = new ArrayList<Piece>();
        mix.steps().forEach((key, steps) -> {
            var now = drawn.assessments().get(key);
            if (now != null) {
                pieces.add(new Piece(now, steps));
            }
        });
        var tally = Tally.of(standing.buyer(), standing.grouping(), pieces);
        return new Outturn.Held(
                tally.capacity(standing.buyer()),
                tally.score() + tally.charge() - mix.charge(),
                tally.tokens() + mix.fixed());
    }

    @Override
    public void close() {
        standings.clear();
        outturns.clear();
    }
}
