package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Demand.DemandLanguage;
import org.multipolar.catalog.Evidence;
import org.multipolar.catalog.Model;

/** Turns a candidate into the facts that rules test: one set per operating country and possible place. */
public final class CandidateFacts {

    private final Buyer buyer;
    private final ReachTable reach;

    public CandidateFacts(Buyer buyer, ReachTable reach) {
        this.buyer = buyer;
        this.reach = reach;
    }

    /** {@return the facts; a candidate is lawful only if every one of these sets is} */
    public List<Facts> of(Candidate candidate) {
        var all = new ArrayList<Facts>();
        var places = candidate.places().isEmpty() ? List.of("") : candidate.places();
        for (var country : candidate.demand().operatingCountries()) {
            for (var place : places) {
                all.add(facts(candidate, country, place));
            }
        }
        return all;
    }

    private Facts facts(Candidate candidate, String country, String place) {
        var values = new EnumMap<Field, List<String>>(Field.class);
        buyerFacts(values, candidate);
        offerFacts(values, candidate);
        put(values, Field.OPERATING_COUNTRY, country);
        put(values, Field.SERVING_COUNTRY, place);
        if (!place.isEmpty()) {
            put(values, Field.SERVED_AT_HOME, place.equals(country) ? "yes" : "no");
        }
        put(values, Field.PLACE_STATED, place.isEmpty() ? "no" : "yes");
        put(values, Field.REACH, reach.status(candidate, country));
        return new Facts(values);
    }

    private void buyerFacts(Map<Field, List<String>> values, Candidate candidate) {
        var demand = candidate.demand();
        put(values, Field.BUYER_SEAT, buyer.seat());
        put(values, Field.BUYER_OWNERSHIP, buyer.ownership());
        put(values, Field.BUYER_TYPE, buyer.type());
        put(values, Field.DATA_SENSITIVITY, demand.dataSensitivity());
        put(values, Field.SECTOR, demand.sector());
        put(values, Field.AUDIENCE, demand.audience());
        put(values, Field.CRITICALITY, demand.critical() ? "critical" : "ordinary");
        values.put(Field.USE_CASE, demand.useCases());
        values.put(
                Field.LANGUAGE_REQUIRED,
                demand.languages().stream().map(DemandLanguage::code).toList());
        var flags = new TreeSet<>(buyer.flags());
        flags.addAll(demand.flags());
        buyer.evidence().stream()
                .filter(each -> each.covers(
                        demand.id(), candidate.operator(), candidate.supplier().id(), reach.asOf()))
                .map(Evidence::flag)
                .forEach(flags::add);
        values.put(Field.FLAGS, List.copyOf(flags));
    }

    private static void offerFacts(Map<Field, List<String>> values, Candidate candidate) {
        var model = candidate.model();
        put(values, Field.SUPPLIER, candidate.supplier().id());
        put(values, Field.SUPPLIER_ORIGIN, candidate.supplier().origin());
        put(values, Field.PARENT_ORIGIN, candidate.supplier().parentOrigin());
        put(values, Field.HOST, candidate.site() == null ? candidate.operator() : "own-site");
        put(values, Field.HOST_ORIGIN, candidate.hostOrigin());
        put(values, Field.ACCESS_MODE, candidate.access().word());
        put(values, Field.OPENNESS, openness(model));
        put(values, Field.LICENCE, model.licence().equals("unknown") ? "" : model.licence());
        put(values, Field.MODEL_FAMILY, model.id());
        put(values, Field.MODALITY, modality(model));
        put(values, Field.MODEL_RELEASE_DATE, model.released() == null ? "" : model.released());
        if (!model.lineage().isEmpty()) {
            values.put(Field.BASE_LINEAGE, model.lineage());
        }
    }

    private static String openness(Model model) {
        return switch (model.openness()) {
            case OPEN_SOURCE, OPEN_WEIGHTS -> "open-weights";
            case CLOSED -> "closed";
            case UNKNOWN -> "";
        };
    }

    private static String modality(Model model) {
        if (model.outputs().contains("image") || model.outputs().contains("video")) {
            return model.outputs().contains("text")
                    ? "multimodal-generation"
                    : model.outputs().contains("video") ? "video" : "image";
        }
        if (model.inputs().isEmpty() || model.outputs().isEmpty()) {
            return ""; // one side alone does not say that the other is text, too
        }
        return model.inputs().stream().allMatch("text"::equals) ? "text" : "multimodal";
    }

    private static void put(Map<Field, List<String>> values, Field field, String value) {
        if (!value.isEmpty()) {
            values.put(field, List.of(value));
        }
    }
}
