package org.multipolar.web.ask;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Makes ids of titles. */
final class Ids {

    private static final int LONGEST = 40;

    private Ids() {}

    /**
     * {@return an id that nothing else has}
     *
     * @param usual what it is called where the title has no letter that an id can have
     */
    static String of(String title, Collection<String> taken, String usual) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var cut =
                plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).replaceAll("-$", "");
        var id = cut.isEmpty() ? usual : cut;
        var unique = id;
        for (int i = 2; taken.contains(unique); i++) {
            unique = id + "-" + i;
        }
        return unique;
    }
}
