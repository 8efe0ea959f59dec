package org.multipolar.catalog.read;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Patch.Verb;

/** Reads the number of a patch: what a figure is set to, or what it changes by. */
final class PatchNumbers {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);

    private final @Nullable String given;

    /**
     * @param given the number of patches that leave theirs out, or null where none may
     */
    PatchNumbers(@Nullable String given) {
        this.given = given;
    }

    /** {@return the number of a patch as written: what a figure is set to, or what it changes by} */
    String text(Verb verb, YamlNode yaml) {
        var key = verb == Verb.SET ? "to" : "by";
        var other = verb == Verb.SET ? "by" : "to";
        if (yaml.has(other)) {
            throw yaml.at(other).fault("(%s) has no place here.".formatted(other), "%s is meant.".formatted(key));
        }
        if (!yaml.has(key) && given != null) {
            return given;
        }
        yaml.at(key).number();
        return yaml.textAt(key);
    }

    long millionths(Verb verb, YamlNode yaml) {
        var number = new BigDecimal(text(verb, yaml));
        if ((verb != Verb.ADD && number.signum() < 0) || number.abs().compareTo(MOST) > 0) {
            throw yaml.fault("(%s) is below zero or too large.".formatted(number), null);
        }
        try {
            return number.movePointRight(6).longValueExact();
        } catch (ArithmeticException tooFine) {
            throw yaml.fault("(%s) has more than six decimals.".formatted(number), null);
        }
    }

    long whole(Verb verb, YamlNode yaml) {
        try {
            return new BigDecimal(text(verb, yaml)).longValueExact();
        } catch (ArithmeticException fraction) {
            throw yaml.fault("a whole number is expected here.", null);
        }
    }

    long percent(Verb verb, YamlNode yaml) {
        long percent = whole(verb, yaml);
        if (percent < -100 || percent > 100 || (verb == Verb.SET && percent < 0)) {
            throw yaml.fault("(%d) is no percentage.".formatted(percent), null);
        }
        return percent;
    }
}
