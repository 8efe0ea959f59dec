package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.multipolar.catalog.Source;
import org.multipolar.catalog.World;

/** The rules in force and to come, ready to judge facts under the law of any day. Safe for use by many threads. */
public final class Rulebook {

    /** Cases in one session: few enough that what the engine keeps of them stays in the cache. */
    private static final int AT_ONCE = 500;

    private final Map<String, RuleCard> cards;
    private final Map<String, Finding> certainly;
    private final Map<String, Predicate<Case>> conditions;
    private final Questionnaire questionnaire;
    private final Map<String, Set<String>> daysOfRelease;
    private final List<HouseRule> rules;
    private final Map<String, Parameter> parameters;
    private final Map<String, Source> sources;
    private final List<Gap> gaps;
    private final Map<String, byte[]> caseFiles;
    private final KieBase network;
    private final Vocabulary vocabulary;
    private final String digest;

    Rulebook(
            Map<String, RuleCard> cards,
            List<HouseRule> rules,
            Map<String, Parameter> parameters,
            Map<String, Source> sources,
            List<Gap> gaps,
            Map<String, byte[]> caseFiles,
            String digest) {
        this.cards = Collections.unmodifiableMap(new TreeMap<>(cards));
        this.certainly = new HashMap<>();
        cards.forEach((id, card) -> certainly.put(id, new Finding(card, true, List.of())));
        this.questionnaire = Questionnaire.of(rules);
        this.conditions = new HashMap<>();
        rules.stream()
                .filter(rule -> !rule.unstated())
                .forEach(rule -> conditions.put(rule.id(), questionnaire.test(rule.when())));
        this.daysOfRelease = new HashMap<>();
        rules.forEach(rule -> rule.when()
                .asks()
                .filter(ask -> ask.field() == Field.MODEL_RELEASE_DATE)
                .forEach(ask -> daysOfRelease
                        .computeIfAbsent(rule.id(), any -> new TreeSet<>())
                        .add(ask.word())));
        this.rules = List.copyOf(rules);
        this.parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        this.sources = Collections.unmodifiableMap(new TreeMap<>(sources));
        this.gaps = List.copyOf(gaps);
        this.caseFiles = Collections.unmodifiableMap(new TreeMap<>(caseFiles));
        this.network = Network.of(rules, questionnaire);
        this.vocabulary = Vocabulary.of(rules);
        this.digest = digest;
    }

    /**
     * Under which law to judge.
     *
     * @param asOf the day whose law applies, both ends of a rule's dates included
     * @param switchedOff ids of rules that a buyer's policy or a scenario leaves out
     * @param switchedOn ids of proposals that a scenario takes as law, from their own first day
     * @param from first days that a scenario gives rules in place of their own
     */
    public record Setting(
            LocalDate asOf, Set<String> switchedOff, Set<String> switchedOn, Map<String, LocalDate> from) {

        public Setting(LocalDate asOf, Set<String> switchedOff, Set<String> switchedOn) {
            this(asOf, switchedOff, switchedOn, Map.of());
        }

        /** {@return the same on another day} */
        public Setting on(LocalDate day) {
            return new Setting(day, switchedOff, switchedOn, from);
        }

        public static Setting of(LocalDate asOf) {
            return new Setting(asOf, Set.of(), Set.of());
        }
    }

    /**
     * {@return the judgement on each set of facts, in their order}
     *
     * @param facts any number of fact sets; those that no rule can tell apart are judged once
     */
    public List<Judgement> judge(List<Facts> facts, Setting setting) {
        return judge(facts, setting, network);
    }

