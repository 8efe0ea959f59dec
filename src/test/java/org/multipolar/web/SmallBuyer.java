package org.multipolar.web;

/** A buyer of one demand, as JSON, so that an answer takes no time to speak of. */
public final class SmallBuyer {

    private static final String DEMAND =
            """
                {"demand": "watch", "title": "Reading of published rules & <b>consultations</b>", "region": "EU-DE",
                 "input_mtok_month": 900, "output_mtok_month": 90,
                 "languages": [{"code": "de", "weight_percent": 60}, {"code": "en", "weight_percent": 40}],
                 "data_sensitivity": "public", "audience": "internal", "use_cases": ["research"],
                 "ability": "%s"}""";

    private static final String BUYER =
            """
            {
              "buyer": "small", "name": "Small & <b>quick</b>", "seat": "DE", "ownership": "DE", "type": "private",
              "sector": "general",
              "policy": {
                "method": "published",
                "weights": {"quality": 40, "language": 10, "price": 10, "supply": 10, "locality": 20, "openness": 10},
                "minimum_lot_percent": 10, "suppliers_per_demand": {"least": 2, "most": 3}, "language_suppliers": 1,
                "concentration_price": 1000, "cost_points_per_usd": 150, "contract_cost_usd_month": 1000,
                "origin_blocs": [], "member_scored_with_bloc": true, "retained_percent": {"supplier": 40},
                "refuse_untested": false
              },
              "limits": [%s],
              "demands": [
            %s
              ]
            }""";

    private SmallBuyer() {}

    public static String json() {
        return BUYER.formatted("", DEMAND.formatted("basic"));
    }

    /** {@return the buyer with an ability that nobody knows, which is at fault in line 19 of the buyer} */
    public static String misspelt() {
        return BUYER.formatted("", DEMAND.formatted("superhuman"));
    }

    public static String request(String buyer, String rest) {
        return "{\n\"asOf\": \"2026-11-21\",\n\"buyer\": " + buyer + rest + "}";
    }
}
