package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.read.LimitReader;
import org.multipolar.web.page.AnswerView;
import org.multipolar.web.page.Form;
import org.multipolar.web.page.Pages;

@QuarkusTest
class PagesIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Inject
    Serving serving;

    @Inject
    Answers answers;

    private Buyer small() {
        var snapshot = serving.snapshot();
        return SnapshotReader.buyer(
                "small", SmallBuyer.json().getBytes(StandardCharsets.UTF_8), snapshot.world(), snapshot.rulebook());
    }

    private String page(Question question) {
        var form = Form.of(serving.snapshot().buyers().values(), question.buyer(), DAY);
        return Html.withoutBundle(Pages.answer(
                        form,
                        AnswerView.of(
                                answers.remembered(serving.snapshot(), question),
                                serving.snapshot().world()))
                .render());
    }

    @Test
    void an_answer_shows_outcome_cost_bars_and_the_same_as_a_table() {
        var page = page(new Question(small(), DAY, List.of()));

        assertThat(page)
                .contains("<title>Small &amp; &lt;b&gt;quick&lt;/b&gt;, 2026-11-21 - Multipolar</title>")
                .contains("Proven best", "USD</strong> a month", "What matters most", "role=\"img\"", "<caption")
                .contains("Left out:", "Price of each limit", "Changes of law ahead", "Decision");
        assertThat(page.split("<tr>", -1).length).isGreaterThan(20);
    }

    @Test
    void an_answer_escapes_what_a_buyer_wrote_and_has_no_inline_script_or_style() {
        var page = page(new Question(small(), DAY, List.of()));

        assertThat(page)
                .doesNotContain("<b>", "<script", "style=", "javascript:", " onclick")
                .doesNotContain("{answer", "{demand", "NOT_FOUND");
    }

    @Test
    void every_id_of_a_page_stands_once_and_every_label_finds_its_field() {
        var page = page(new Question(small(), DAY, List.of()));
        var ids = java.util.regex.Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();

        assertThat(ids).doesNotHaveDuplicates().contains("buyer", "asOf", "main");
    }

    @Test
    void limits_that_clash_are_shown_with_what_is_needed_and_what_there_is() {
        var buyer = small();
        var limits = LimitReader.file(
                        "limits",
                        "limits: [{id: no-money, kind: cap, on: cost, scope: buyer, at: 1, why: A try}]"
                                .getBytes(StandardCharsets.UTF_8),
                        buyer,
                        Shipped.snapshot().world())
                .orThrow();

        var page = page(new Question(buyer, DAY, limits));

        assertThat(page)
                .contains("No mix satisfies all limits", "What stands in the way", "no-money", "Needs", "Has")
                .doesNotContain("Price of each limit");
    }

    @Test
    void an_unknown_buyer_and_a_wrong_day_are_told_as_pages() {
        given().get("/?buyer=nobody<b>")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("no buyer is called (nobody&lt;b&gt;)."));
        given().get("/?asOf=soon")
                .then()
                .statusCode(400)
                .contentType("text/html")
                .body(containsString("is not a day"));
    }

    @Test
    void countries_are_a_table_with_a_way_down_to_the_sources() {
        given().get("/countries")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("href=\"/countries/US\""));
        var country =
                given().get("/countries/DE").then().statusCode(200).extract().asString();

        assertThat(country).contains("<h1>Germany</h1>", "rel=\"noopener noreferrer\"", "https://github.com/");
        given().get("/countries/XX").then().statusCode(404).contentType("text/html");
    }

    @Test
    void rules_are_a_table_and_each_has_a_page() {
        given().get("/rules").then().statusCode(200).body(containsString("href=\"/rules/EU-GDPR-45-ADEQUATE\""));
        given().get("/rules/EU-GDPR-45-ADEQUATE")
                .then()
                .statusCode(200)
                .body(containsString("<h2>Sources</h2>"), containsString("https://commission.europa.eu"));
        given().get("/rules").then().body(containsString("id=\"review\""));
    }

    @Test
    void a_rule_says_in_plain_words_when_it_fires_and_shows_cases_firings_and_cost() {
        var page = given().get("/rules/SA-PDPL-29?fired=today")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page)
                .contains("the operating country is SA", "operatingCountry.named(&quot;SA&quot;)")
                .contains("is one of: ", "<code>personal-data</code>", "SA-PDPL-29/fires", "stays silent")
                .contains("gulf-public-group", "Work out its mix without this rule");
        given().get("/rules/CA-QC-FRENCH?cost=european-bank")
                .then()
                .statusCode(200)
                .body(containsString("Nothing today: "));
        given().get("/rules/SA-PDPL-29?cost=nobody").then().statusCode(404).contentType("text/html");
        given().get("/rules/NO-SUCH").then().statusCode(404).contentType("text/html");
    }
}
