package org.multipolar.catalog;

import java.util.List;

/**
 * Who runs an endpoint.
 *
 * @param operator the company behind it: the party paid, and the key of reach and of contracts
 * @param origin country of the operator's ultimate parent
 */
public record Host(
        String id,
        String name,
        String operator,
        String origin,
        String type,
        String sovereignOptions,
        List<String> sources) {

    public Host {
        sources = List.copyOf(sources);
    }

    /** {@return whether the maker of a model sells it here itself} */
    public boolean firstParty() {
        return "first-party-api".equals(type);
    }
}
