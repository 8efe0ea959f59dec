package org.multipolar.portfolio;

import static org.multipolar.portfolio.PortfolioProblem.STEPS;
import static org.multipolar.portfolio.PortfolioProblem.STEP_PERCENT;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.catalog.Policy;
import org.multipolar.catalog.Policy.Loss;
import org.multipolar.catalog.World;
import org.multipolar.portfolio.Problem.Term;

/** States what makes one demand's shares a portfolio: whole, in lots, diversified, covering, surviving. */
final class DemandRows {

    private final Rows rows;
    private final Policy policy;
    private final Grouping grouping;
    private final Ceilings ceilings;

    DemandRows(Rows rows, Policy policy, Grouping grouping, Ceilings ceilings) {
        this.rows = rows;
        this.policy = policy;
        this.grouping = grouping;
        this.ceilings = ceilings;
    }

    /** States what bounds shares directly; the rest builds on the ceilings noted here. */
    void bounds(DemandPart part) {
        whole(part);
        policy.retained().forEach((loss, percent) -> retained(part, loss, percent));
    }

    /** States what counts and ties; comes after all rows that bound shares. */
    void counts(DemandPart part) {
        lots(part);
        suppliers(part);
        languages(part);
        concentration(part);
    }

    private static Limit limit(DemandPart part, String id, Limit.Owner owner, String title, Measure measure) {
        return new Limit(
                id + ":" + part.demand().id(),
                owner,
                title,
                "policy",
                part.demand().id(),
                measure,
                List.of());
    }

    private void whole(DemandPart part) {
        var limit = limit(
                part,
                "whole",
                Limit.Owner.STRUCTURE,
                "The shares of %s sum to 100 percent".formatted(part.demand().id()),
                Measure.SHARE);
        rows.row(limit, STEPS, STEPS, Rows.steps(part.choices()));
    }

    /** A candidate is bought in at least the minimum lot or not at all. */
    private void lots(DemandPart part) {
        int lot = policy.minimumLot() / STEP_PERCENT;
        if (lot <= 1) {
            return; // a step is a lot
        }
        var limit = limit(
                part,
                "lot",
                Limit.Owner.BUYER,
                "A bought candidate has at least %d percent".formatted(policy.minimumLot()),
                Measure.LOT);
        for (var choice : part.choices()) {
            int bought = rows.variable(
                    "x",
                    "bought: " + part.demand().id() + " | " + choice.candidate().id(),
                    1);
            rows.atMost(
                    limit, 0, List.of(new Term(choice.variable(), 1), new Term(bought, -ceilings.of(List.of(choice)))));
            rows.atLeast(limit, 0, List.of(new Term(choice.variable(), 1), new Term(bought, -lot)));
        }
    }

    /** {@return the number of the row that counts a demand's suppliers, one yes-no variable each} */
    static int suppliersRow(PortfolioProblem problem, String demand) {
        return World.known(problem.limits(), "suppliers:" + demand).rows().get(0);
    }

    private void suppliers(DemandPart part) {
        var used = new ArrayList<Term>();
        var limit = limit(
                part,
                "suppliers",
                Limit.Owner.BUYER,
                "Between %d and %d suppliers".formatted(policy.minimumSuppliers(), policy.maximumSuppliers()),
                Measure.SUPPLIERS);
        var structure = limit(
                part, "supplier-used", Limit.Owner.STRUCTURE, "A supplier with a share counts as used", Measure.NONE);
        Grouping.by(
                        part.choices(),
                        choice -> List.of(choice.candidate().supplier().id()))
                .forEach((supplier, choices) -> {
                    int use = rows.variable("y", "used: " + part.demand().id() + " | " + supplier, 1);
                    rows.atMost(structure, 0, Rows.with(Rows.steps(choices), use, -ceilings.of(choices)));
                    rows.atLeast(structure, 0, Rows.with(Rows.steps(choices), use, -1));
                    used.add(new Term(use, 1));
                });
        rows.row(limit, policy.minimumSuppliers(), policy.maximumSuppliers(), used);
    }

    /** Every required language is covered by candidates of enough distinct suppliers. */
    private void languages(DemandPart part) {
        for (var language : part.demand().languages()) {
            if (language.weightPercent() == 0 || policy.languageSuppliers() == 0) {
                continue;
            }
            var covering = part.choices().stream()
                    .filter(choice -> choice.assessment().languagesCovered().contains(language.code()))
                    .toList();
            var limit = limit(
                    part,
                    "language:" + language.code(),
                    Limit.Owner.BUYER,
                    "%s is covered by at least %d suppliers".formatted(language.code(), policy.languageSuppliers()),
                    policy.languageSuppliers() == 1 ? Measure.SHARE : Measure.SUPPLIERS);
            if (policy.languageSuppliers() == 1) {
                rows.atLeast(limit, 1, Rows.steps(covering));
                continue;
            }
            var covers = new ArrayList<Term>();
            Grouping.by(
                            covering,
                            choice -> List.of(choice.candidate().supplier().id()))
                    .forEach((supplier, choices) -> {
                        int cover = rows.variable(
                                "v",
                                "covers %s: %s | %s"
                                        .formatted(
                                                language.code(), part.demand().id(), supplier),
                                1);
                        rows.atLeast(limit, 0, Rows.with(Rows.steps(choices), cover, -1));
                        rows.atMost(limit, 0, Rows.with(Rows.steps(choices), cover, -ceilings.of(choices)));
                        covers.add(new Term(cover, 1));
                    });
            rows.atLeast(limit, policy.languageSuppliers(), covers);
        }
    }

    /** After any single loss of a kind, the untouched shares still sum to the stated part. */
    private void retained(DemandPart part, Loss loss, int percent) {
        if (percent == 0) {
            return;
        }
        var limit = limit(
                part,
                "retained-" + loss.name().toLowerCase(java.util.Locale.ROOT),
                Limit.Owner.BUYER,
                "After losing any one %s, %d percent still runs"
                        .formatted(loss.name().toLowerCase(java.util.Locale.ROOT), percent),
                Measure.SHARE);
        var struck = new Struck(grouping, loss, part.choices());
        for (var lost : struck.losses()) {
            rows.atLeast(limit, Rows.ceilDiv(percent, STEP_PERCENT), Rows.steps(struck.survivors(lost)));
            ceilings.note(struck.taken(lost), STEPS - Rows.ceilDiv(percent, STEP_PERCENT));
        }
    }

    /** The square of an origin's steps, exact on whole steps by its tangents, priced with lambda. */
    private void concentration(DemandPart part) {
        if (policy.concentrationPrice() == 0) {
            return;
        }
        var limit = limit(
                part, "concentration", Limit.Owner.STRUCTURE, "The price of concentration on one origin", Measure.NONE);
        Grouping.by(part.choices(), choice -> List.of(grouping.origin(choice.candidate())))
                .forEach((origin, choices) -> {
                    var name = part.demand().id() + " | " + origin;
                    long most = ceilings.of(choices);
                    int steps = rows.variable("s", "steps: " + name, most);
                    int square = rows.variable("q", "square: " + name, most * most);
                    rows.row(limit, 0, 0, Rows.with(Rows.steps(choices), steps, -1));
                    for (long k = 0; k < most; k++) {
                        rows.atLeast(limit, -k * (k + 1), List.of(new Term(square, 1), new Term(steps, -(2 * k + 1))));
                    }
                    rows.score(square, -(long) part.weight() * policy.concentrationPrice());
                });
    }
}
