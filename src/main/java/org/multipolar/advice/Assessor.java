package org.multipolar.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Candidates;
import org.multipolar.catalog.Policy.Weights;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.World;
import org.multipolar.enabler.Index;
import org.multipolar.enabler.Strengths;
import org.multipolar.portfolio.Assessment;
import org.multipolar.rulebook.CandidateFacts;
import org.multipolar.rulebook.Effect;
import org.multipolar.rulebook.Facts;
import org.multipolar.rulebook.Finding;
import org.multipolar.rulebook.Judgement;
import org.multipolar.rulebook.ReachTable;
import org.multipolar.rulebook.RuleCard;
import org.multipolar.rulebook.Rulebook;
import org.multipolar.rulebook.Verdict;
import org.multipolar.suitability.Appraised;
import org.multipolar.suitability.Rating;
import org.multipolar.suitability.SuitabilityContext;

/** Says of every candidate what the law allows, whether it fits, and how well it suits. */
final class Assessor {

    private final Snapshot snapshot;
    private final Question question;
    private final Rulebook.Setting setting;
    private final CandidateFacts facts;
    private final Fit fit;
    private final Index index;
    private final SuitabilityContext context;
    private final Judgements judgements;
    private final Map<Candidate, Appraised> appraised = Collections.synchronizedMap(new IdentityHashMap<>());

    Assessor(Snapshot snapshot, Question question) {
        this(snapshot, question, new Judgements());
    }

    /**
     * @param judgements what is known of candidates already
     */
    Assessor(Snapshot snapshot, Question question, Judgements judgements) {
        this.judgements = judgements;
        this.snapshot = snapshot;
        this.question = question;
        var policy = question.buyer().policy();
        var without = new TreeSet<>(policy.switchedOff().keySet());
        without.addAll(question.withoutRules());
        var changed = question.circumstances();
        this.setting = new Rulebook.Setting(question.asOf(), without, changed.rulesOn(), changed.rulesFrom());
        this.facts = facts(question.asOf());
        this.fit = new Fit(
                snapshot.abilities(),
                new FirstSeen(snapshot.world()),
                question,
                new Barriers(snapshot.world(), question));
        this.index = snapshot.index(policy);
        this.context = context(Strengths.read(index, policy.countryScores().reading()));
    }

    private SuitabilityContext context(Strengths strengths) {
        return new SuitabilityContext(
                snapshot.world(),
                strengths,
                snapshot.abilities(),
                snapshot.languages(),
                snapshot.prices(),
                question.buyer().policy(),
                adequate(snapshot, question.asOf()));
    }

    /** {@return the scores of countries that the question rests on} */
    Index index() {
        return index;
    }

    /** {@return what ratings rest on as the question reads the strengths of countries} */
    SuitabilityContext context() {
        return context;
    }

    /** {@return what ratings rest on where the strengths of countries are read another way} */
    SuitabilityContext contextUnder(Strengths strengths) {
        return context(strengths);
    }

    /** {@return the same assessments with the strengths of countries read another way; judgements stay as they are} */
    Map<String, List<Assessment>> rated(Map<String, List<Assessment>> assessments, Strengths strengths) {
        var other = context(strengths);
        var rated = new TreeMap<String, List<Assessment>>();
        assessments.forEach((demand, all) -> rated.put(
                demand,
                all.stream()
                        .map(each -> !each.buyable()
                                ? each
                                : new Assessment(
                                        each.candidate(),
                                        each.verdict(),
                                        each.findings(),
                                        each.unfit(),
                                        each.languagesCovered(),
                                        Rating.rate(each.candidate(), other).withPoints(points(each.findings()))))
                        .toList()));
        return rated;
    }

    /** {@return the same assessments under other weights; what is weighed is appraised once, however often it is asked for} */
    Map<String, List<Assessment>> weighed(Map<String, List<Assessment>> assessments, Weights weights) {
        var weighed = new TreeMap<String, List<Assessment>>();
        assessments.forEach((demand, all) -> weighed.put(
                demand, all.stream().map(each -> weighed(each, weights)).toList()));
        return weighed;
    }

