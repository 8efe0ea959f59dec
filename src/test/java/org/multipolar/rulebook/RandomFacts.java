package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.multipolar.Shipped;

/** Seeded fact sets near the shipped cases, where rules turn. */
final class RandomFacts {

    static final Map<Field, List<String>> SEEN = seen();

    private RandomFacts() {}

    /** {@return what the shipped cases say of each field, so that random facts hit rules often} */
    private static Map<Field, List<String>> seen() {
        var seen = new EnumMap<Field, TreeSet<String>>(Field.class);
        Shipped.caseFiles().forEach(file -> file.cases()
                .forEach(each -> each.facts().values().forEach((field, values) -> seen.computeIfAbsent(
                                field, any -> new TreeSet<>())
                        .addAll(values))));
        var lists = new EnumMap<Field, List<String>>(Field.class);
        seen.forEach((field, values) ->
                lists.put(field, List.copyOf(values).stream().sorted().toList()));
        lists.put(Field.REACH, List.of("sells", "restricted", "does-not-sell", "not-stated", "not-asked"));
        return lists;
    }

    static List<Facts> near(long seed, int count) {
        var random = new Random(seed);
        var cases = new ArrayList<Facts>();
        Shipped.caseFiles().forEach(file -> file.cases().forEach(each -> cases.add(each.facts())));
        var facts = new ArrayList<Facts>();
        for (int i = 0; i < count; i++) {
            facts.add(mutated(cases.get(random.nextInt(cases.size())), random));
        }
        return facts;
    }

    /** {@return facts near a case, where rules turn: some fields forgotten, some replaced} */
    private static Facts mutated(Facts near, Random random) {
        var values = new EnumMap<Field, List<String>>(Field.class);
        values.putAll(near.values());
        for (int changes = random.nextInt(6); changes > 0; changes--) {
            var fields = List.copyOf(SEEN.keySet()).stream().sorted().toList();
            var field = fields.get(random.nextInt(fields.size()));
            if (random.nextInt(3) == 0) {
                values.remove(field);
            } else if (field.kind() == Field.Kind.TAGS) {
                values.put(
                        field,
                        new TreeSet<>(List.of(pick(field, random), pick(field, random), pick(field, random)))
                                .stream().sorted().toList());
            } else {
                values.put(field, List.of(pick(field, random)));
            }
        }
        return new Facts(values);
    }

    static String pick(Field field, Random random) {
        var values = SEEN.getOrDefault(field, List.of("x"));
        return random.nextInt(10) == 0 && field.kind() == Field.Kind.TEXT
                ? "never-heard-of"
                : values.get(random.nextInt(values.size()));
    }
}
