package org.multipolar.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Where;
import org.multipolar.catalog.World;

/** Which offers a scenario means, said once more straight from the columns of the profiles. */
final class PlainOffers {

    private PlainOffers() {}

    /** {@return the values that an offer has in a column of its own row, or of the row it points to} */
    static @Nullable List<String> values(World world, @Nullable Offer offer, Where.Field column) {
        if (offer == null) {
            return null;
        }
        var model = World.known(world.models(), offer.model());
        var host = World.known(world.hosts(), offer.host());
        var maker = World.known(world.suppliers(), model.supplier());
        return switch (column.word()) {
            case "offer" -> List.of(offer.id());
            case "model" -> List.of(offer.model());
            case "host" -> List.of(offer.host());
            case "supplier" -> List.of(model.supplier());
            case "origin" -> List.of(maker.origin());
            case "parent_origin" -> List.of(maker.parentOrigin());
            case "operator" -> List.of(host.operator());
            case "host_origin" -> List.of(host.origin());
            case "routing" -> List.of(offer.routing().word());
            case "openness" -> List.of(model.openness().word());
            case "licence" -> List.of(model.licence());
            case "lineage" -> model.lineage();
            case "place" -> offer.places().isEmpty() ? List.of(offer.routing().word()) : offer.places();
            default -> throw new IllegalArgumentException(column.word());
        };
    }

    static boolean meant(World world, Offer offer, Where where) {
        for (var asked : where.fields().entrySet()) {
            var has = values(world, offer, asked.getKey());
            if (has == null || has.stream().noneMatch(asked.getValue()::contains)) {
                return false;
            }
        }
        return true;
    }
}
