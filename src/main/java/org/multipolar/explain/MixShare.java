package org.multipolar.explain;

import java.util.List;
import java.util.Map;

/**
 * One bought candidate: what it is, how much of the demand it gets, and why.
 *
 * @param share percent of the demand
 * @param suitability ten-thousandths, after the points of rules
 * @param contributions ten-thousandths by criterion, and {@code rules} for the points of rules
 * @param notes what each criterion's value rests on
 * @param monthlyCostMicroUsd token cost of this share a month, or -1 where nobody stated a price
 */
public record MixShare(
        String offer,
        String model,
        String modelName,
        String supplier,
        String supplierName,
        String supplierOrigin,
        String parentOrigin,
        String openness,
        String licence,
        List<String> lineage,
        String accessMode,
        String host,
        String operator,
        String hostOrigin,
        String servingCountry,
        String routing,
        int share,
        long suitability,
        Map<String, Long> contributions,
        Map<String, String> notes,
        long monthlyCostMicroUsd,
        String verdict,
        List<FindingShown> findings,
        List<String> duties,
        List<SourceShown> sources) {}
