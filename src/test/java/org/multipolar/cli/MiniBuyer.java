package org.multipolar.cli;

/** A buyer of one demand, quick to answer, as a person would write it down. */
final class MiniBuyer {

    static final String YAML =
            """
            buyer: mini
            name: Mini
            seat: DE
            ownership: DE
            type: private
            sector: general
            policy:
              weights: {quality: 40, language: 10, price: 20, supply: 10, locality: 10, openness: 10}
              suppliers_per_demand: {least: 2, most: 3}
            demands:
              - demand: letters
                title: Letters
                region: EU-DE
                input_mtok_month: 100
                output_mtok_month: 10
                languages: [{code: de, weight_percent: 100}]
                data_sensitivity: internal
                audience: internal
                ability: basic
            """;

    private MiniBuyer() {}
}
