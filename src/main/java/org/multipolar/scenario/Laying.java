package org.multipolar.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Circumstances;
import org.multipolar.catalog.Circumstances.Named;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.enabler.Index;
import org.multipolar.enabler.Scorer;

/** Lays one patch after the other; belongs to one thread. */
final class Laying {

    /**
     * What came of a patch.
     *
     * @param why why it did nothing, or empty
     */
    record Done(int touched, String why) {

        static Done of(int touched, String whyNone) {
            return new Done(touched, touched == 0 ? whyNone : "");
        }
    }

    private final Snapshot snapshot;
    private final Question question;
    private final WorldEdit world;
    private final PolicyEdit policy;
    private final DemandEdit demands;
    private final Map<String, LimitClause> limits = new TreeMap<>();
    private final List<LimitClause> order = new ArrayList<>();
    private final Set<String> without;
    private final Map<String, String> switchedOff;
    private final Set<String> rulesOn;
    private final Map<String, LocalDate> rulesFrom;
    private final List<Circumstances.Barrier> barriers = new ArrayList<>();

    /**
     * @param question about the day that the scenarios ask about
     */
    Laying(Snapshot snapshot, Question question) {
        this.snapshot = snapshot;
        this.question = question;
        var buyer = question.buyer();
        this.world = new WorldEdit(snapshot.world(), buyer);
        this.policy = new PolicyEdit(buyer.policy().weights());
        this.demands = new DemandEdit(buyer.demands());
        buyer.limits().forEach(this::bind);
        this.without = new TreeSet<>(question.withoutRules());
        this.switchedOff = new TreeMap<>(buyer.policy().switchedOff());
        this.rulesOn = new TreeSet<>(question.circumstances().rulesOn());
        this.rulesFrom = new TreeMap<>(question.circumstances().rulesFrom());
        this.barriers.addAll(question.circumstances().barriers());
    }

    Done lay(Scenario scenario, Patch patch) {
        if (patch instanceof Patch.Indicators change) {
            return world.indicators(change);
        } else if (patch instanceof Patch.Shock shock) {
            return world.shock(shock);
        } else if (patch instanceof Patch.Prices change) {
            return world.prices(change);
        } else if (patch instanceof Patch.Fact fact) {
            return world.fact(fact);
        } else if (patch instanceof Patch.NewOffer added) {
            return world.add(added.offer());
        } else if (patch instanceof Patch.Remove remove) {
            return world.remove(remove);
        } else if (patch instanceof Patch.CriterionWeight change) {
            return policy.weight(change);
        } else if (patch instanceof Patch.Demands change) {
            return demands.change(change);
        } else if (patch instanceof Patch.Bound bound) {
            return bound(bound.limit());
        } else if (patch instanceof Patch.Unbound unbound) {
            return unbound(unbound.limits());
        } else if (patch instanceof Patch.Rules rules) {
            return rules(rules);
        } else if (patch instanceof Patch.AsOf asOf) {
            return Done.of(
                    asOf.day().equals(question.asOf()) ? 1 : 0,
                    "a later patch asks about %s".formatted(question.asOf()));
        }
        barriers.add(new Circumstances.Barrier(new Named(scenario.id(), scenario.title()), patch));
        return new Done(0, "");
    }

    private void bind(LimitClause limit) {
        var old = limits.put(limit.id(), limit);
        if (old == null) {
            order.add(limit);
        } else {
            order.set(order.indexOf(old), limit);
        }
    }

    private Done bound(LimitClause limit) {
        var demand = limit.demand();
        if (demand != null && !demands.has(demand)) {
            return new Done(0, "the buyer has no demand (%s)".formatted(demand));
        }
        var region = limit.region();
        if (region != null && !demands.hasRegion(region)) {
            return new Done(0, "the buyer has no demand in the region (%s)".formatted(region));
        }
        if (limit.equals(limits.get(limit.id()))) {
            return new Done(0, "the buyer has this limit already");
        }
        bind(limit);
        return new Done(1, "");
    }

    private Done unbound(List<String> ids) {
        int gone = 0;
        for (var id : ids) {
            var old = limits.remove(id);
            if (old != null) {
                order.remove(old);
                gone++;
            }
        }
        return Done.of(gone, "the buyer has no limit called %s".formatted(String.join(" or ", ids)));
    }

    private Done rules(Patch.Rules patch) {
        int touched = 0;
        for (var id : patch.rules()) {
            var before = standing(id);
            var card = snapshot.rulebook().card(id);
            var date = patch.date();
            switch (patch.ruling()) {
                case OFF -> {
                    without.add(id);
                    rulesOn.remove(id);
                }
                case ON -> {
                    without.remove(id);
                    switchedOff.remove(id);
                    if (card.switchedOff()) {
                        rulesOn.add(id);
                    }
                }
                case FROM -> {
                    without.remove(id);
                    if (card.switchedOff()) {
                        rulesOn.add(id);
                    }
                    if (date != null && !date.equals(card.from())) {
                        rulesFrom.put(id, date);
                    } else {
                        rulesFrom.remove(id);
                    }
                }
            }
            touched += before.equals(standing(id)) ? 0 : 1;
        }
        return Done.of(
                touched,
                switch (patch.ruling()) {
                    case OFF -> "the rules are left out already";
                    case ON -> "the rules are not switched off";
                    case FROM -> "the rules hold from that day already";
                });
    }

    private List<Object> standing(String rule) {
        return List.of(
                without.contains(rule),
                rulesOn.contains(rule),
                switchedOff.containsKey(rule),
                String.valueOf(rulesFrom.get(rule)));
    }

    Applied laid(List<Scenario> stack, List<Applied.PatchEffect> effects, String digest) {
        var buyer = question.buyer();
        var changed = buyer.with(buyer.policy().with(policy.weights(), switchedOff), order, demands.all());
        var holding = stack.stream()
                .filter(each -> each.holdsOn(question.asOf()))
                .map(each -> new Named(each.id(), each.title()))
                .toList();
        var circumstances = new Circumstances(holding, rulesOn, rulesFrom, barriers, digest);
        return new Applied(
                snapshotChanged(), question.under(changed, question.asOf(), without, circumstances), effects);
    }

    private Snapshot snapshotChanged() {
        if (!world.changed()) {
            return snapshot;
        }
        var edited = world.edited();
        if (!world.figuresChanged()) {
            return snapshot.changed(edited, snapshot.indexes());
        }
        var indexes = new TreeMap<String, Index>();
        snapshot.indexes().forEach((id, index) -> indexes.put(id, Scorer.score(edited, index.method())));
        return snapshot.changed(edited, indexes);
    }
}
