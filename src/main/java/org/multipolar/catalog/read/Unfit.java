package org.multipolar.catalog.read;

import org.jspecify.annotations.Nullable;

/**
 * Signs that no text may hold, although an escape of YAML or JSON can write them.
 *
 * <p>Half a surrogate pair has no UTF-8, so no digest; a database refuses zero; the byte order mark is invisible, so two ids
 * that look the same would not be.
 */
public final class Unfit {

    private Unfit() {}

    /** {@return the first such sign of a text, as U+XXXX; null where there is none} */
    public static @Nullable String sign(String text) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (Character.isHighSurrogate(sign)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(sign) || sign == 0 || sign == '\uFEFF') {
                return "U+%04X".formatted((int) sign);
            }
        }
        return null;
    }

    /** {@return what is wrong with a text that holds the sign} */
    public static String what(String sign) {
        return "the sign %s stands here, which is no text.".formatted(sign);
    }
}