    private Assessment weighed(Assessment assessment, Weights weights) {
        var candidate = assessment.candidate();
        return new Assessment(
                candidate,
                assessment.verdict(),
                assessment.findings(),
                assessment.unfit(),
                assessment.languagesCovered(),
                appraised
                        .computeIfAbsent(candidate, any -> Appraised.of(candidate, context))
                        .weighed(weights)
                        .withPoints(assessment.suitability().points10000()));
    }

    /** {@return a candidate as it stands in a world without one rule: no rule reads what another found} */
    Assessment without(Assessment assessment, RuleCard rule) {
        var findings = assessment.findings().stream()
                .filter(finding -> !finding.rule().id().equals(rule.id()))
                .toList();
        return new Assessment(
                assessment.candidate(),
                Verdict.of(findings),
                findings,
                assessment.unfit(),
                assessment.languagesCovered(),
                assessment.suitability().withPoints(points(findings)));
    }

    /** {@return a candidate rated at other prices, in micro-USD per million tokens} */
    Assessment repriced(Assessment assessment, long input, long output) {
        var candidate = assessment.candidate().at(input, output);
        return new Assessment(
                candidate,
                assessment.verdict(),
                assessment.findings(),
                assessment.unfit(),
                assessment.languagesCovered(),
                Rating.rate(candidate, context).withPoints(points(assessment.findings())));
    }

    /** What holds of a candidate changes with the day: operators sell or stop, papers come and lapse. */
    private CandidateFacts facts(LocalDate day) {
        return facts(question.buyer(), day);
    }

    private CandidateFacts facts(Buyer buyer, LocalDate day) {
        var members = snapshot.rulebook().words("eu27", day);
        return new CandidateFacts(buyer, new ReachTable(snapshot.world(), members, day));
    }

    private static Map<String, java.util.Set<String>> adequate(Snapshot snapshot, LocalDate asOf) {
        var adequate = new TreeMap<String, java.util.Set<String>>();
        snapshot.world().regions().values().forEach(region -> {
            if (!region.adequateCountries().isEmpty()) {
                adequate.put(region.id(), snapshot.rulebook().words(region.adequateCountries(), asOf));
            }
        });
        return adequate;
    }

    /** {@return the assessments by demand id, each demand's in id order} */
    Map<String, List<Assessment>> assess() {
        var candidates = candidates();
        var judged = judge(candidates, setting);
        var assessments = new TreeMap<String, List<Assessment>>();
        question.buyer().demands().forEach(demand -> assessments.put(demand.id(), new ArrayList<>()));
        for (int i = 0; i < candidates.size(); i++) {
            World.known(assessments, candidates.get(i).demand().id()).add(assessment(candidates.get(i), judged.get(i)));
        }
        return assessments;
    }

    /** {@return the same for what may be bought alone, which is far less} */
    Map<String, List<Assessment>> assessBuyable() {
        var candidates = candidates();
        var judged =
                judgements.of(candidates, setting, snapshot.world(), question.buyer(), some -> judge(some, setting));
        var assessments = new TreeMap<String, List<Assessment>>();
        question.buyer().demands().forEach(demand -> assessments.put(demand.id(), new ArrayList<>()));
        for (int i = 0; i < candidates.size(); i++) {
            var candidate = candidates.get(i);
            if (judged.get(i).verdict().buyable() && fit.failures(candidate).isEmpty()) {
                World.known(assessments, candidate.demand().id()).add(assessment(candidate, judged.get(i)));
            }
        }
        return assessments;
    }

    private List<Candidate> candidates() {
        var candidates = new ArrayList<Candidate>();
        question.buyer()
                .demands()
                .forEach(demand -> candidates.addAll(Candidates.of(snapshot.world(), question.buyer(), demand)));
        return candidates;
    }

