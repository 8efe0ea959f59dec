package org.multipolar.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Who asks: seat, owners, policy, sites, evidence and demands.
 *
 * @param seat principal place of business
 * @param ownership country of any owner above half
 * @param type private or public
 * @param flags facts about the buyer that rules ask for
 * @param incumbents operators under contract, with what leaving them costs in micro-USD
 * @param digest SHA-256 of the profile it was read from
 * @param ends ends of contracts by operator, past and to come; whoever has none is under contract without end
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
        String digest,
        Map<String, End> ends) {

    /**
     * The end of a contract.
     *
     * @param exitCost micro-USD that leaving before costs
     * @param last last day of the contract
     */
    public record End(long exitCost, LocalDate last) {}

    public Buyer {
        ends = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(ends));
        flags = flags.stream().sorted().toList();
        limits = List.copyOf(limits);
        sites = List.copyOf(sites);
        incumbents = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(incumbents));
        evidence = List.copyOf(evidence);
        demands = List.copyOf(demands);
    }

    /** A buyer whose contracts all go on. */
    public Buyer(
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
        this(
                id,
                name,
                story,
                seat,
                ownership,
                type,
                sector,
                flags,
                policy,
                limits,
                sites,
                incumbents,
                evidence,
                demands,
                digest,
                Map.of());
    }

    /** {@return the same buyer with those incumbents that are under contract on a day: an ended contract costs nothing to leave} */
    public Buyer on(LocalDate day) {
        var there = new java.util.TreeMap<>(incumbents);
        ends.forEach((operator, end) -> {
            if (day.isAfter(end.last())) {
                there.remove(operator);
            } else {
                there.put(operator, end.exitCost());
            }
        });
        return there.equals(incumbents) ? this : with(policy, limits, there, evidence, demands);
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
        return with(policy, limits, incumbents, papers, some);
    }

    /** {@return the same buyer with another policy, other limits and other demands} */
    public Buyer with(Policy other, List<LimitClause> bounds, List<Demand> some) {
        return with(other, bounds, incumbents, evidence, some);
    }

    private Buyer with(
            Policy other,
            List<LimitClause> bounds,
            Map<String, Long> operators,
            List<Evidence> papers,
            List<Demand> some) {
        return new Buyer(
                id, name, story, seat, ownership, type, sector, flags, other, bounds, sites, operators, papers, some,
                digest, ends);
    }
}
