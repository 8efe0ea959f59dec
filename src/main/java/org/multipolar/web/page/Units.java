package org.multipolar.web.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.multipolar.web.language.Tongue;

/** Says the codes of the country index: units, scores, tiers, and places such as "2 of 57". */
final class Units {

    private final Tongue tongue;

    Units(Tongue tongue) {
        this.tongue = tongue;
    }

    /** {@return a unit's name; in English its own, elsewhere that of CLDR where it has one} */
    String name(String code, String own) {
        return tongue.equals(Tongue.ENGLISH) ? own : tongue.country(code).orElse(own);
    }

    /** {@return a unit's name as it stands in a sentence} */
    String the(String code, String own) {
        var name = name(code, own);
        boolean article =
                tongue.equals(Tongue.ENGLISH) && (name.startsWith("United ") || name.startsWith("European Union"));
        return article ? "the " + name : name;
    }

    /** {@return a unit's name as it stands at the beginning of a sentence} */
    String first(String code, String own) {
        var name = the(code, own);
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** {@return what a score is of: an enabler, or making, serving, overall} */
    String score(String id) {
        return tongue.code("enabler", id);
    }

    /** {@return a tier's name; that of the method's file where it is none of ours} */
    String tier(@Nullable String name) {
        if (name == null) {
            return "";
        }
        var code = name.replace(' ', '-');
        var said = tongue.code("countries.tier", code);
        return said.equals(code) ? name : said;
    }

    /** {@return a place such as "2 of 38" in the reader's words} */
    String place(String place) {
        var parts = place.split(" of ", 2);
        return parts.length < 2 ? place : tongue.say("countries.place-of", parts[0], parts[1]);
    }

    /** {@return how many indicators are known, which answers write "3 of 4"} */
    String known(String count) {
        var parts = count.split(" of ", 2);
        return parts.length < 2 ? count : tongue.say("countries.known-of", parts[0], parts[1]);
    }

    String direction(boolean higherIsBetter) {
        return tongue.say(higherIsBetter ? "countries.higher-is-better" : "countries.lower-is-better");
    }

    /** {@return the same for the words that answers carry} */
    String direction(String words) {
        return direction(words.startsWith("higher"));
    }

    /** {@return how a figure was come by} */
    String quality(String word) {
        return tongue.code("countries.quality", word);
    }
}
