package org.multipolar.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds rules and parameters at which somebody was to look again before today. */
final class Reviews {

    private static final String MONTHS = "review-after-months";
    private static final String MONTHS_LOW = "review-after-months-low-confidence";

    private final Rulebook rulebook;
    private final LocalDate today;

    Reviews(Rulebook rulebook, LocalDate today) {
        this.rulebook = rulebook;
        this.today = today;
    }

    List<Remark> due() {
        var remarks = new ArrayList<Remark>();
        rulebook.cards().values().stream().filter(this::alive).forEach(card -> review(card, remarks));
        rulebook.parameters().values().forEach(parameter -> review(parameter, remarks));
        return remarks;
    }

    /** What has ended needs no second look. */
    private boolean alive(RuleCard card) {
        return card.until() == null || !card.until().isBefore(today);
    }

    private void review(RuleCard card, List<Remark> remarks) {
        var checked = day(card.asOf());
        if (checked == null) {
            remarks.add(Remark.of(
                    Remark.Kind.NO_REVIEW_DAY,
                    card,
                    "",
                    "(%s) is not the day on which its source was checked.\nMaybe @asOf is missing, or not written YYYY-MM-DD."
                            .formatted(card.asOf())));
            return;
        }
        boolean low = card.confidence().equals("low");
        var months = rulebook.number(low ? MONTHS_LOW : MONTHS, today);
        var due = months == null ? LocalDate.MAX : checked.plusMonths(months);
        if (due.isBefore(today)) {
            remarks.add(Remark.of(
                    Remark.Kind.REVIEW_DUE,
                    card,
                    "",
                    "checked on %s, to be checked again after %d months%s, by %s."
                            .formatted(checked, months, low ? " for its low confidence" : "", due)));
        }
    }

    private void review(Parameter parameter, List<Remark> remarks) {
        var value = parameter.on(today);
        if (value != null && value.review() != null && value.review().isBefore(today)) {
            remarks.add(new Remark(
                    Remark.Kind.PARAMETER_DUE,
                    parameter.id(),
                    "",
                    parameter.file(),
                    parameter.line(),
                    "%s: what holds since %s was to be looked at again by %s.\nMaybe add a value with its first day, or a later review day."
                            .formatted(
                                    parameter.title(), value.from() == null ? "ever" : value.from(), value.review())));
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
