package org.multipolar.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.multipolar.advice.Advice;
import org.multipolar.explain.ClashMember;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.explain.LimitShown;
import org.multipolar.explain.ShareShift;

/** An answer as plain text: the mix first, then what matters, then why. */
public final class AdviceText {

    /** Limits told with their worth, and shares told of a move. */
    private static final int DEAREST = 8;

    private static final int SHIFTS = 4;

    private AdviceText() {}

    public static String of(Advice advice) {
        var text = new StringBuilder();
        line(text, "%s, as of %s".formatted(advice.buyerName(), advice.asOf()));
        line(text, advice.headline());
        if (advice.score() != null) {
            line(
                    text,
                    "Cost a month: %s USD (tokens %s, fixed %s, exit %s)"
                            .formatted(
                                    usd(advice.cost().totalMicroUsd()),
                                    usd(advice.cost().tokensMicroUsd()),
                                    usd(advice.cost().fixedMicroUsd()),
                                    usd(advice.cost().exitMicroUsd())));
        }
        line(text, "");
        member(text, "", advice.clash());
        advice.otherClashes().forEach(clash -> member(text, "also ", clash));
        advice.relaxations().forEach(way -> line(text, "way out: %s - %s".formatted(way.limit(), way.what())));
        var region = "";
        for (var demand : advice.demands()) {
            if (!demand.region().equals(region)) {
                region = demand.region();
                line(text, "== " + region);
            }
            demand(text, demand);
        }
        limits(text, advice);
        advice.ruleCosts()
                .forEach(rule -> line(
                        text,
                        "Rule %s [%s]: without it the score would change by %+d and the cost be %s USD a month%s"
                                .formatted(
                                        rule.rule(),
                                        rule.owner(),
                                        rule.scoreWithout() - rule.score(),
                                        usd(rule.costWithoutMicroUsd()),
                                        shifts(rule.moves()))));
        line(text, "Country scores: " + advice.stability().finding());
        var sampled = advice.stability().sampled();
        if (sampled != null) {
            text.append(ChoiceText.of(sampled));
        }
        advice.notCovered()
                .forEach(place -> line(
                        text,
                        "Not covered: %s (%d demands)"
                                .formatted(place.text(), place.demands().size())));
        advice.setAside().forEach(note -> line(text, "Set aside: " + note));
        advice.upcoming().stream()
                .limit(8)
                .forEach(change -> line(
                        text,
                        "Coming: %s (%d demands)"
                                .formatted(change.text(), change.demands().size())));
        line(
                text,
                "Declared gaps that touch this answer: %d. Decision %s"
                        .formatted(advice.openGaps().size(), advice.decision().substring(0, 16)));
        return text.toString();
    }

    private static void member(StringBuilder text, String also, List<ClashMember> clash) {
        clash.forEach(member -> line(
                text,
                "%sclash: %s [%s%s] needs %s; has %s"
                        .formatted(
                                also,
                                member.id(),
                                member.owner(),
                                member.locked() ? ", locked" : "",
                                member.need(),
                                member.have())));
    }

    /** Those that bind, the dearest first. */
    private static void limits(StringBuilder text, Advice advice) {
        var binding = advice.limits().stream()
                .filter(LimitShown::binding)
                .sorted(Comparator.comparing((LimitShown limit) -> -worth(limit))
                        .thenComparing(LimitShown::id))
                .toList();
        line(text, "Binding limits: %d".formatted(binding.size()));
        binding.stream()
                .filter(limit -> worth(limit) > 0)
                .limit(DEAREST)
                .forEach(limit -> line(
                        text,
                        "  %s: %s would add %d to the score%s"
                                .formatted(limit.id(), limit.step(), worth(limit), shifts(limit.moves()))));
    }

    private static long worth(LimitShown limit) {
        var worth = limit.worth();
        return worth == null ? 0 : worth;
    }

    private static String shifts(List<ShareShift> moves) {
        return moves.isEmpty()
                ? ""
                : moves.stream()
                        .limit(SHIFTS)
                        .map(move -> "%s %d -> %d".formatted(move.offer(), move.from(), move.to()))
                        .collect(Collectors.joining(", ", " (", moves.size() > SHIFTS ? ", ...)" : ")"));
    }

    private static void demand(StringBuilder text, DemandAnswer demand) {
        line(
                text,
                "  %s (%s, %s data, %d Mtok a month)"
                        .formatted(demand.id(), demand.title(), demand.dataSensitivity(), demand.volumeMtok()));
        demand.mix()
                .forEach(share -> line(
                        text,
                        "    %3d%%  %-28s %-9s %-2s by %-22s in %-12s suits %4.1f%%  %s"
                                .formatted(
                                        share.share(),
                                        share.modelName(),
                                        share.openness().equals("closed") ? "closed" : "open",
                                        share.supplierOrigin(),
                                        share.operator(),
                                        abbreviated(share.servingCountry()),
                                        share.suitability() / 100.0,
                                        share.verdict())));
        var worst = demand.worstLoss().values().stream()
                .max(java.util.Comparator.comparingInt(loss -> loss.lost()))
                .orElse(null);
        if (worst != null) {
            line(
                    text,
                    "    worst single loss: %s %s takes %d%%, %d%% keeps running"
                            .formatted(worst.of(), worst.is(), worst.lost(), worst.keeps()));
        }
        line(
                text,
                "    left out: %s of %d candidates"
                        .formatted(demand.rejectedByGround(), demand.counts().getOrDefault("candidates", 0)));
        demand.rejected().stream()
                .filter(rejected -> rejected.flip() != null)
                .forEach(rejected ->
                        line(text, "      %s would enter if %s".formatted(rejected.offer(), rejected.wouldEnterIf())));
    }

    static String abbreviated(String places) {
        return places.length() <= 12 ? places : places.substring(0, 9) + "...";
    }

    static String usd(long micro) {
        return String.format(Locale.ROOT, "%,d", micro / 1_000_000);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
