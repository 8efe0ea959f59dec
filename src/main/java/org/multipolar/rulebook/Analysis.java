package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at the rules without any candidate: which can do nothing, which pull apart, which wait to be checked again.
 *
 * <p>What it remarks is proven, on every day of a rule's window or on the day it names; what it cannot prove it leaves out.
 */
public final class Analysis {

    private Analysis() {}

    /** {@return what the rules' owner should look at, the gravest first; today decides only what is due} */
    public static List<Remark> of(Rulebook rulebook, LocalDate today) {
        var timeline = new Timeline(rulebook);
        var provisions = rulebook.rules().stream()
                .map(rule -> Provision.of(rule, rulebook.card(rule.id())))
                .toList();
        var remarks = new ArrayList<>(new DeadRules(timeline).among(provisions));
        var dead = new TreeSet<String>();
        remarks.forEach(remark -> dead.add(remark.id()));
        var masked = new MaskedRules(timeline).among(without(dead, provisions));
        masked.forEach(remark -> dead.add(remark.id()));
        remarks.addAll(masked);
        remarks.addAll(new Contradictions(timeline, rulebook).among(without(dead, provisions)));
        remarks.addAll(new Reviews(rulebook, today).due());
        return remarks.stream().sorted().toList();
    }

    private static List<Provision> without(Set<String> ids, List<Provision> provisions) {
        return provisions.stream().filter(each -> !ids.contains(each.id())).toList();
    }
}
