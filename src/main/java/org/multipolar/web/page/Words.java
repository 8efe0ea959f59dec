package org.multipolar.web.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.World;
import org.multipolar.web.language.Tongue;

/** Says codes and numbers the way people read them. */
final class Words {

    private static final Map<String, String> PLACES = Map.of(
            "any-of", "one of several countries",
            "anywhere", "anywhere",
            "unknown", "place not stated",
            "in-region", "in its region",
            "choice", "the buyer's choice");

    private final World world;
    private final Tongue tongue;

    Words(World world, Tongue tongue) {
        this.world = world;
        this.tongue = tongue;
    }

    Tongue tongue() {
        return tongue;
    }

    static String percent(long tenThousandths) {
        return String.format(Locale.ROOT, "%.1f%%", tenThousandths / 100.0);
    }

    static String usd(long micro) {
        // Cut off, not rounded, as on the command line, so that parts add up to their sum.
        return String.format(Locale.ROOT, "%,d", micro / 1_000_000);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String score(@Nullable Double value) {
        return value == null ? "unknown" : String.format(Locale.ROOT, "%.2f", value);
    }

    /** {@return a country's or bloc's name, or the code where the world has none} */
    String country(String code) {
        var country = world.countries().get(code);
        var own = country == null ? code : country.name();
        return tongue.equals(Tongue.ENGLISH) ? own : tongue.country(code).orElse(own);
    }

    /** {@return a place in words: up to three countries by name} */
    String place(String place) {
        var said = PLACES.get(place);
        if (said != null) {
            return said;
        }
        var codes = place.split("\\+", -1);
        return codes.length <= 3
                ? Arrays.stream(codes).map(this::country).collect(Collectors.joining(", "))
                : "one of %d countries".formatted(codes.length);
    }

    /** {@return a country's name as it stands in a sentence} */
    String inSentence(String code) {
        var name = country(code);
        return name.startsWith("United ") || name.endsWith(" Union") ? "the " + name : name;
    }

    static String openness(String word) {
        return word.replace('-', ' ');
    }

    String region(String id) {
        var region = world.regions().get(id);
        return region == null ? id : region.name();
    }

    /** {@return what a loss names: a country, a supplier or an operator} */
    String lost(String kind, String id) {
        if (kind.equals("country")) {
            return country(id);
        }
        var supplier = world.suppliers().get(id);
        return kind.equals("supplier") && supplier != null ? supplier.name() : operator(id);
    }

    /** {@return an operator's name; a hall of the buyer's is said to be its own} */
    String operator(String id) {
        if (id.startsWith("site:")) {
            return "own hall " + id.substring("site:".length());
        }
        var host = world.hosts().get(id);
        return host != null && host.operator().equals(id) ? host.name() : id;
    }
}
