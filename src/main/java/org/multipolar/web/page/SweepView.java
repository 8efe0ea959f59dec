package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.sweep.SweepReport;
import org.multipolar.web.language.Tongue;

/**
 * A sweep: how far it is, and what it came to so far.
 *
 * @param state waiting, running, done, cancelled or failed
 * @param done of how many futures
 * @param said how far it is, in a sentence
 * @param problem what went wrong, or empty
 * @param still whether the page leaves it to the reader to look again
 * @param result null until the first future is worked out
 */
public record SweepView(
        String id,
        String title,
        String buyer,
        String asOf,
        String state,
        int done,
        int of,
        String said,
        String problem,
        boolean still,
        @Nullable Result result) {

    private static final int FUTURES_A_SECOND = 2_000;
    private static final int LONGEST_PAUSE = 30;

    /**
     * What a sweep came to.
     *
     * @param finding the whole in some sentences
     * @param ends how the search for a new mix ended, in a row
     */
    public record Result(
            List<String> finding,
            boolean partial,
            int done,
            int futures,
            String seed,
            List<SweepTables.Mix> mixes,
            SweepTables.Best best,
            List<SweepTables.Winner> winners,
            List<SweepTables.Robust> robust,
            TornadoView tornado,
            List<SweepTables.Supplier> suppliers,
            List<SweepTables.Step> convergence,
            List<SweepTables.Varied> varied,
            List<Text> noise,
            String ends,
            boolean grid,
            Map<String, String> digests) {

        static Result of(SweepReport report, Tongue tongue) {
            // Today's mix is the last to come in, and no part of it is none of it.
            boolean today = report.suppliers().stream().anyMatch(each -> each.now() > 0);
            var tables = new SweepTables(report.done(), tongue);
            return new Result(
                    SweepView.finding(report, tongue),
                    !report.state().equals("whole"),
                    report.done(),
                    report.futures(),
                    String.valueOf(report.seed()),
                    report.mixes().stream().map(tables::mix).toList(),
                    tables.best(report.rePlan()),
                    report.winners().stream().map(tables::winner).toList(),
                    report.robust().stream().map(tables::robust).toList(),
                    TornadoView.of(report.tornado(), tongue),
                    report.suppliers().stream()
                            .map(each -> tables.supplier(each, today))
                            .toList(),
                    report.convergence().stream().map(tables::step).toList(),
                    report.variables().stream().map(tables::varied).toList(),
                    report.noise().stream()
                            .map(each -> Sentences.of(each, tongue))
                            .toList(),
                    tongue.list(tables.ends(report.ends())),
                    report.grid(),
                    report.digests());
        }
    }

    public boolean goesOn() {
        return state.equals("waiting") || state.equals("running");
    }

    /** {@return whether the same sweep may be taken up where it was left} */
    public boolean again() {
        return state.equals("cancelled") || state.equals("failed");
    }

    /** {@return seconds until the page looks again; more for a sweep that takes long to add up} */
    public int pause() {
        return Math.min(LONGEST_PAUSE, 2 + of / FUTURES_A_SECOND);
    }

    private static String said(String state, int done, int of, Tongue tongue) {
        return switch (state) {
            case "running" -> of == 0 ? tongue.say("sweep.choosing") : tongue.say("sweep.running", done, of);
            case "cancelled" ->
                done == 0 ? tongue.say("sweep.cancelled-early") : tongue.say("sweep.cancelled-after", done, of);
            case "waiting" -> tongue.say("sweep.waiting");
            case "failed" -> tongue.say("sweep.broken");
            default -> tongue.say("sweep.whole", done, of);
        };
    }

    /** {@return what holding today's mix comes to, and how often there is another} */
    private static List<String> finding(SweepReport report, Tongue tongue) {
        var held = report.mixes().get(0).capacity();
        int none = report.ends().getOrDefault("infeasible", 0);
        int open = report.ends().getOrDefault("unproven", 0);
        var said = new ArrayList<String>();
        said.add(tongue.say(
                report.grid() ? "sweep.finding-grid" : "sweep.finding",
                report.done(),
                tongue.tenThousandths(held.mean()),
                tongue.tenThousandths(held.p5()),
                tongue.tenThousandths(held.least())));
        said.add(tongue.say("sweep.finding-none", none));
        if (open > 0) {
            said.add(tongue.say("sweep.finding-open", open));
        }
        return said;
    }

    /**
     * {@return the page of a sweep}
     *
     * @param buyer its name where no report has it
     */
    public static SweepView of(
            String id,
            String title,
            String buyer,
            String asOf,
            String state,
            int done,
            int of,
            String problem,
            boolean still,
            @Nullable SweepReport report,
            Tongue tongue) {
        var result = report == null || report.done() == 0 ? null : Result.of(report, tongue);
        return new SweepView(
                id,
                title,
                report == null ? buyer : report.buyerName(),
                asOf,
                state,
                done,
                of,
                said(state, done, of, tongue),
                problem,
                still,
                result);
    }
}
