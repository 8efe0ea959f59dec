package org.multipolar.bench;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.multipolar.rulebook.Facts;
import org.multipolar.rulebook.Field;
import org.multipolar.rulebook.Judgement;
import org.multipolar.rulebook.Rulebook;
import org.multipolar.rulebook.Rulebook.Setting;
import org.multipolar.rulebook.RulebookReader;

/** Our rulebook, whole: from facts to verdicts with findings. */
record Ours(Rulebook rulebook) implements Contestant {

    private static final Setting SETTING = Setting.of(LocalDate.of(2026, 11, 22));

    static Ours of(List<RaceRule> rules, Words words) {
        return new Ours(RulebookReader.read(HouseForm.folder(rules, words)).orThrow());
    }

    @Override
    public String name() {
        return "multipolar";
    }

    @Override
    public Lap lap(List<Map<Field, List<String>>> candidates) {
        var facts = candidates.stream().map(Ours::facts).toList();
        return () -> {
            var judgements = rulebook.judge(facts, SETTING);
            return () -> judgements.stream().map(Ours::ids).toList();
        };
    }

    /** The others know no unknown, so what rules never ask for is stated too: nothing is left open. */
    private static Facts facts(Map<Field, List<String>> candidate) {
        var values = new EnumMap<Field, List<String>>(candidate);
        for (var field : Field.values()) {
            if (field != Field.AS_OF && !field.absentMeansNone()) {
                values.putIfAbsent(
                        field,
                        List.of(
                                switch (field.kind()) {
                                    case TEXT, TAGS -> "any";
                                    case DAY -> "2026-01-01";
                                    case AMOUNT -> "1e24";
                                }));
            }
        }
        return new Facts(values);
    }

    private static List<String> ids(Judgement judgement) {
        return judgement.findings().stream().map(finding -> finding.rule().id()).toList();
    }
}
