package org.multipolar.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One workload in one region.
 *
 * @param operatingCountries where the unit that uses it sits; its verdict is the strictest over them
 * @param inputMtok millions of input tokens a month
 * @param outputMtok millions of output tokens a month
 * @param weight how much it counts in the score, or null to count by volume
 * @param capabilities hard needs, such as tool-use
 * @param contextTokens longest input it must take
 * @param ability the ability it needs: a threshold's name (basic, capable, frontier) or {@code at least MODEL}
 * @param critical whether the policy's rules for critical workloads apply
 */
public record Demand(
        String id,
        String title,
        String region,
        List<String> operatingCountries,
        long inputMtok,
        long outputMtok,
        @Nullable Integer weight,
        List<DemandLanguage> languages,
        String dataSensitivity,
        String sector,
        String audience,
        List<String> useCases,
        List<String> flags,
        String modality,
        List<String> capabilities,
        long contextTokens,
        Ability ability,
        boolean critical) {

    /** A language the workload runs in and its share of the business, in percent. */
    public record DemandLanguage(String code, int weightPercent) {}

    /** The ability a workload needs: at least a named threshold, or as able as a named model. */
    public record Ability(String threshold, @Nullable String atLeastModel) {}

    public Demand {
        operatingCountries = operatingCountries.stream().sorted().toList();
        languages = List.copyOf(languages);
        useCases = useCases.stream().sorted().toList();
        flags = flags.stream().sorted().toList();
        capabilities = List.copyOf(capabilities);
    }

    /** {@return the same demand in another size} */
    public Demand sized(long input, long output, @Nullable Integer counting) {
        return new Demand(
                id,
                title,
                region,
                operatingCountries,
                input,
                output,
                counting,
                languages,
                dataSensitivity,
                sector,
                audience,
                useCases,
                flags,
                modality,
                capabilities,
                contextTokens,
                ability,
                critical);
    }

    /** {@return millions of tokens a month, both ways} */
    public long volumeMtok() {
        return inputMtok + outputMtok;
    }
}