    /** {@return one candidate with all that is said of it, or null where nobody offers it} */
    @Nullable
    Assessment assess(String demand, String id) {
        var found = assess(demand, each -> each.id().equals(id));
        return found.isEmpty() ? null : found.get(0);
    }

    /** {@return those candidates of a demand that pass, with all that is said of them, in id order} */
    List<Assessment> assess(String demand, Predicate<Candidate> which) {
        var some = question.buyer().demands().stream()
                .filter(each -> each.id().equals(demand))
                .flatMap(each -> Candidates.of(snapshot.world(), question.buyer(), each).stream())
                .filter(which)
                .toList();
        var judged = judge(some, setting);
        return IntStream.range(0, some.size())
                .mapToObj(at -> assessment(some.get(at), judged.get(at)))
                .toList();
    }

    /** {@return one judgement per candidate, folded over its countries and places: the strictest counts} */
    List<Judgement> judge(List<Candidate> candidates, Rulebook.Setting under) {
        var all = new ArrayList<Facts>();
        var counts = new ArrayList<Integer>();
        var ofDay = under.asOf().equals(question.asOf()) ? facts : facts(under.asOf());
        for (var candidate : candidates) {
            var of = ofDay.of(candidate);
            all.addAll(of);
            counts.add(of.size());
        }
        var judged = snapshot.rulebook().judge(all, under);
        var folded = new ArrayList<Judgement>();
        int from = 0;
        for (int count : counts) {
            folded.add(strictest(judged.subList(from, from + count)));
            from += count;
        }
        return folded;
    }

    Question question() {
        return question;
    }

    Rulebook rulebook() {
        return snapshot.rulebook();
    }

    /** {@return what turns candidates into facts on the day of the question, for the same buyer with other papers} */
    CandidateFacts factsOf(Buyer holding) {
        return facts(holding, question.asOf());
    }

    Rulebook.Setting setting() {
        return setting;
    }

    /** A finding anywhere is a finding; a preference counts only where every country and place gives it. */
    static Judgement strictest(List<Judgement> judgements) {
        var findings = new TreeMap<String, Finding>();
        var everywhere = new TreeSet<String>();
        judgements.get(0).findings().forEach(each -> everywhere.add(each.rule().id()));
        for (var judgement : judgements) {
            judgement
                    .findings()
                    .forEach(each ->
                            findings.merge(each.rule().id(), each, (one, other) -> one.certain() ? one : other));
            everywhere.retainAll(
                    judgement.findings().stream().map(each -> each.rule().id()).toList());
        }
        findings.values()
                .removeIf(each -> each.rule().effect() == Effect.PREFER
                        && !everywhere.contains(each.rule().id()));
        var sorted = List.copyOf(findings.values());
        return new Judgement(Verdict.of(sorted), sorted);
    }

    private Assessment assessment(Candidate candidate, Judgement judgement) {
        var covered = candidate.demand().languages().stream()
                .map(language -> language.code())
                .filter(code ->
                        snapshot.languages().level(candidate.model().id(), code).covers())
                .toList();
        return new Assessment(
                candidate,
                judgement.verdict(),
                judgement.findings(),
                fit.failures(candidate),
                covered,
                Rating.rate(candidate, context).withPoints(points(judgement.findings())));
    }

    /** What rules add to or take from the score; the sizes are policy values. */
    private long points(List<Finding> findings) {
        long points = 0;
        for (var finding : findings) {
            if (finding.certain() && finding.rule().effect() == Effect.PENALISE) {
                points -= number("points-" + finding.rule().weight());
            } else if (finding.certain() && finding.rule().effect() == Effect.PREFER) {
                points += number("points-prefer");
            }
        }
        return points;
    }

    private long number(String parameter) {
        var number = snapshot.rulebook().number(parameter, question.asOf());
        return number == null ? 0 : number;
    }
}
