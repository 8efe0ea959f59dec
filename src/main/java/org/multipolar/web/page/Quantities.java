package org.multipolar.web.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.ShareShift;

/** Says figures of limits in their units, gains and losses with their sign, and shares that move. */
final class Quantities {

    private Quantities() {}

    /** {@return a figure of a limit in its unit: percent, micro-USD, or a count of what the unit names} */
    static String in(String unit, long figure) {
        return switch (unit) {
            case "percent" -> figure + " %";
            case "micro-USD" -> Words.usd(figure) + " USD";
            case "" -> Words.count(figure);
            default ->
                Words.count(figure) + " "
                        + (figure == 1 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit);
        };
    }

    /** {@return a gain or loss with its sign, or "not proven" where nobody knows it} */
    static String signed(@Nullable Long score) {
        return score == null ? "not proven" : score == 0 ? "0" : String.format(Locale.ROOT, "%+,d", score);
    }

    /** {@return whole USD more or less, or "not proven" where nobody knows it} */
    static String signedUsd(@Nullable Long micro) {
        return signed(micro == null ? null : Long.valueOf(micro / 1_000_000));
    }

    static List<String> moves(List<ShareShift> moves, Words words) {
        return moves.stream()
                .map(move -> "%s: %s, served from %s, %d%% to %d%%"
                        .formatted(
                                move.demand(),
                                move.offer(),
                                words.place(move.servingCountry()),
                                move.from(),
                                move.to()))
                .toList();
    }
}
