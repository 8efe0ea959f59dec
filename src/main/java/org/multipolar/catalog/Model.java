package org.multipolar.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is bought: a model with its openness, licence, lineage and languages.
 *
 * @param licence id in the list of licences; {@code unknown} where nobody read it
 * @param lineage root families the weights descend from; a merge has several
 * @param bases ids of the models that it was made from, as its maker states; they may lie outside the catalogue
 * @param released ISO day, or null where nobody stated it (a month counts from its last day)
 * @param paramsBillion size in billions of parameters, or null where unknown
 * @param contextTokens longest input in tokens, or null where unknown
 * @param languages BCP 47 codes the maker states; empty means that no list was read, not that there are none
 */
public record Model(
        String id,
        String supplier,
        String name,
        String family,
        Openness openness,
        String licence,
        String licenceRestrictions,
        List<String> lineage,
        List<String> bases,
        @Nullable String released,
        @Nullable Double paramsBillion,
        @Nullable Long contextTokens,
        List<String> inputs,
        List<String> outputs,
        List<String> capabilities,
        List<String> languages,
        List<String> sources) {

    public Model {
        lineage = List.copyOf(lineage);
        bases = List.copyOf(bases);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        capabilities = List.copyOf(capabilities);
        languages = List.copyOf(languages);
        sources = List.copyOf(sources);
    }
}
