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

    public boolean priced() {
        return inputPrice != null && outputPrice != null;
    }
}
