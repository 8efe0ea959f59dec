package org.multipolar.web.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.advice.Advice;
import org.multipolar.explain.Cost;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.explain.LossShown;
import org.multipolar.explain.MixShare;
import org.multipolar.explain.Rejection;
import org.multipolar.explain.Stability;

/** Answers made by hand, of which only what a test asks about is filled in. */
final class Answered {

    private Answered() {}

    /** {@return a share of a model of the catalogue} */
    static MixShare share(int percent, String model, String supplier, String origin, String operator, String place) {
        return new MixShare(
                model + "@" + operator,
                model,
                model,
                supplier,
                supplier,
                origin,
                origin,
                "closed",
                "proprietary",
                List.of(model),
                "managed-cloud",
                operator,
                operator,
                origin,
                place,
                "in-region",
                percent,
                7_000,
                Map.of(),
                Map.of(),
                0,
                "allowed",
                List.of(),
                List.of(),
                List.of());
    }

    static DemandAnswer demand(String id, long volume, MixShare... mix) {
        var origins = new TreeMap<String, Integer>();
        for (var share : mix) {
            origins.merge(share.supplierOrigin(), share.share(), Integer::sum);
        }
        return new DemandAnswer(
                id,
                "Title of " + id,
                "EU-DE",
                List.of("DE"),
                "public",
                "internal",
                volume,
                100,
                List.of(mix),
                List.of(),
                Map.of(),
                Map.of("origin", origins),
                5_000,
                200,
                Map.of(),
                Map.of());
    }

    static DemandAnswer losing(DemandAnswer demand, LossShown loss) {
        return new DemandAnswer(
                demand.id(),
                demand.title(),
                demand.region(),
                demand.operatingCountries(),
                demand.dataSensitivity(),
                demand.audience(),
                demand.volumeMtok(),
                demand.weight(),
                demand.mix(),
                demand.rejected(),
                demand.rejectedByGround(),
                demand.exposure(),
                demand.herfindahl(),
                demand.effectiveOrigins(),
                Map.of(loss.of(), loss),
                demand.counts());
    }

    static Rejection rejection(String ground, List<String> by, String wouldEnterIf) {
        return new Rejection("gpt-5@azure", "gpt-5", "openai", "SE", ground, by, "", 6_500, wouldEnterIf, null);
    }

    static Stability stability(String verdict, List<String> low, Stability.Move... moves) {
        return new Stability(verdict, "As it was found.", "published", "point", 1_000, 7, low, List.of(moves), null);
    }

    /** {@return an answer with a mix of these demands; with none where the score is missing} */
    static Advice advice(@org.jspecify.annotations.Nullable Long score, DemandAnswer... demands) {
        return new Advice(
                "d1",
                "someone",
                "Someone",
                "2026-11-21",
                List.of(),
                score == null ? "unproven" : "optimal",
                "",
                score,
                score,
                new Cost(0, 0, 0, 0),
                List.of(demands),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                stability("holds", List.of()),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                "solver");
    }
}
