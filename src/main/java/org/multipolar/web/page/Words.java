package org.multipolar.web.page;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.multipolar.catalog.World;
import org.multipolar.web.language.Tongue;

/** Says codes and numbers the way people read them. */
final class Words {

    private static final Set<String> PLACES = Set.of("any-of", "anywhere", "unknown", "in-region", "choice");
    private static final int NAMED = 3;

    private final World world;
    private final Tongue tongue;

    Words(World world, Tongue tongue) {
        this.world = world;
        this.tongue = tongue;
    }

    Tongue tongue() {
        return tongue;
    }

    /** {@return a message; names that run the other way do so by themselves, and not with what stands beside them} */
    String say(String key, Object... arguments) {
        return tongue.say(key, Arrays.stream(arguments).map(tongue::apart).toArray());
    }

    /** {@return a code of a closed list in words, such as a verdict; the code itself where it has none} */
    String code(String area, String code) {
        return tongue.code(area, code);
    }

    /** {@return a share of whole percent} */
    String share(long percent) {
        return tongue.percent(percent);
    }

    /** {@return ten-thousandths as percent} */
    String parts(long tenThousandths) {
        return tongue.tenThousandths(tenThousandths);
    }

    /** {@return micro-USD as whole dollars, without the currency} */
    String money(long micro) {
        return tongue.usd(micro);
    }

    /** {@return micro-USD as dollars with all their decimals: prices of a million tokens are small} */
    String fineMoney(long micro) {
        var usd = BigDecimal.valueOf(micro, 6).stripTrailingZeros();
        return tongue.decimal(usd.doubleValue(), Math.max(0, usd.scale()));
    }

    String number(long number) {
        return tongue.number(number);
    }

    /** {@return a day written YYYY-MM-DD} */
    String day(String day) {
        return tongue.day(day);
    }

    /** {@return a country's or bloc's name, or the code where the world has none} */
    String country(String code) {
        var country = world.countries().get(code);
        var own = country == null ? code : country.name();
        return tongue.equals(Tongue.ENGLISH) ? own : tongue.country(code).orElse(own);
    }

    /** {@return a place in words: up to three countries by name} */
    String place(String place) {
        if (PLACES.contains(place)) {
            return code("place", place);
        }
        if (place.isEmpty()) {
            return code("place", "unknown");
        }
        // Mixes in short part the countries by blanks.
        var codes = place.split("[+ ]", -1);
        return codes.length <= NAMED
                ? Arrays.stream(codes).map(this::country).collect(Collectors.joining(", "))
                : say("place.one-of", codes.length);
    }

    /** {@return a country's name as it stands in a sentence} */
    String inSentence(String code) {
        var name = country(code);
        if (!tongue.equals(Tongue.ENGLISH)) {
            return name;
        }
        return name.startsWith("United ") || name.endsWith(" Union") ? "the " + name : name;
    }

    /** {@return whether weights are open, in words} */
    String open(String openness) {
        return code("openness", openness);
    }

    String region(String id) {
        var region = world.regions().get(id);
        if (region == null) {
            return id;
        }
        return tongue.equals(Tongue.ENGLISH)
                ? region.name()
                : tongue.country(region.country()).orElse(region.name());
    }

    /** {@return the name of a model; the id where the world has none} */
    String model(String id) {
        var model = world.models().get(id);
        return model == null ? id : model.name();
    }

    /** {@return the name of a model's maker; empty where the world has no such model} */
    String makerOf(String id) {
        var model = world.models().get(id);
        return model == null ? "" : lost("supplier", model.supplier());
    }

    /** {@return an offer as people say it: the model by name, and where it is had by its id} */
    String offer(String id) {
        int at = id.indexOf('@');
        return at < 0 ? model(id) : say("words.offer", model(id.substring(0, at)), hall(id.substring(at + 1)));
    }

    private String hall(String id) {
        return id.startsWith("site:") ? operator(id) : id;
    }

    /** {@return what a loss names: a country, a supplier or an operator} */
    String lost(String kind, String id) {
        if (kind.equals("country")) {
            return country(id);
        }
        var supplier = world.suppliers().get(id);
        return kind.equals("supplier") && supplier != null ? supplier.name() : operator(id);
    }

    /** {@return the same as it stands in a sentence} */
    String lostInSentence(String kind, String id) {
        return kind.equals("country") ? inSentence(id) : kind.equals("place") ? place(id) : lost(kind, id);
    }

    /** {@return an operator's name: a host's, a maker's, or that of a house with several hosts; a hall of the buyer's is said to be its own} */
    String operator(String id) {
        if (id.startsWith("site:")) {
            return say("words.own-hall", id.substring("site:".length()));
        }
        var host = world.hosts().get(id);
        if (host != null && host.operator().equals(id)) {
            return host.name();
        }
        var maker = world.suppliers().get(id);
        return maker == null ? code("operator", id) : maker.name();
    }
}
