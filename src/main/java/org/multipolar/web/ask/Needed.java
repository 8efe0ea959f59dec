package org.multipolar.web.ask;

import org.multipolar.catalog.BadInput;

/** Fields that cannot be left empty. */
final class Needed {

    private Needed() {}

    static String text(String field, String text) {
        if (text.isEmpty()) {
            throw missing(field);
        }
        return text;
    }

    static Object scalar(String field, String text) {
        return Profile.scalar(text(field, text));
    }

    static BadInput missing(String field) {
        return new BadInput("request", 0, field, "nothing is filled in here.", null);
    }
}
