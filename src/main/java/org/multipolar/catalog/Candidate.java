package org.multipolar.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Demand x offer x place: the thing rules judge and the optimiser buys.
 *
 * @param offer id of the catalogue's offer, or {@code MODEL@site:SITE} for an open model in a hall of the buyer's
 * @param places countries that may serve it; empty where nobody promises any
 * @param routing what is promised about the place
 * @param operator the party paid: the host's operator, or {@code site:SITE}
 * @param host id of the host, or {@code own-site}
 * @param hostOrigin country of the ultimate parent of whoever runs the endpoint
 * @param inputPrice micro-USD per million input tokens, or null where nobody stated it
 * @param outputPrice micro-USD per million output tokens, or null where nobody stated it
 */
public record Candidate(
        Demand demand,
        String offer,
        Model model,
        Supplier supplier,
        AccessMode access,
        String host,
        String operator,
        String hostOrigin,
        List<String> places,
        Offer.Routing routing,
        @Nullable Site site,
        @Nullable Long inputPrice,
        @Nullable Long outputPrice) {

    /** Who runs the model for the buyer. */
    public enum AccessMode {
        SUPPLIER_API("supplier-api"),
        MANAGED_CLOUD("managed-cloud"),
        SELF_HOSTED("self-hosted");

        private final String word;

        AccessMode(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Candidate {
        places = List.copyOf(places);
    }

    /** {@return the id within its demand: the offer, and the place where the buyer has a choice of one} */
    public String id() {
        return routing == Offer.Routing.CHOICE ? offer + "#" + place() : offer;
    }

    /** {@return the place in words: a country, several joined by +, or what is promised instead} */
    public String place() {
        return places.isEmpty() ? routing.word() : String.join("+", places);
    }

    public boolean placeStated() {
        return !places.isEmpty();
    }

    public boolean priced() {
        return inputPrice != null && outputPrice != null;
    }

    /** {@return the same at other prices, in micro-USD per million tokens} */
    public Candidate at(long input, long output) {
        return new Candidate(
                demand,
                offer,
                model,
                supplier,
                access,
                host,
                operator,
                hostOrigin,
                places,
                routing,
                site,
                input,
                output);
    }

    /** {@return micro-USD a month for the whole demand at this price; callers check that it is priced} */
    public long monthlyCost() {
        if (inputPrice == null || outputPrice == null) {
            throw new IllegalStateException("The candidate (%s) has no price to compute with.".formatted(id()));
        }
        return Math.addExact(
                Math.multiplyExact(demand.inputMtok(), inputPrice),
                Math.multiplyExact(demand.outputMtok(), outputPrice));
    }
}
