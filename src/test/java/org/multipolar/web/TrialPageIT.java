package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Weights and limits as sliders. */
@QuarkusTest
@TestProfile(OwnScenarios.class)
class TrialPageIT {

    private static final String SMALL = "/trial?buyer=small&asOf=2026-11-21";

    /** Each look waits a moment by itself. */
    private static final int MOST_LOOKS = 100;

    private static final Pattern WORKING = Pattern.compile("is being worked out|<h2 id=\"working\">");

    private static String get(String address) {
        return Html.withoutBundle(given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString());
    }

    /** Looks again until the answer is there, as a reader's browser does. */
    private static String answered(String address) {
        var page = get(address);
        for (int i = 0; i < MOST_LOOKS && WORKING.matcher(page).find(); i++) {
            page = get(address);
        }
        return page;
    }

    private static void refused(String address, int status, String why) {
        var page = given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(status)
                .contentType("text/html")
                .extract()
                .asString();
        assertThat(page).contains(why).doesNotContain("went wrong inside");
    }

    @Test
    void the_page_has_a_number_for_each_weight_and_limit_and_shows_the_mix_of_today() {
        var page = answered(SMALL);

        assertThat(page)
                .contains("<h1>Move weights and limits: Small &amp; &lt;b&gt;quick&lt;/b&gt;</h1>")
                .contains("Nothing is moved: this is the mix of today.")
                .contains("name=\"weight.quality\" min=\"0\" max=\"100\" step=\"1\" value=\"40\"")
                .contains("name=\"concentration\"", "name=\"retained.supplier\"", "name=\"most-suppliers\"")
                .contains("name=\"lot\" min=\"5\" max=\"50\" step=\"5\" value=\"10\"")
                .contains("<input type=\"hidden\" name=\"buyer\" value=\"small\">")
                .contains("Counting now: Quality 40%, Language 10%")
                .doesNotContain("New best mix", "<script", "style=", "NOT_FOUND");
        assertThat(Pattern.compile("<input type=\"range\"[^>]* hidden>")
                        .matcher(page)
                        .results()
                        .count())
                .as("sliders need a script, numbers do not")
                .isEqualTo(Pattern.compile("<input type=\"number\"")
                        .matcher(page)
                        .results()
                        .count());
    }

    @Test
    void moved_weights_show_the_mix_held_beside_the_new_best_one() {
        var page = answered(SMALL + "&weight.openness=90");

        assertThat(page)
                .containsSubsequence(
                        "The mix of today keeps every limit. The new best mix moves ",
                        "<th scope=\"col\">Mix of today</th><th scope=\"col\">Mix of today under the moves</th>"
                                + "<th scope=\"col\">New best mix</th>",
                        "<th scope=\"row\">Score</th>",
                        "<th scope=\"row\">Worst single loss</th>",
                        "What the new best mix moves")
                .contains("Counting now: Quality 5%", "Openness 90%")
                .contains("name=\"weight.openness\" min=\"0\" max=\"100\" step=\"1\" value=\"90\"")
                .contains(
                        "<div class=\"lever moved\" data-at=\"10\">", "href=\"/trial?buyer=small&amp;asOf=2026-11-21\"")
                .doesNotContain("NOT_FOUND");
    }

    @Test
    void limits_that_the_mix_of_today_breaks_are_named() {
        assertThat(answered(SMALL + "&fewest-suppliers=5&most-suppliers=8"))
                .contains("The mix of today breaks 1 limit. The new best mix moves ")
                .contains("Limits that the mix breaks if it is held", "Between 5 and 8 suppliers");
        // A lot is a tenth, so that there is no room for twenty.
        assertThat(answered(SMALL + "&fewest-suppliers=20&most-suppliers=20"))
                .contains("No new mix keeps all limits.", "<td data-v=\"\">no mix</td>")
                .contains("<section class=\"verdict infeasible\"");
    }

    @Test
    void what_no_lever_can_do_is_refused_with_its_ground() {
        refused(SMALL + "&weight.quality=101", 400, "(101) is no value it may have.");
        refused(SMALL + "&weight.quality=many", 400, "(many) is no value it may have.");
        refused(SMALL + "&weight.beauty=5", 400, "this buyer has nothing of this name to move");
        refused(SMALL + "&fewest-suppliers=9", 400, "at least 9 suppliers and at most 3 contradict each other.");
        refused("/trial?buyer=nobody", 404, "nobody");
        refused("/trial?buyer=small&asOf=soon", 400, "soon");
    }

    @Test
    void a_part_that_is_asked_for_while_one_moves_says_what_the_address_is() {
        answered(SMALL);
        var address = given().urlEncodingEnabled(false)
                .header("HX-Request", "true")
                .header("HX-Trigger", "levers")
                .get(SMALL + "&weight.quality=40&weight.price=25&lot=")
                .then()
                .statusCode(200)
                .extract()
                .header("HX-Replace-Url");

        assertThat(address).isEqualTo(SMALL + "&weight.price=25");
    }

    @Test
    void nothing_that_is_tried_is_recorded() {
        var before = given().get("/api/v1/chain/head").asString();
        answered(SMALL + "&weight.price=30");

        assertThat(given().get("/api/v1/chain/head").asString()).isEqualTo(before);
    }

    @Test
    void limits_of_a_recorded_question_are_moved_but_for_those_of_law() {
        var limits =
                """
                , "limits": [
                  {"id": "us", "kind": "cap", "on": "origin", "of": ["US"], "scope": "buyer", "at": 50, "why": "Not <all> eggs"},
                  {"id": "law", "kind": "cap", "on": "origin", "of": ["CN"], "scope": "buyer", "at": 50, "why": "Law",
                   "source": "Regulation 1"}]""";
        var record = given().contentType("application/json")
                .body(SmallBuyer.request("\"small\"", limits))
                .post("/api/v1/advice")
                .then()
                .statusCode(200)
                .extract()
                .header("Content-Location");
        var id = record.substring(record.lastIndexOf('/') + 1);

        assertThat(answered("/trial?decision=" + id + "&asked.us=20&lang=ar"))
                .contains("<html lang=\"ar\" dir=\"rtl\">", "<span lang=\"en\" dir=\"ltr\">Not &lt;all&gt; eggs</span>")
                .contains("name=\"asked.us\" min=\"0\" max=\"100\" step=\"1\" value=\"20\"")
                .contains("<input type=\"hidden\" name=\"decision\" value=\"%s\">".formatted(id))
                .doesNotContain("asked.law", "<select id=\"buyer\"", "NOT_FOUND");
        refused("/trial?decision=" + id + "&asked.law=20", 400, "this buyer has nothing of this name to move");
    }

    @Test
    void pages_about_a_question_lead_to_its_sliders() {
        for (var page : new String[] {"/?", "/why?", "/what-if?"}) {
            assertThat(lookedAgain(page + "buyer=small&asOf=2026-11-21"))
                    .contains("href=\"/trial?buyer=small&amp;asOf=2026-11-21\">Move weights and limits</a>");
        }
    }

    private static String lookedAgain(String address) {
        var page = get(address);
        for (int i = 0; i < MOST_LOOKS && page.contains("<progress"); i++) {
            page = get(address);
        }
        return page;
    }
}
