package org.multipolar.catalog;

import java.util.List;

/**
 * Who makes a model.
 *
 * @param origin home country
 * @param parentOrigin country of the ultimate parent
 */
public record Supplier(
        String id,
        String name,
        String origin,
        String parent,
        String parentOrigin,
        String type,
        String ownershipNote,
        List<String> sources) {

    public Supplier {
        sources = List.copyOf(sources);
    }
}
