package org.multipolar.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multipolar.rulebook.Finding;
import org.multipolar.rulebook.Judgement;
import org.multipolar.rulebook.Verdict;

/** Gathers judgements before and after a change, and groups those that differ by the verdicts they go between. */
final class VerdictShifts {

    private static final int MOST_EXAMPLES = 5;

    private final Map<Way, Group> groups =
            new TreeMap<>(Comparator.comparing(Way::from).thenComparing(Way::to));

    private record Way(Verdict from, Verdict to) {}

    private static final class Group {
        private int count;
        private final Map<String, Integer> appear = new TreeMap<>();
        private final Map<String, Integer> vanish = new TreeMap<>();
        private final Map<String, Integer> alter = new TreeMap<>();
        private final List<VerdictShift.Example> examples = new ArrayList<>();
    }

    /** Notes one; nothing comes of it where both judgements say the same. */
    void note(VerdictShift.Example example, Judgement old, Judgement fresh) {
        var before = acts(old);
        var after = acts(fresh);
        if (old.verdict() == fresh.verdict() && before.equals(after)) {
            return;
        }
        var group = groups.computeIfAbsent(new Way(old.verdict(), fresh.verdict()), any -> new Group());
        group.count++;
        if (group.examples.size() < MOST_EXAMPLES) {
            group.examples.add(example);
        }
        var ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (var id : ids) {
            var was = before.get(id);
            var is = after.get(id);
            if (!java.util.Objects.equals(was, is)) {
                var counts = was == null ? group.appear : is == null ? group.vanish : group.alter;
                counts.merge(id, 1, Integer::sum);
            }
        }
    }

    /** {@return the groups, the strictest old verdict first} */
    List<VerdictShift> list() {
        var shifts = new ArrayList<VerdictShift>();
        groups.forEach((way, group) -> shifts.add(new VerdictShift(
                way.from().word(),
                way.to().word(),
                group.count,
                group.appear,
                group.vanish,
                group.alter,
                group.examples)));
        return shifts;
    }

    /** {@return what each finding does, by rule id, with a question mark where it is open} */
    private static Map<String, String> acts(Judgement judgement) {
        var acts = new TreeMap<String, String>();
        judgement.findings().forEach(each -> acts.put(each.rule().id() + (each.certain() ? "" : "?"), act(each)));
        return acts;
    }

    private static String act(Finding finding) {
        var rule = finding.rule();
        return rule.effect().word() + rule.baseline() + rule.weight() + rule.bounds();
    }
}
