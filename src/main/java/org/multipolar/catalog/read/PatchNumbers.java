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
            throw numberAt(verb, yaml)
                    .fault("(%s) is below zero or too large.".formatted(number), "add is meant, or another unit.");
        }
        try {
            return number.movePointRight(6).longValueExact();
        } catch (ArithmeticException tooFine) {
            throw numberAt(verb, yaml)
                    .fault("(%s) has more than six decimals.".formatted(number), "fewer decimals do.");
        }
    }

    long whole(Verb verb, YamlNode yaml) {
        var number = text(verb, yaml);
        try {
            return new BigDecimal(number).longValueExact();
        } catch (ArithmeticException fraction) {
            throw numberAt(verb, yaml).fault("(%s) is not a whole number.".formatted(number), "scale is meant.");
        }
    }

    long percent(Verb verb, YamlNode yaml) {
        long percent = whole(verb, yaml);
        if (percent < -100 || percent > 100 || (verb == Verb.SET && percent < 0)) {
            throw numberAt(verb, yaml)
                    .fault("(%d) is no percentage.".formatted(percent), "the weights of all criteria sum to 100.");
        }
        return percent;
    }

    /** {@return where a number stands; the whole patch where it is given from outside} */
    private static YamlNode numberAt(Verb verb, YamlNode yaml) {
        var at = yaml.atOrNull(verb == Verb.SET ? "to" : "by");
        return at == null ? yaml : at;
    }
}
