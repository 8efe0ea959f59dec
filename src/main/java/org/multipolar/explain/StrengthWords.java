package org.multipolar.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.multipolar.enabler.Index;
import org.multipolar.enabler.Uncertainty;
import org.multipolar.enabler.UnitScore;

/** A unit's strengths and weaknesses in English sentences, every one of them made from its figures. */
final class StrengthWords {

    private static final double WIDE = 10;

    private final UnitScore unit;
    private final Strengths strengths;
    private final List<String> sentences = new ArrayList<>();

    private StrengthWords(Index index, UnitScore unit) {
        this.unit = unit;
        this.strengths = Strengths.of(index, unit);
    }

    static List<String> of(Index index, UnitScore unit, @Nullable Uncertainty uncertainty) {
        var words = new StrengthWords(index, unit);
        words.place(uncertainty);
        words.enablers("Strong in ", words.strengths.strong());
        words.enablers("Weak in ", words.strengths.weak());
        words.figures();
        words.unknown();
        return List.copyOf(words.sentences);
    }

    private void place(@Nullable Uncertainty uncertainty) {
        var overall = unit.overall().score();
        if (overall == null) {
            sentences.add("Too little is known of %s to place it.".formatted(unit.name()));
            return;
        }
        if (unit.rank() == null) {
            sentences.add("%s scores %s overall; the ranking counts it with %s."
                    .formatted(unit.name(), places(overall), unit.memberOf()));
            return;
        }
        var spread = uncertainty == null ? null : uncertainty.unit(unit.unit());
        var rank = spread == null ? null : spread.ranks().get(Uncertainty.OVERALL);
        var sentence = "%s is number %d of %d overall (%s)"
                .formatted(unit.name(), unit.rank(), strengths.ranked(), places(overall));
        if (rank == null || uncertainty == null || !uncertainty.variesAnything()) {
            sentences.add(sentence + ".");
        } else {
            sentences.add(
                    rank.width() == 0
                            ? sentence + " and stays there in ninety of a hundred draws."
                            : String.format(
                                    Locale.ROOT,
                                    "%s; ninety of a hundred draws put it between %.0f and %.0f%s%s.",
                                    sentence,
                                    rank.low(),
                                    rank.high(),
                                    unit.rank() < rank.low() || unit.rank() > rank.high()
                                            ? ", so hardly any other choice puts it where the method does"
                                            : "",
                                    rank.width() > WIDE ? ", so the place itself says little" : ""));
        }
    }

    private void enablers(String what, List<Strengths.Placed> enablers) {
        if (!enablers.isEmpty()) {
            sentences.add(
                    what + listed(enablers.stream().map(StrengthWords::said).toList()) + ".");
        }
    }

    private void figures() {
        var out = strengths.standingOut();
        if (!out.isEmpty()) {
            sentences.add("Figures that stand out: "
                    + String.join("; ", out.stream().map(StrengthWords::said).toList())
                    + ".");
        }
    }

    private void unknown() {
        var unknown = strengths.unknown();
        if (!unknown.isEmpty()) {
            sentences.add("Unknown: %d of %d indicators (%s%s)."
                    .formatted(
                            unknown.size(),
                            strengths.of(),
                            String.join(
                                    "; ", unknown.stream().limit(Strengths.MOST).toList()),
                            unknown.size() > Strengths.MOST ? "; ..." : ""));
        }
    }

    private static String said(Strengths.Placed each) {
        var score = each.score();
        return "%s (number %d, %s%s)"
                .formatted(
                        each.enabler(),
                        each.rank(),
                        score == null ? "" : places(score),
                        each.have() < each.of() ? ", from %d of %d indicators".formatted(each.have(), each.of()) : "");
    }

    private static String said(Strengths.Figure each) {
        return "%s %s %s%s, number %d of %d"
                .formatted(
                        each.name(),
                        number(each.value()),
                        each.unit(),
                        each.year() == 0 ? "" : " (" + each.year() + ")",
                        each.place(),
                        each.of());
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static String places(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }

    static String number(double value) {
        return Math.abs(value) >= 1000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : new BigDecimal(value, new MathContext(3)).stripTrailingZeros().toPlainString();
    }
}
