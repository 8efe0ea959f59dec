package org.multipolar.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.multipolar.advice.Inquiry;
import org.multipolar.advice.Judgements;
import org.multipolar.advice.Redraw;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.portfolio.Grouping;
import org.multipolar.portfolio.Piece;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Tally;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.scenario.Applied;
import org.multipolar.whatif.RobustMix;
import org.multipolar.whatif.RobustMixes;

/** Chooses the mixes that a sweep holds in every future: the best as things are, and the best for each event. */
public final class Choosing {

    private static final long MILLION = 1_000_000;

    /** More plans than these for single events are not laid beside each other. */
    private static final int MOST_EVENTS = 5;

    private final Snapshot snapshot;
    private final Question question;
    private final Solver solver;
    private final Runnable step;
    private final Judgements judgements;

    /**
     * @param step run before every problem on the way; what it throws ends the choosing
     */
    public Choosing(Snapshot snapshot, Question question, Solver solver, Judgements judgements, Runnable step) {
        this.snapshot = snapshot;
        this.question = question;
        this.solver = new Stepped(solver, step);
        this.step = step;
        this.judgements = judgements;
    }

    /**
     * {@return the mixes of a plan}
     *
     * @throws BadInput where there is no mix as things are
     */
    public Chosen of(SweepPlan plan) {
        var mixes = new ArrayList<KnownMix>();
        var now = best(List.of());
        if (now.values().isEmpty()) {
            throw new BadInput(
                    "sweep",
                    0,
                    "buyer",
                    "as things are there is no proven mix whose futures could be asked about.",
                    "advice for this buyer names the limits that clash.");
        }
        mixes.add(known("now", "the best mix as things are", now));
        for (var variable : plan.variables()) {
            if (variable.event() && mixes.size() <= MOST_EVENTS) {
                var mix = best(variable.options().get(1).scenarios());
                if (!mix.values().isEmpty()) {
                    add(mixes, known("plan:" + variable.id(), "the best mix under: " + variable.title(), mix));
                }
            }
        }
        var robust = new ArrayList<SweepReport.Robust>();
        for (var aim : plan.robust()) {
            robust.add(robust(plan, aim, mixes));
        }
        return new Chosen(mixes, robust);
    }

    /**
     * Searches a robust mix and, where there is one, adds it to those that are held. In a grid nothing is likelier than anything
     * else, so that things as they are count no more than any of the events.
     */
    private SweepReport.Robust robust(SweepPlan plan, SweepPlan.Aim aim, List<KnownMix> mixes) {
        var stacks = new ArrayList<List<Scenario>>();
        var likelihoods = new ArrayList<Long>();
        for (var variable : plan.variables()) {
            if (variable.event()) {
                stacks.add(variable.options().get(1).scenarios());
                likelihoods.add(variable.likelihood());
            }
        }
        if (plan.grid()) {
            likelihoods.replaceAll(any -> MILLION / (1 + likelihoods.size()));
        }
        var found = new RobustMixes(
                        snapshot, question, solver, new Stepped(Decomposition.forRobust(), step), judgements)
                .search(RobustMix.Aim.valueOf(aim.name()), stacks, likelihoods);
        if (!found.pieces().isEmpty()) {
            add(mixes, known("robust:" + SweepReader.word(aim), found.title(), found.pieces()));
        }
        return new SweepReport.Robust(
                SweepReader.word(aim),
                found.title(),
                found.outcome(),
                found.value(),
                found.bound(),
                found.scoreNow(),
                found.scoreCost(),
                found.moneyCost(),
                found.note());
    }

    /** A mix that stands there already is not held twice. */
    private static void add(List<KnownMix> mixes, KnownMix mix) {
        if (mixes.stream().noneMatch(each -> each.steps().equals(mix.steps()))) {
            mixes.add(mix);
        }
    }

    private Inquiry.Mix best(List<Scenario> stack) {
        var applied = Applied.of(snapshot, question, stack);
        return Inquiry.buyable(applied.snapshot(), applied.question(), solver, judgements)
                .bestIfServable();
    }

    private KnownMix known(String id, String title, List<Piece> pieces) {
        var steps = new TreeMap<String, Integer>();
        pieces.forEach(piece -> steps.put(Redraw.key(piece.assessment().candidate()), piece.steps()));
        var buyer = question.buyer();
        var grouping = Grouping.of(snapshot.world().countries(), buyer.policy().originBlocs());
        var tally = Tally.of(buyer, grouping, pieces);
        return new KnownMix(id, title, tally.charge(), tally.fixed() + tally.exit(), steps);
    }

    private KnownMix known(String id, String title, Inquiry.Mix mix) {
        return known(id, title, Tally.pieces(mix.problem(), mix.values()));
    }
}
