package org.multipolar.web.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** A question to start from: one demand, so that it has an answer at once. */
public final class Blank {

    private static final String PROFILE =
            """
            buyer: my-organisation
            name: My organisation
            seat: DE
            ownership: DE
            type: private
            sector: general
            policy:
              method: published
              weights: {quality: 40, language: 10, price: 15, supply: 10, locality: 15, openness: 10}
              suppliers_per_demand: {least: 2, most: 3}
              retained_percent: {supplier: 40, operator: 40}
              contract_cost_usd_month: 1000
            limits:
              - {id: budget, kind: cap, on: cost, scope: buyer, at: 20000, why: Budget}
            demands:
              - demand: assistant
                title: Assistant for our staff
                region: EU-DE
                input_mtok_month: 500
                output_mtok_month: 100
                languages: [{code: de, weight_percent: 60}, {code: en, weight_percent: 40}]
                data_sensitivity: internal
                audience: internal
                ability: capable
            """;

    private Blank() {}

    /** {@return the question of the blank form} */
    public static byte[] profile() {
        return PROFILE.getBytes(UTF_8);
    }

    static DemandRow demand() {
        return AskForm.of(profile(), "", List.of()).demands().get(0);
    }
}
