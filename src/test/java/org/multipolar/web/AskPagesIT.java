package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question typed in by hand, as a page, up to its decision. */
@QuarkusTest
class AskPagesIT {

    private static final String HOSTILE = "<script>alert(1)</script> & \"<b>bold</b>\"";

    static RequestSpecification asking() {
        return given().redirects().follow(false).urlEncodingEnabled(false);
    }

    static String get(String address) {
        return Html.withoutBundle(asking().get(address)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString());
    }

    static Response post(String address, String body) {
        return asking().contentType("application/x-www-form-urlencoded")
                .body(body)
                .post(address);
    }

    private static FormFields blank() {
        return FormFields.of(get("/ask?blank=yes&asOf=2026-11-21"), "question");
    }

    /** {@return the page that a button leads to} */
    private static String pressed(FormFields form, String button, int status) {
        return Html.withoutBundle(post("/ask", form.pressed(button))
                .then()
                .statusCode(status)
                .extract()
                .asString());
    }

    /** {@return the address that an accepted form leads to in the end} */
    static String followed(Response accepted) {
        var waiting = accepted.then().statusCode(303).extract().header("Location");
        var path = waiting.replaceFirst("^https?://[^/]+", "");
        return asking().get(path)
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void a_buyer_typed_in_by_hand_gets_a_decision_in_which_hostile_names_stay_text() {
        var form = blank().with("name", HOSTILE)
                .with("buyer", "typed")
                .with("demands[0].title", HOSTILE)
                .with("limits[0].why", HOSTILE)
                .with("limits[0].at", "30000");

        var decision = followed(post("/ask", form.pressed("recommend")));
        var page = get(decision);

        assertThat(decision).startsWith("/decisions/");
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; ")
                .contains("Recorded answer", "Proven best", "href=\"" + decision + "/report\"")
                .doesNotContain("<script", "<b>", "NOT_FOUND");
        var recorded = given().get("/api/v1" + decision)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(recorded.getString("question.buyer.name")).isEqualTo(HOSTILE);
        assertThat(recorded.getLong("question.buyer.limits[0].at")).isEqualTo(30_000);
        assertThat(recorded.getString("question.asOf")).isEqualTo("2026-11-21");
        assertThat(recorded.getString("answer.buyer")).isEqualTo("typed");

        var again = FormFields.of(get("/ask?decision=" + decision.substring("/decisions/".length())), "question");
        assertThat(again.all()).isEqualTo(form.all());
    }

    @Test
    void a_form_sent_twice_is_one_decision() {
        var form = blank().with("name", "Twice").with("buyer", "twice").pressed("recommend");

        var first = followed(post("/ask", form));
        var second = followed(post("/ask", form));

        assertThat(second).isEqualTo(first);
        assertThat(given().get("/api/v1/decisions?buyer=twice").jsonPath().getList("decisions.id"))
                .hasSize(1);
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
        var form = blank().with("name", HOSTILE)
                .with("demands[0].languages[0].weight_percent", "50")
                .with("demands[0].title", "Kept & <i>safe</i>");

        var page = pressed(form, "recommend", 400);

        assertThat(page)
                .contains(
                        "<a href=\"#f-demands-0-languages\"",
                        "Demand 1: ",
                        "the languages&#39; weights sum to 90, not 100.")
                .contains("id=\"f-demands-0-languages\" aria-invalid=\"true\"")
                .contains("role=\"alert\"")
                .doesNotContain("<script", "<i>");
        assertThat(FormFields.of(page, "question").all()).isEqualTo(form.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=|name",
                "demands[0].title=|demands[0].title",
                "demands[0].input_mtok_month=1.5|demands[0].input_mtok_month",
                "demands[0].region=ATLANTIS|demands[0].region",
                "policy.weights.quality=41|policy.weights",
                "policy.suppliers_per_demand.least=0|policy.suppliers_per_demand.least",
                "limits[0].at=much|limits[0].at",
                "limits[0].scope=demand@demand:none|limits[0]",
                "asOf=soon|asOf",
                "more={\"sites\": 7}|unseen"
            })
    void every_fault_leads_to_a_field_that_is_there(String wrong) {
        var parts = wrong.split("=|\\|", 3);

        var page = pressed(blank().with(parts[0], parts[1]), "recommend", 400);

        var anchor = Pattern.compile("role=\"alert\">.*?<a href=\"#([^\"]+)\"", Pattern.DOTALL)
                .matcher(page);
        assertThat(anchor.find()).isTrue();
        assertThat(anchor.group(1))
                .isEqualTo("f-" + parts[2].replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", ""));
        assertThat(page).contains(" id=\"" + anchor.group(1) + "\"");
    }

    @Test
    void rows_come_and_go_by_buttons_and_the_rest_stays() {
        var form = blank().with("name", "Rows");
        var two = FormFields.of(pressed(form, "add-demand", 200), "question");
        assertThat(two.get("demands[1].region")).isEqualTo("EU-DE");
        assertThat(two.get("demands[1].title")).isEmpty();
        two.with("demands[1].title", "Second");

        var copied = FormFields.of(pressed(two, "copy-demand-1", 200), "question");
        assertThat(copied.get("demands[2].title")).isEqualTo("Second");
        assertThat(copied.get("demands[2].demand")).isNotEqualTo(copied.get("demands[1].demand"));

        var less = FormFields.of(pressed(copied, "remove-demand-0", 200), "question");
        assertThat(less.get("demands[0].title")).isEqualTo("Second");
        assertThat(less.get("demands[2].title")).isEmpty();
        assertThat(less.get("name")).isEqualTo("Rows");

        var limited = FormFields.of(pressed(less.with("new-limit", "origin"), "add-limit", 200), "question");
        assertThat(limited.get("limits[1].form")).isEqualTo("origin");
        var gone = FormFields.of(pressed(limited, "remove-limit-0", 200), "question");
        assertThat(gone.get("limits[0].form")).isEqualTo("origin");
        assertThat(pressed(gone, "remove-limit-99", 200)).contains("name=\"limits[0].form\"");
    }

    @Test
    void a_sentence_becomes_the_limit_that_it_states() {
        var form = FormFields.of(pressed(blank().with("new-limit", "origin"), "add-limit", 200), "question")
                .with("buyer", "sentence")
                .with("limits[1].at", "55")
                .with("limits[1].of", "US");

        var decision = followed(post("/ask", form.pressed("recommend")));

        var limit = given().get("/api/v1" + decision).jsonPath().getMap("question.buyer.limits[1]");
        assertThat(limit)
                .containsEntry("kind", "cap")
                .containsEntry("on", "origin")
                .containsEntry("scope", "demand")
                .containsEntry("at", 55)
                .containsEntry("of", List.of("US"));
    }

    @Test
    void a_sheet_of_demands_is_read_and_its_faults_are_told_with_their_line() {
        var sheet = given().get("/api/v1/buyers/consumer-goods/demands.csv").asString();
        var page = sent(blank(), sheet).then().statusCode(200).extract().asString();
        var form = FormFields.of(page, "question");

        assertThat(form.get("demands[0].demand")).isEqualTo("de-shopper-assistant");
        assertThat(form.get("demands[0].ability")).isEqualTo("at least claude-haiku-4.5");
        assertThat(form.get("demands[13].title")).isEqualTo("Consumer care in Saudi Arabia");
        assertThat(form.get("name")).isEqualTo("My organisation");

        assertThat(sent(blank(), sheet.replace("EU-FR", "EU-XX"))
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString())
                .contains("line 3, region", "(EU-XX)", "href=\"#f-sheet\"");
        assertThat(sent(blank(), "").then().statusCode(400).extract().asString())
                .contains("no file was chosen");
    }

    private static Response sent(FormFields form, String sheet) {
        var sending = asking();
        form.all().forEach((name, values) -> values.forEach(value -> sending.multiPart(name, value)));
        return sending.multiPart("do", "read-sheet")
                .multiPart("sheet", "demands.csv", sheet.getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/csv")
                .post("/ask");
    }

    @Test
    void a_shipped_buyer_is_filled_in_and_says_what_it_carries_along() {
        var page = get("/ask?buyer=european-bank");
        var form = FormFields.of(page, "question");

        assertThat(form.get("name")).isEqualTo("European universal bank");
        assertThat(form.get("limits[2].form")).isEqualTo("origin");
        assertThat(form.get("limits[2].at")).isEqualTo("55");
        assertThat(form.get("incumbents[0].operator")).isEqualTo("azure");
        assertThat(page).contains("Carried over unchanged", "papers held (4)", "halls of its own (2)");
        assertThat(page.split("<h1", -1)).hasSize(2);
        var ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        Pattern.compile(" for=\"([^\"]+)\"").matcher(page).results().forEach(each -> assertThat(ids)
                .contains(each.group(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ask/none",
                "/ask?decision=none",
                "/ask?buyer=nobody",
                "/ask?again=none",
                "/decisions/none",
                "/decisions/none/replay",
                "/reviews/none",
                "/reviews/new?buyer=nobody",
                "/reviews/new?decision=none"
            })
    void what_is_not_there_is_said_on_a_page(String address) {
        assertThat(asking().get(address)
                        .then()
                        .statusCode(404)
                        .contentType("text/html")
                        .extract()
                        .asString())
                .contains("Maybe ");
    }

    @Test
    void a_shipped_answer_is_recorded_and_answered_again_with_the_same_bytes() {
        var decision = followed(post("/ask", blank().with("buyer", "replayed").pressed("recommend")));
        var replay = post(decision + "/replay", "x=y")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");

        assertThat(get(replay.replaceFirst("^https?://[^/]+", ""))).contains("The same bytes");
        assertThat(get("/decisions?buyer=replayed"))
                .contains("href=\"" + decision + "\"", "proven best", "<td dir=\"auto\">replayed</td>");
        assertThat(get("/decisions?buyer=nobody")).contains("Nothing is recorded here yet");
        assertThat(get("/decisions?kind=review.&buyer=replayed")).doesNotContain(decision);
    }
}
