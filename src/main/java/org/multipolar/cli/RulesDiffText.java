package org.multipolar.cli;

import java.util.Map;
import java.util.stream.Collectors;
import org.multipolar.advice.BuyerDiff;
import org.multipolar.advice.MixDiff;
import org.multipolar.advice.RulebookDiff;
import org.multipolar.advice.VerdictShift;

/** What a change of rules moves, as plain text: what differs, then verdicts, then mixes, then later days. */
final class RulesDiffText {

    private static final int MOST_LATER = 8;

    private final RulebookDiff diff;
    private final StringBuilder text = new StringBuilder();

    RulesDiffText(RulebookDiff diff) {
        this.diff = diff;
    }

    String text() {
        line(diff.headline());
        text.append(RulesChangedText.of(diff.changes()));
        if (!diff.caseShifts().isEmpty()) {
            line("");
            line("Cases, each on its own day: %d of %d move".formatted(diff.movedCases(), diff.cases()));
            diff.caseShifts().forEach(shift -> shift("  ", shift));
        }
        diff.buyers().forEach(this::buyer);
        later();
        return text.toString();
    }

    private void buyer(BuyerDiff buyer) {
        line("");
        line("%s (%s): %d of %d candidates move on %s"
                .formatted(buyer.buyer(), buyer.name(), buyer.moved(), buyer.candidates(), diff.asOf()));
        for (var demand : buyer.demands()) {
            line("  %s (%s): %d of %d".formatted(demand.demand(), demand.title(), demand.moved(), demand.candidates()));
            demand.shifts().forEach(shift -> shift("    ", shift));
        }
        mix(buyer.mix());
    }

    private void shift(String indent, VerdictShift shift) {
        var way = shift.from().equals(shift.to())
                ? "still %s, on other findings".formatted(shift.to())
                : "%s -> %s".formatted(shift.from(), shift.to());
        line("%s%s: %d".formatted(indent, way, shift.count()));
        rules(indent + "  appears: ", shift.appear());
        rules(indent + "  vanishes: ", shift.vanish());
        rules(indent + "  acts otherwise: ", shift.alter());
        shift.examples()
                .forEach(each ->
                        line("%s  e.g. %s, %s".formatted(indent, each.name(), AdviceText.abbreviated(each.place()))));
        int more = shift.count() - shift.examples().size();
        if (more > 0) {
            line("%s  and %d more".formatted(indent, more));
        }
    }

    private void rules(String label, Map<String, Integer> counts) {
        if (!counts.isEmpty()) {
            line("%s%s"
                    .formatted(
                            label,
                            counts.entrySet().stream()
                                    .map(each -> "%s (%d)".formatted(each.getKey(), each.getValue()))
                                    .collect(Collectors.joining(", "))));
        }
    }

    private void mix(MixDiff mix) {
        line("  Mix%s: %s".formatted(mix.state().equals("moved") ? " moves" : "", mix.why()));
        if (mix.old() == null || mix.fresh() == null || mix.state().equals("unmoved")) {
            return;
        }
        line("    score %s -> %s".formatted(score(mix.old()), score(mix.fresh())));
        if (!mix.old().outcome().equals(mix.fresh().outcome())) {
            line("    %s -> %s".formatted(mix.old().headline(), mix.fresh().headline()));
        }
        for (var demand : mix.demands()) {
            line("    %s".formatted(demand.demand()));
            demand.shares()
                    .forEach(share -> line("      %3d%% -> %3d%%  %s by %s in %s (%s)"
                            .formatted(
                                    share.old(),
                                    share.fresh(),
                                    share.model(),
                                    share.operator(),
                                    AdviceText.abbreviated(share.place()),
                                    share.offer())));
        }
    }

    private static String score(MixDiff.Side side) {
        return side.score() == null ? "none, " + side.outcome() : side.score().toString();
    }

    private void later() {
        if (diff.later().isEmpty()) {
            return;
        }
        line("");
        line("Later days on which the change starts or stops to matter:");
        diff.later().stream()
                .limit(MOST_LATER)
                .forEach(later -> line("  %s %s".formatted(later.day(), String.join(", ", later.because()))));
        if (diff.later().size() > MOST_LATER) {
            line("  and %d more days".formatted(diff.later().size() - MOST_LATER));
        }
        line("Ask again with --as-of %s.".formatted(diff.later().get(0).day()));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
