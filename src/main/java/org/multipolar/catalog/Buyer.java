package org.multipolar.catalog;

import java.util.List;
import java.util.Map;

/**
 * Who asks: seat, owners, policy, sites, evidence and demands.
 *
 * @param seat principal place of business
 * @param ownership country of any owner above half
 * @param type private or public
 * @param flags facts about the buyer that rules ask for
 * @param incumbents operators under contract today, with what leaving them costs in micro-USD
 * @param digest SHA-256 of the profile it was read from
 */
public record Buyer(
        String id,
        String name,
        String story,
        String seat,
        String ownership,
        String type,
        String sector,
        List<String> flags,
        Policy policy,
        List<LimitClause> limits,
        List<Site> sites,
        Map<String, Long> incumbents,
        List<Evidence> evidence,
        List<Demand> demands,
        String digest) {

    public Buyer {
        flags = flags.stream().sorted().toList();
        limits = List.copyOf(limits);
        sites = List.copyOf(sites);
        incumbents = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(incumbents));
        evidence = List.copyOf(evidence);
        demands = List.copyOf(demands);
    }

    /** {@return the same buyer holding other papers} */
    public Buyer holding(List<Evidence> papers) {
        return with(papers, demands);
    }

    /** {@return the same buyer with one of its demands} */
    public Buyer only(Demand demand) {
        return with(evidence, List.of(demand));
    }

    private Buyer with(List<Evidence> papers, List<Demand> some) {
        return with(policy, limits, papers, some);
    }

    /** {@return the same buyer with another policy, other limits and other demands} */
    public Buyer with(Policy other, List<LimitClause> bounds, List<Demand> some) {
        return with(other, bounds, evidence, some);
    }

    private Buyer with(Policy other, List<LimitClause> bounds, List<Evidence> papers, List<Demand> some) {
        return new Buyer(
                id,
                name,
                story,
                seat,
                ownership,
                type,
                sector,
                flags,
                other,
                bounds,
                sites,
                incumbents,
                papers,
                some,
                digest);
    }
}