    /** Judges with a network of the same rules, however it was built. */
    List<Judgement> judge(List<Facts> facts, Setting setting, KieBase rules) {
        var reading = new Reading(vocabulary, questionnaire, new ParametersOfDay(parameters, setting.asOf()));
        var holding = holding(setting);
        var dockets = new HashMap<Case, Docket>();
        var unheard = new ArrayList<Docket>(AT_ONCE);
        var docketOf = new ArrayList<Docket>(facts.size());
        for (var each : facts) {
            var fact = reading.possibly(each);
            var docket = dockets.get(fact);
            if (docket == null) {
                docket = new Docket(fact, reading.leftOpen() ? reading.certainly(each) : null, each);
                dockets.put(fact, docket);
                unheard.add(docket);
            }
            docketOf.add(docket);
            if (unheard.size() == AT_ONCE) {
                find(unheard, rules, holding);
                unheard.clear();
            }
        }
        find(unheard, rules, holding);
        return docketOf.stream().map(Docket::judgement).toList();
    }

    private void find(List<Docket> dockets, KieBase rules, Map<String, RuleCard> holding) {
        var byCase = new IdentityHashMap<Case, Docket>(2 * AT_ONCE);
        dockets.forEach(docket -> byCase.put(docket.fact, docket));
        for (var hit : fire(rules, dockets)) {
            var card = holding.get(hit.rule());
            var docket = byCase.get(hit.fact());
            if (card != null && docket != null) {
                note(docket, card, hit);
            }
        }
    }

