package org.multipolar.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model at a host, with the places that may serve it and its price.
 *
 * @param places ISO codes of the countries that may serve it, sorted
 * @param inputPrice micro-USD per million input tokens, or null where nobody stated it
 * @param outputPrice micro-USD per million output tokens, or null where nobody stated it
 */
public record Offer(
        String id,
        String model,
        String host,
        List<String> places,
        Routing routing,
        @Nullable Long inputPrice,
        @Nullable Long outputPrice,
        String priceAsOf,
        List<String> sources,
        String note) {

    /** What a host promises about the place that serves a request. */
    public enum Routing {
        /** One named country. */
        IN_REGION("in-region"),
        /** The buyer picks one of the named countries. */
        CHOICE("choice"),
        /** Any of the named countries may serve a request. */
        ANY_OF("any-of"),
        /** No promise: any place in the world. */
        ANYWHERE("anywhere"),
        /** Nobody stated the place. */
        UNKNOWN("unknown");

        private final String word;

        Routing(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Offer {
        places = places.stream().sorted().toList();
        sources = List.copyOf(sources);
    }

    /** {@return what is wrong with places under a routing, or null} */
    public static @Nullable String placesAtOdds(Routing routing, List<String> places) {
        if (!places.isEmpty() && (routing == Routing.ANYWHERE || routing == Routing.UNKNOWN)) {
            return "(%s) goes with no place, yet %s stand here.".formatted(routing.word(), places);
        }
        return routing == Routing.IN_REGION && places.size() != 1
                ? "in-region needs exactly one place, not %s.".formatted(places)
                : null;
    }

    /** {@return the same at other prices, in micro-USD per million tokens; null where unknown} */
    public Offer priced(@Nullable Long input, @Nullable Long output) {
        return new Offer(id, model, host, places, routing, input, output, priceAsOf, sources, note);
    }

    /** {@return the same served elsewhere} */
    public Offer served(List<String> from, Routing promised) {
        return new Offer(id, model, host, from, promised, inputPrice, outputPrice, priceAsOf, sources, note);
    }

    public boolean priced() {
        return inputPrice != null && outputPrice != null;
    }
}
