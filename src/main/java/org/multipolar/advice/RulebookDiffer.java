package org.multipolar.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.multipolar.catalog.Question;
import org.multipolar.rulebook.CaseFile;
import org.multipolar.rulebook.Facts;
import org.multipolar.rulebook.Rulebook;
import org.multipolar.rulebook.RulebookChanges;

/** Says which verdicts and mixes move between a snapshot's rulebook and another. */
public final class RulebookDiffer {

    private final Snapshot old;
    private final Snapshot fresh;
    private final MixDiffer mixes;
    private final Consumer<String> progress;

    /**
     * @param progress told what is being done, in a sentence each
     */
    public RulebookDiffer(Snapshot old, Rulebook fresh, MixDiffer mixes, Consumer<String> progress) {
        this.old = old;
        this.fresh = old.with(fresh);
        this.mixes = mixes;
        this.progress = progress;
    }

    /**
     * {@return what moves for the snapshot's buyers on a day, and for the cases each on its own}
     *
     * @param cases the case files of both folders; facts that both hold count once
     */
    public RulebookDiff diff(List<CaseFile> cases, LocalDate asOf) {
        var changes = RulebookChanges.between(old.rulebook(), fresh.rulebook());
        var distinct = distinct(cases);
        return new RulebookDiff(
                        asOf.toString(),
                        "",
                        old.rulebook().digest(),
                        fresh.rulebook().digest(),
                        changes,
                        distinct.size(),
                        changes.matter() ? shifts(distinct) : List.of(),
                        buyers(changes, asOf),
                        later(changes, asOf))
                .worded();
    }

    private List<BuyerDiff> buyers(RulebookChanges changes, LocalDate asOf) {
        var differ = new BuyerDiffer(old, fresh, mixes, progress);
        return old.buyers().values().stream()
                .map(buyer -> changes.matter()
                        ? differ.diff(new Question(buyer, asOf, List.of()))
                        : BuyerDiffer.unmoved(old.world(), buyer))
                .toList();
    }

    /** What makes two cases the same to a rulebook. */
    private record Asked(Facts facts, Rulebook.Setting setting) {}

    private static Map<Asked, String> distinct(List<CaseFile> files) {
        var distinct = new LinkedHashMap<Asked, String>();
        for (var file : files) {
            for (var each : file.cases()) {
                var setting = new Rulebook.Setting(each.asOf(), Set.of(), each.switchedOn());
                distinct.putIfAbsent(new Asked(each.facts(), setting), file.file() + ": " + each.id());
            }
        }
        return distinct;
    }

    private List<VerdictShift> shifts(Map<Asked, String> cases) {
        progress.accept("Judging the cases of both folders under both rulebooks.");
        var bySetting = new LinkedHashMap<Rulebook.Setting, List<Asked>>();
        cases.keySet().forEach(asked -> bySetting
                .computeIfAbsent(asked.setting(), any -> new ArrayList<>())
                .add(asked));
        var shifts = new VerdictShifts();
        bySetting.forEach((setting, asked) -> {
            var facts = asked.stream().map(Asked::facts).toList();
            var before = old.rulebook().judge(facts, setting);
            var after = fresh.rulebook().judge(facts, setting);
            for (int i = 0; i < asked.size(); i++) {
                var name = cases.getOrDefault(asked.get(i), "");
                shifts.note(new VerdictShift.Example(name, setting.asOf().toString()), before.get(i), after.get(i));
            }
        });
        return shifts.list();
    }

    private static List<RulebookDiff.Later> later(RulebookChanges changes, LocalDate asOf) {
        var later = new TreeMap<LocalDate, Collection<String>>();
        changes.rules().forEach(rule -> note(later, rule.days(), rule.id()));
        changes.parameters().forEach(parameter -> note(later, parameter.days(), parameter.id()));
        return later.tailMap(asOf, false).entrySet().stream()
                .map(entry -> new RulebookDiff.Later(entry.getKey().toString(), List.copyOf(entry.getValue())))
                .toList();
    }

    private static void note(Map<LocalDate, Collection<String>> later, List<String> days, String id) {
        days.forEach(day -> later.computeIfAbsent(LocalDate.parse(day), any -> new TreeSet<>())
                .add(id));
    }
}
