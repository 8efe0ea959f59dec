package org.multipolar.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.sweep.SweepReport;

/**
 * A sweep: how far it is, and what it came to so far.
 *
 * @param state waiting, running, done, cancelled or failed
 * @param done of how many futures
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
        String problem,
        boolean still,
        @Nullable Result result) {

    private static final int FUTURES_A_SECOND = 2_000;
    private static final int LONGEST_PAUSE = 30;

    /**
     * What a sweep came to.
     *
     * @param ends how the search for a new mix ended, in words
     */
    public record Result(
            String finding,
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
            List<String> noise,
            List<String> ends,
            boolean grid,
            Map<String, String> digests) {

        static Result of(SweepReport report) {
            // Today's mix is the last to come in, and no part of it is none of it.
            boolean today = report.suppliers().stream().anyMatch(each -> each.now() > 0);
            return new Result(
                    report.finding(),
                    !report.state().equals("whole"),
                    report.done(),
                    report.futures(),
                    String.valueOf(report.seed()),
                    report.mixes().stream().map(SweepTables::mix).toList(),
                    SweepTables.best(report.rePlan()),
                    report.winners().stream().map(SweepTables::winner).toList(),
                    report.robust().stream().map(SweepTables::robust).toList(),
                    TornadoView.of(report.tornado()),
                    report.suppliers().stream()
                            .map(each -> SweepTables.supplier(each, report.done(), today))
                            .toList(),
                    report.convergence().stream().map(SweepTables::step).toList(),
                    report.variables().stream()
                            .map(each -> SweepTables.varied(each, report.done()))
                            .toList(),
                    report.noise(),
                    SweepTables.ends(report.ends()),
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

    /** {@return how far it is, in a sentence} */
    public String said() {
        var progress = String.format(Locale.ROOT, "%,d of %,d futures", done, of);
        return switch (state) {
            case "waiting" -> "Waiting for another sweep to end.";
            case "running" ->
                of == 0
                        ? "Choosing the mixes to hold in every future."
                        : progress + " worked out, those that vary one thing alone among them.";
            case "cancelled" ->
                done == 0
                        ? "Cancelled before a future was worked out."
                        : "Cancelled after %s. What follows rests on these alone.".formatted(progress);
            case "failed" -> "The sweep could not be worked out.";
            default -> progress + " worked out.";
        };
    }

    /** {@return the page of a sweep} */
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
            @Nullable SweepReport report) {
        var result = report == null || report.done() == 0 ? null : Result.of(report);
        return new SweepView(
                id, title, report == null ? buyer : report.buyerName(), asOf, state, done, of, problem, still, result);
    }
}
