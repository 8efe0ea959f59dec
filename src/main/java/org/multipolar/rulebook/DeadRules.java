package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds rules that no facts make fire, on any of their days. */
final class DeadRules {

    private final Timeline timeline;

    DeadRules(Timeline timeline) {
        this.timeline = timeline;
    }

    List<Remark> among(List<Provision> provisions) {
        var remarks = new ArrayList<Remark>();
        for (var provision : provisions) {
            if (provision.window().empty()) {
                remarks.add(remark(
                        provision,
                        "its last day (%s) lies before its first (%s).\nMaybe the two dates changed places."
                                .formatted(
                                        provision.window().until(),
                                        provision.window().from())));
            } else if (dead(provision)) {
                remarks.add(remark(
                        provision,
                        "these conditions never hold together: %s.\nMaybe one was copied from another rule, or a || is meant."
                                .formatted(clash(provision))));
            }
        }
        return remarks;
    }

    private boolean dead(Provision provision) {
        return timeline.spells(provision.window(), provision).stream()
                .noneMatch(day -> timeline.on(day).holds(provision.when()));
    }

    /** {@return as few of its conditions as clash, on all of its days} */
    private String clash(Provision provision) {
        var left = new ArrayList<>(provision.rule().when().parts());
        var days = timeline.spells(provision.window(), provision);
        for (var part : provision.rule().when().parts()) {
            var fewer = new ArrayList<>(left);
            fewer.remove(part);
            if (days.stream().allMatch(day -> timeline.on(day).witness(fewer) == null)) {
                left = fewer;
            }
        }
        return left.stream().map(Condition::text).collect(Collectors.joining(" and "));
    }

    private static Remark remark(Provision provision, String what) {
        var name = provision.rule().name().equals(provision.id())
                ? ""
                : "(%s): ".formatted(provision.rule().name());
        return new Remark(
                Remark.Kind.NEVER_FIRES,
                provision.id(),
                "",
                provision.rule().file(),
                provision.rule().line(),
                name + what);
    }
}
