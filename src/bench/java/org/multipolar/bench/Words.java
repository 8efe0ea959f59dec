package org.multipolar.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multipolar.rulebook.Field;

/** The values each field can take, as many as in the shipped profiles or so, and the lists that rules ask for. */
final class Words {

    private static final int TAGS_AT_MOST = 4;
    private static final Map<Field, Integer> SIZES = new EnumMap<>(Map.ofEntries(
            Map.entry(Field.OPERATING_COUNTRY, 30),
            Map.entry(Field.BUYER_SEAT, 30),
            Map.entry(Field.BUYER_OWNERSHIP, 6),
            Map.entry(Field.BUYER_TYPE, 6),
            Map.entry(Field.DATA_SENSITIVITY, 5),
            Map.entry(Field.SECTOR, 12),
            Map.entry(Field.AUDIENCE, 4),
            Map.entry(Field.SUPPLIER, 40),
            Map.entry(Field.SUPPLIER_ORIGIN, 20),
            Map.entry(Field.PARENT_ORIGIN, 20),
            Map.entry(Field.HOST, 25),
            Map.entry(Field.HOST_ORIGIN, 20),
            Map.entry(Field.SERVING_COUNTRY, 30),
            Map.entry(Field.ACCESS_MODE, 5),
            Map.entry(Field.OPENNESS, 4),
            Map.entry(Field.LICENCE, 15),
            Map.entry(Field.BASE_LINEAGE, 10),
            Map.entry(Field.USE_CASE, 12),
            Map.entry(Field.FLAGS, 12)));

    private final Map<Field, List<String>> words = new EnumMap<>(Field.class);
    private final Map<Field, Map<String, List<String>>> lists = new EnumMap<>(Field.class);

    Words(Random random) {
        SIZES.forEach((field, size) -> {
            words.put(field, vocabulary(size, random));
            if (!tags(field)) {
                var named = new TreeMap<String, List<String>>();
                for (var suffix : List.of("-few", "-some", "-many")) {
                    int length = Math.max(1, size * (1 + named.size()) / 5);
                    named.put(field.word().replace('_', '-') + suffix, some(of(field), length, random));
                }
                lists.put(field, named);
            }
        });
    }

    /** {@return the fields that rules may ask for, in a fixed order} */
    static List<Field> fields() {
        return List.copyOf(SIZES.keySet());
    }

    static boolean tags(Field field) {
        return field.kind() == Field.Kind.TAGS;
    }

    List<String> of(Field field) {
        return words.getOrDefault(field, List.of());
    }

    /** {@return the lists of a field by name; none for tags} */
    Map<String, List<String>> lists(Field field) {
        return lists.getOrDefault(field, Map.of());
    }

    /** {@return a random value; of tags up to four, maybe none} */
    List<String> value(Field field, Random random) {
        var all = of(field);
        return tags(field)
                ? some(all, random.nextInt(TAGS_AT_MOST + 1), random)
                : List.of(all.get(random.nextInt(all.size())));
    }

    /** {@return how often a random value meets a condition} */
    double chance(Condition condition) {
        double size = of(condition.field()).size();
        return switch (condition.question()) {
            case NAMED, WITHIN -> condition.words().size() / size;
            case OTHER_THAN, OUTSIDE -> 1 - condition.words().size() / size;
            case HAS -> TAGS_AT_MOST / 2.0 / size;
            case LACKS -> 1 - TAGS_AT_MOST / 2.0 / size;
        };
    }

    private static List<String> vocabulary(int size, Random random) {
        var words = new TreeSet<String>();
        while (words.size() < size) {
            var word = new StringBuilder();
            for (int letters = 2 + random.nextInt(11); letters > 0; letters--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words.add(word.toString().toLowerCase(Locale.ROOT));
        }
        return List.copyOf(words);
    }

    private static List<String> some(List<String> all, int count, Random random) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count).stream().sorted().toList();
    }
}
