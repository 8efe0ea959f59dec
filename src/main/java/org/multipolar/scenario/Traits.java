package org.multipolar.scenario;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Host;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Supplier;
import org.multipolar.catalog.Where;
import org.multipolar.catalog.Where.Field;

/** Which rows of the catalogue a patch picks, by the rows as they stand when it is laid. */
record Traits(Map<String, Supplier> suppliers, Map<String, Model> models, Map<String, Host> hosts, Buyer buyer) {

    /** {@return whether an offer matches; fields of the demand are not asked of it} */
    boolean matches(Where where, Offer offer) {
        return matches(where, offer, models.get(offer.model()), null, hosts.get(offer.host()));
    }

    boolean ofModel(Where where, Model model) {
        return matches(where, null, model, null, null);
    }

    boolean ofSupplier(Where where, Supplier supplier) {
        return matches(where, null, null, supplier, null);
    }

    boolean ofHost(Where where, Host host) {
        return matches(where, null, null, null, host);
    }

    private boolean matches(
            Where where, @Nullable Offer offer, @Nullable Model model, @Nullable Supplier named, @Nullable Host host) {
        var supplier = named == null && model != null ? suppliers.get(model.supplier()) : named;
        return where.fields().entrySet().stream()
                .allMatch(each -> each.getKey() == Field.RELEASED_AFTER
                        ? model != null && after(model, each.getValue())
                        : !Collections.disjoint(each.getValue(), values(each.getKey(), offer, model, supplier, host)));
    }

    private static boolean after(Model model, List<String> days) {
        var released = model.released();
        return released != null && days.stream().anyMatch(day -> released.compareTo(day) > 0);
    }

    private List<String> values(
            Field field,
            @Nullable Offer offer,
            @Nullable Model model,
            @Nullable Supplier supplier,
            @Nullable Host host) {
        return switch (field) {
            case OFFER -> offer == null ? List.of() : List.of(offer.id());
            case PLACE -> offer == null ? List.of() : places(offer);
            case ROUTING -> offer == null ? List.of() : List.of(offer.routing().word());
            case MODEL -> model == null ? List.of() : List.of(model.id());
            case FAMILY -> model == null ? List.of() : List.of(model.family());
            case OPENNESS ->
                model == null ? List.of() : List.of(model.openness().word());
            case LICENCE -> model == null ? List.of() : List.of(model.licence());
            case LINEAGE -> model == null ? List.of() : model.lineage();
            case SUPPLIER -> supplier == null ? List.of() : List.of(supplier.id());
            case ORIGIN -> supplier == null ? List.of() : List.of(supplier.origin());
            case PARENT -> supplier == null ? List.of() : List.of(supplier.parent());
            case PARENT_ORIGIN -> supplier == null ? List.of() : List.of(supplier.parentOrigin());
            case HOST -> host == null ? List.of() : List.of(host.id());
            case OPERATOR -> host == null ? List.of() : List.of(host.operator());
            case HOST_ORIGIN -> host == null ? List.of() : List.of(host.origin());
            case INCUMBENT ->
                host == null ? List.of() : List.of(buyer.incumbents().containsKey(host.operator()) ? "yes" : "no");
            case ACCESS_MODE, RELEASED_AFTER, DEMAND, REGION, OPERATING_COUNTRY, AUDIENCE, DATA_SENSITIVITY, SECTOR ->
                List.of();
        };
    }

    private static List<String> places(Offer offer) {
        return offer.places().isEmpty() ? List.of(offer.routing().word()) : offer.places();
    }
}