    private static List<Findings.Hit> fire(KieBase rules, List<Docket> dockets) {
        var findings = new Findings();
        var session = rules.newKieSession();
        try {
            session.setGlobal("findings", findings);
            dockets.forEach(docket -> session.insert(docket.fact));
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return findings.hits();
    }

    /** The rule fired with unknown facts in its favour; it is certain if it fires with them against it as well. */
    private void note(Docket docket, RuleCard card, Findings.Hit hit) {
        var whole = conditions.get(card.id());
        if (!hit.unstated() && whole != null && docket.certainly(whole)) {
            docket.findings.put(card.id(), World.known(certainly, card.id()));
        } else {
            docket.findings.computeIfAbsent(
                    card.id(),
                    any -> new Finding(card, false, docket.facts.unstated(card.fields(), vague(docket, card))));
        }
    }

    private boolean vague(Docket docket, RuleCard card) {
        return daysOfRelease.getOrDefault(card.id(), Set.of()).stream().anyMatch(docket.fact.modelReleaseDate()::vague);
    }

    private Map<String, RuleCard> holding(Setting setting) {
        var holding = new HashMap<String, RuleCard>();
        cards.values().stream().filter(card -> holds(card, setting)).forEach(card -> holding.put(card.id(), card));
        return holding;
    }

    /** {@return whether a rule holds under a setting} */
    public boolean holds(RuleCard card, Setting setting) {
        var from = setting.from().get(card.id());
        boolean dated = from == null
                ? card.holdsOn(setting.asOf())
                : !setting.asOf().isBefore(from)
                        && (card.until() == null || !setting.asOf().isAfter(card.until()));
        return dated
                && (!card.switchedOff() || setting.switchedOn().contains(card.id()))
                && !setting.switchedOff().contains(card.id());
    }

    /** One distinct case of a judging, and what was found on it. */
    private static final class Docket {

        private final Case fact;
        private final @Nullable Case strict;
        private final Facts facts;
        private final Map<String, Finding> findings = new TreeMap<>();
        private @Nullable Judgement judgement;

        /**
         * @param strict the case with its unknown facts taken as meeting no condition, or null where none is unknown
         */
        private Docket(Case fact, @Nullable Case strict, Facts facts) {
            this.fact = fact;
            this.strict = strict;
            this.facts = facts;
        }

        /** {@return whether conditions that hold for the case hold whatever is unknown} */
        private boolean certainly(Predicate<Case> conditions) {
            return strict == null || conditions.test(strict);
        }

        private Judgement judgement() {
            if (judgement == null) {
                var sorted = List.copyOf(findings.values());
                judgement = new Judgement(Verdict.of(sorted), sorted);
            }
            return judgement;
        }
    }

    /** {@return the card of a rule that exists} */
    public RuleCard card(String id) {
        var card = cards.get(id);
        if (card == null) {
            throw new IllegalStateException("No rule is called (%s), though it fired.".formatted(id));
        }
        return card;
    }

    /** {@return a source that a rule cites} */
    public Source source(String key) {
        var source = sources.get(key);
        if (source == null) {
            throw new IllegalStateException("No source is called (%s), though a rule cites it.".formatted(key));
        }
        return source;
    }

    public @Nullable RuleCard cardOrNull(String id) {
        return cards.get(id);
    }

    /** {@return all rules by id} */
    public Map<String, RuleCard> cards() {
        return cards;
    }

    /** {@return the conditions of a rule, in its file's order; without those that say what nobody states} */
    public List<Clause> conditions(String id) {
        var words = new PlainWords(parameters);
        return rules.stream()
                .filter(rule -> rule.id().equals(id) && (!rule.unstated() || !conditions.containsKey(id)))
                .flatMap(rule -> rule.when().parts().stream())
                .map(part -> new Clause(
                        words.of(part),
                        part.text(),
                        part.asks()
                                .filter(ask -> ask.asked().ofParameter())
                                .map(Condition.Ask::word)
                                .distinct()
                                .toList()))
                .toList();
    }

    /** {@return the flags without which some rule holds: what a paper may show} */
    public Set<String> papers() {
        return rules.stream()
                .flatMap(rule -> rule.when().asks())
                .filter(ask -> ask.field() == Field.FLAGS && ask.asked() == Asked.LACKS)
                .map(Condition.Ask::word)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** {@return the kinds of use that some rule asks for, by name or on a list} */
    public Set<String> uses() {
        return rules.stream()
                .flatMap(rule -> rule.when().asks())
                .filter(ask -> ask.field() == Field.USE_CASE)
                .flatMap(ask -> ask.asked().ofParameter() ? listed(ask.word()) : Stream.of(ask.word()))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> listed(String parameter) {
        var known = parameters.get(parameter);
        return known == null ? Stream.of() : known.values().stream().flatMap(value -> value.words().stream());
    }

    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** {@return the sources that rules cite, by key} */
    public Map<String, Source> sources() {
        return sources;
    }

    /** {@return the rules as the linter read them, in order of file and line} */
    List<HouseRule> rules() {
        return rules;
    }

    public List<Gap> gaps() {
        return gaps;
    }

    /** {@return the files of cases that lie beside the rules, unread, by path} */
    public Map<String, byte[]> caseFiles() {
        return caseFiles;
    }

    /** {@return whether a pack of rules was read for a country; where none was, silence is no permission} */
    public boolean covers(String country) {
        return gaps.stream().anyMatch(gap -> gap.countries().contains(country));
    }

    /** {@return the declared gaps that touch a country for a kind of data or a sector} */
    public List<Gap> gapsFor(String country, Collection<String> about) {
        var place = covers(country) ? country : Gap.ANY;
        return gaps.stream()
                .filter(gap -> gap.countries().contains(place) && about.contains(gap.about()))
                .toList();
    }

    /** {@return a number that holds on a day, or null before its first day} */
    public @Nullable Long number(String parameter, LocalDate day) {
        var value = parameterOn(parameter, day);
        return value == null ? null : Long.valueOf(value.words().get(0));
    }

    /** {@return a list as it holds on a day; empty before its first day} */
    public Set<String> words(String parameter, LocalDate day) {
        var value = parameterOn(parameter, day);
        return value == null ? Set.of() : new TreeSet<>(value.words());
    }

    private Parameter.@Nullable Value parameterOn(String id, LocalDate day) {
        var parameter = parameters.get(id);
        if (parameter == null) {
            throw new IllegalStateException("No parameter is called (%s).".formatted(id));
        }
        return parameter.on(day);
    }

    /** {@return SHA-256 over rules, parameters and sources} */
    public String digest() {
        return digest;
    }
}
