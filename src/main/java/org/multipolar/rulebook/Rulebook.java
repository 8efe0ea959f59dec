package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.rule.AgendaFilter;
import org.multipolar.catalog.Source;

/** The rules in force and to come, compiled; judges facts under the law of any day. Safe for use by many threads. */
public final class Rulebook {

    private final Map<String, RuleCard> cards;
    private final Map<String, Parameter> parameters;
    private final Map<String, Source> sources;
    private final List<Gap> gaps;
    private final KieBase compiled;
    private final Vocabulary vocabulary;
    private final String digest;

    Rulebook(
            Map<String, RuleCard> cards,
            Map<String, Parameter> parameters,
            Map<String, Source> sources,
            List<Gap> gaps,
            KieBase compiled,
            Vocabulary vocabulary,
            String digest) {
        this.cards = Collections.unmodifiableMap(new TreeMap<>(cards));
        this.parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        this.sources = Collections.unmodifiableMap(new TreeMap<>(sources));
        this.gaps = List.copyOf(gaps);
        this.compiled = compiled;
        this.vocabulary = vocabulary;
        this.digest = digest;
    }

    /**
     * Under which law to judge.
     *
     * @param asOf the day whose law applies, both ends of a rule's dates included
     * @param switchedOff ids of rules that a buyer's policy or a scenario leaves out
     * @param switchedOn ids of proposals that a scenario takes as law, from their own first day
     */
    public record Setting(LocalDate asOf, Set<String> switchedOff, Set<String> switchedOn) {

        public static Setting of(LocalDate asOf) {
            return new Setting(asOf, Set.of(), Set.of());
        }
    }

    /**
     * {@return the judgement on each set of facts, in their order}
     *
     * @param facts any number of fact sets; equal ones are judged once
     */
    public List<Judgement> judge(List<Facts> facts, Setting setting) {
        var representatives = vocabulary.on(new ParametersOfDay(parameters, setting.asOf()));
        var numbers = new LinkedHashMap<Facts, Integer>();
        var numberOf = new ArrayList<Integer>();
        for (var each : facts) {
            var representative = representatives.of(each);
            numbers.putIfAbsent(representative, numbers.size());
            numberOf.add(numbers.getOrDefault(representative, 0));
        }
        var judged = judgeDistinct(List.copyOf(numbers.keySet()), setting);
        return numberOf.stream().map(judged::get).toList();
    }

    private List<Judgement> judgeDistinct(List<Facts> facts, Setting setting) {
        var ofDay = new ParametersOfDay(parameters, setting.asOf());
        var findings = new Findings();
        var session = compiled.newKieSession();
        try {
            session.setGlobal("findings", findings);
            for (int number = 0; number < facts.size(); number++) {
                session.insert(Case.of(number, facts.get(number), new Lens(ofDay, false)));
                if (!facts.get(number).unknown().isEmpty()) {
                    session.insert(Case.of(number, facts.get(number), new Lens(ofDay, true)));
                }
            }
            session.fireAllRules(holding(setting));
        } finally {
            session.dispose();
        }
        return fold(facts, findings.hits());
    }

    private AgendaFilter holding(Setting setting) {
        var holds = new HashMap<String, Boolean>();
        return match -> holds.computeIfAbsent(match.getRule().getName(), name -> {
            var card = cards.get(name.split(" ", 2)[0]);
            return card != null && holds(card, setting);
        });
    }

    /** {@return whether a rule holds under a setting} */
    public boolean holds(RuleCard card, Setting setting) {
        return card.holdsOn(setting.asOf())
                && (!card.switchedOff() || setting.switchedOn().contains(card.id()))
                && !setting.switchedOff().contains(card.id());
    }

    private List<Judgement> fold(List<Facts> facts, List<Findings.Hit> hits) {
        var certain = new ArrayList<TreeSet<String>>();
        var possible = new ArrayList<TreeSet<String>>();
        facts.forEach(each -> {
            certain.add(new TreeSet<>());
            possible.add(new TreeSet<>());
        });
        hits.forEach(
                hit -> (hit.certain() ? certain : possible).get(hit.number()).add(hit.rule()));
        var judgements = new ArrayList<Judgement>();
        for (int number = 0; number < facts.size(); number++) {
            possible.get(number).removeAll(certain.get(number));
            judgements.add(judgement(facts.get(number), certain.get(number), possible.get(number)));
        }
        return judgements;
    }

    private Judgement judgement(Facts facts, Set<String> certain, Set<String> possible) {
        var findings = new TreeMap<String, Finding>();
        var unknown = facts.unknown();
        certain.forEach(id -> findings.put(id, new Finding(card(id), true, List.of())));
        possible.forEach(id -> findings.put(
                id,
                new Finding(
                        card(id),
                        false,
                        card(id).fields().stream()
                                .filter(unknown::contains)
                                .map(Field::word)
                                .toList())));
        var sorted = List.copyOf(findings.values());
        return new Judgement(Verdict.of(sorted), sorted);
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

    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** {@return the sources that rules cite, by key} */
    public Map<String, Source> sources() {
        return sources;
    }

    public List<Gap> gaps() {
        return gaps;
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
