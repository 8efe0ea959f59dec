package org.multipolar.web.page;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Availability;
import org.multipolar.catalog.Host;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Reach;
import org.multipolar.catalog.World;
import org.multipolar.explain.SourceShown;
import org.multipolar.web.language.Tongue;

/** Says what the catalogue knows of makers, models, hosts and offers; what nobody stated is said to be unknown. */
public final class Supply {

    private static final int NAMED = 3;
    private static final int MICRO_DIGITS = 6;
    private static final int CENTS = 2;

    private final World world;
    private final Tongue tongue;
    private final Words words;

    Supply(World world, Tongue tongue) {
        this.world = world;
        this.tongue = tongue;
        this.words = new Words(world, tongue);
    }

    /**
     * Where a request is served.
     *
     * @param countries by name, where there are too many for a line; else empty
     */
    public record Served(String said, String countries) {}

    /**
     * One offer.
     *
     * @param input micro-USD per million input tokens, or empty where nobody stated it; output alike
     */
    public record OfferLine(
            String href,
            String id,
            String modelHref,
            String model,
            String host,
            String operator,
            String operatorCountry,
            Served served,
            String inputSaid,
            String input,
            String outputSaid,
            String output,
            String priceAsOf,
            List<LinkView> sources) {}

    /** A dated statement on where something is to be had; until is empty where nobody stated an end. */
    public record AvailabilityLine(
            String about,
            String href,
            String place,
            String status,
            String since,
            String until,
            String note,
            List<LinkView> sources) {}

    /** A statement on whom an operator sells to. */
    public record ReachLine(String place, String status, String note, List<LinkView> sources) {}

    World world() {
        return world;
    }

    Tongue tongue() {
        return tongue;
    }

    String unknown() {
        return tongue.say("suppliers.unknown");
    }

    /** {@return a country's name; everywhere for ZZ; unknown where nobody stated one} */
    String country(String code) {
        return switch (code) {
            case "" -> unknown();
            case "ZZ" -> tongue.say("suppliers.everywhere");
            case "EU27" -> words.country("EU");
            default -> words.country(code);
        };
    }

    String orUnknown(@Nullable String text) {
        return text == null || text.isEmpty() ? unknown() : text;
    }

    static String supplier(String id) {
        return "/suppliers/" + segment(id);
    }

    static String model(String id) {
        return "/models/" + segment(id);
    }

    static String offer(String id) {
        return "/offers/" + segment(id);
    }

    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("%40", "@");
    }

    /** {@return the sources with these ids; a list of ids parted by semicolons counts as one} */
    List<LinkView> sources(Collection<String> ids) {
        return ids.stream()
                .map(world.supplySources()::get)
                .filter(Objects::nonNull)
                .map(SourceShown::of)
                .map(LinkView::of)
                .toList();
    }

    Served served(Offer offer) {
        return served(offer.routing(), offer.places());
    }

    Served served(Offer.Routing routing, List<String> places) {
        var names = tongue.list(places.stream().map(this::country).sorted().toList());
        boolean many = places.size() > NAMED;
        var place = many ? tongue.say("suppliers.countries", places.size()) : names;
        var said =
                switch (routing) {
                    case ANYWHERE -> tongue.say("suppliers.routing-anywhere");
                    case UNKNOWN -> tongue.say("suppliers.routing-unknown");
                    case IN_REGION -> place;
                    case CHOICE ->
                        places.isEmpty()
                                ? tongue.say("suppliers.routing-own-place")
                                : tongue.say("suppliers.routing-choice", place);
                    case ANY_OF -> tongue.say("suppliers.routing-any-of", place);
                };
        return new Served(said, many ? names : "");
    }

    /** {@return micro-USD per million tokens as dollars, at least with cents} */
    String price(@Nullable Long micro) {
        if (micro == null) {
            return unknown();
        }
        var dollars = BigDecimal.valueOf(micro, MICRO_DIGITS).stripTrailingZeros();
        return tongue.decimal(dollars.doubleValue(), Math.max(CENTS, dollars.scale()));
    }

    static String bare(@Nullable Object number) {
        return number == null ? "" : number.toString();
    }

    OfferLine line(Offer offer) {
        var host = World.known(world.hosts(), offer.host());
        return new OfferLine(
                offer(offer.id()),
                offer.id(),
                model(offer.model()),
                World.known(world.models(), offer.model()).name(),
                host.name(),
                host.operator(),
                operatorCountry(host),
                served(offer),
                price(offer.inputPrice()),
                bare(offer.inputPrice()),
                price(offer.outputPrice()),
                bare(offer.outputPrice()),
                offer.priceAsOf(),
                sources(offer.sources()));
    }

    /** {@return the country of whoever runs a host; own halls have that of the buyer} */
    String operatorCountry(Host host) {
        return selfHosted(host) ? tongue.say("suppliers.own-country") : country(host.origin());
    }

    static boolean selfHosted(Host host) {
        return "self-hosted".equals(host.type());
    }

    AvailabilityLine line(Availability stated) {
        boolean ofOffer = !stated.offer().isEmpty();
        var supplier = world.suppliers().get(stated.supplier());
        return new AvailabilityLine(
                ofOffer ? stated.offer() : supplier == null ? stated.supplier() : supplier.name(),
                ofOffer
                        ? world.offers().containsKey(stated.offer()) ? offer(stated.offer()) : ""
                        : supplier(stated.supplier()),
                country(stated.place()),
                stated.status(),
                stated.since(),
                stated.until() == null ? "" : stated.until(),
                stated.note(),
                sources(List.of(stated.source())));
    }

    ReachLine line(Reach stated) {
        return new ReachLine(
                country(stated.place()), stated.status(), stated.note(), sources(List.of(stated.source())));
    }

    /** {@return how a model is opened, a word that messages know} */
    static String openness(Model model) {
        return model.openness().word();
    }
}
