package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.multipolar.advice.Candidacy;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.World;
import org.multipolar.portfolio.Assessment;
import org.multipolar.rulebook.Effect;
import org.multipolar.rulebook.Finding;
import org.multipolar.web.language.Tongue;

/**
 * What the rules say of an offer for some demands of a buyer.
 *
 * @param finding how many of them it may serve, in a sentence
 */
public record OfferJudged(String buyer, String finding, List<Line> lines) {

    /**
     * A demand, and the places in which the rules say the same.
     *
     * @param verdict a word that messages know
     * @param grounds findings that forbid, or would for some value of an unknown fact
     * @param duties findings that put a duty or bound shares; those that hit every candidate of a place alike are left out
     * @param unfit hard needs of the demand that it fails, in English
     */
    public record Line(
            String demand,
            String region,
            String places,
            String verdict,
            List<Ground> grounds,
            List<Ground> duties,
            List<String> unfit) {}

    /**
     * One finding.
     *
     * @param unknown the facts it turns on where it is not certain, in a row
     * @param duty what has to be done, or empty
     */
    public record Ground(String rule, String title, String effect, boolean certain, String unknown, String duty) {}

    /** What must be the same for two places to stand in one line. */
    private record Same(String verdict, List<Finding> grounds, List<String> unfit) {}

    /**
     * {@return the page's part}
     *
     * @param demands of the question's buyer
     */
    public static OfferJudged of(
            Snapshot snapshot, Question question, List<Demand> demands, Offer offer, Tongue tongue) {
        var supply = new Supply(snapshot.world(), tongue);
        var candidacy = new Candidacy(snapshot, question);
        boolean ownHalls = Supply.selfHosted(World.known(snapshot.world().hosts(), offer.host()));
        Predicate<Candidate> which = ownHalls
                ? each -> each.site() != null && each.model().id().equals(offer.model())
                : each -> each.offer().equals(offer.id());
        var lines = new ArrayList<Line>();
        for (var demand : demands) {
            lines.addAll(lines(demand, candidacy.of(demand.id(), which), supply));
        }
        var open = lines.stream()
                .filter(line -> line.unfit().isEmpty()
                        && (line.verdict().equals("allowed") || line.verdict().equals("conditional")))
                .map(Line::demand)
                .distinct()
                .count();
        return new OfferJudged(question.buyer().name(), tongue.say("suppliers.judged", open, demands.size()), lines);
    }

    private static List<Line> lines(Demand demand, List<Assessment> candidates, Supply supply) {
        var alike = new LinkedHashMap<Same, List<String>>();
        for (var candidate : candidates) {
            var same = new Same(
                    candidate.verdict().word(),
                    candidate.findings().stream().filter(OfferJudged::counts).toList(),
                    candidate.unfit());
            alike.computeIfAbsent(same, any -> new ArrayList<>()).add(place(candidate.candidate(), supply));
        }
        var region = supply.world().regions().get(demand.region());
        var lines = new ArrayList<Line>();
        alike.forEach((same, places) -> lines.add(new Line(
                demand.title(),
                region == null ? demand.region() : supply.country(region.country()),
                supply.tongue().list(places),
                same.verdict(),
                grounds(same, true, supply),
                grounds(same, false, supply),
                same.unfit())));
        return lines;
    }

    private static List<Ground> grounds(Same same, boolean forbidding, Supply supply) {
        return same.grounds().stream()
                .filter(finding -> (finding.rule().effect() == Effect.EXCLUDE) == forbidding)
                .map(finding -> ground(finding, supply))
                .toList();
    }

    private static boolean counts(Finding finding) {
        var effect = finding.rule().effect();
        boolean duty = effect == Effect.OBLIGE || effect == Effect.CAP || effect == Effect.REQUIRE;
        return effect == Effect.EXCLUDE
                || (duty && finding.certain() && !finding.rule().baseline());
    }

    private static String place(Candidate candidate, Supply supply) {
        var site = candidate.site();
        return site == null
                ? supply.served(
                                candidate.routing() == Offer.Routing.CHOICE
                                        ? Offer.Routing.IN_REGION
                                        : candidate.routing(),
                                candidate.places())
                        .said()
                : site.name();
    }

    private static Ground ground(Finding finding, Supply supply) {
        var rule = finding.rule();
        return new Ground(
                rule.id(),
                rule.title(),
                rule.effect().word(),
                finding.certain(),
                supply.tongue().list(finding.unknown()),
                rule.obligation());
    }
}
