package org.multipolar.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.ShareShift;

/** Says figures of limits in their units, gains and losses with their sign, and shares that move. */
final class Quantities {

    private static final long SMALL_MONEY = 1_000_000_000;

    private Quantities() {}

    /** {@return a figure of a limit in its unit, in the reader's language} */
    static String in(String unit, long figure, Words words) {
        return switch (unit) {
            case "percent" -> words.share(figure);
            case "percent at least of each" -> words.say("unit.lot", words.share(figure));
            // Small money is said to the last cent, as a limit on it may be.
            case "micro-USD" ->
                words.say("unit.usd", figure < SMALL_MONEY ? words.fineMoney(figure) : words.money(figure));
            case "suppliers" -> words.say("unit.suppliers", figure);
            case "contracts" -> words.say("unit.contracts", figure);
            case "origins" -> words.say("unit.origins", figure);
            case "Mtok" -> words.say("unit.mtok", words.number(figure));
            default -> words.number(figure) + (unit.isEmpty() ? "" : " " + unit);
        };
    }

    /** {@return a figure with at most or at least before it} */
    static String bounded(boolean most, String unit, long figure, Words words) {
        var quantity = in(unit, figure, words);
        return most ? words.say("unit.at-most", quantity) : words.say("unit.at-least", quantity);
    }

    /** {@return a gain or loss with its sign, or that nobody knows it} */
    static String signed(@Nullable Long score, Words words) {
        return score == null ? words.say("unit.not-proven") : (score > 0 ? "+" : "") + words.number(score);
    }

    /** {@return whole USD more or less, or that nobody knows it} */
    static String signedUsd(@Nullable Long micro, Words words) {
        return signed(micro == null ? null : Long.valueOf(micro / 1_000_000), words);
    }

    static List<String> moves(List<ShareShift> moves, Words words) {
        return moves.stream()
                .map(move -> words.say(
                        "words.move",
                        move.demand(),
                        words.offer(move.offer()),
                        words.place(move.servingCountry()),
                        words.share(move.from()),
                        words.share(move.to())))
                .toList();
    }
}
