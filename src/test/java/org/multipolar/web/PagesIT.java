package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.advice.Advice;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.read.LimitReader;
import org.multipolar.explain.Json;
import org.multipolar.web.language.Say;
import org.multipolar.web.language.Tongue;
import org.multipolar.web.page.AnswerView;
import org.multipolar.web.page.Form;
import org.multipolar.web.page.Links;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.WhyView;

@QuarkusTest
class PagesIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Tongue ARABIC = Tongue.of("ar").orElseThrow();

    @Inject
    Serving serving;

    @Inject
    Answers answers;

    private Buyer small() {
        var snapshot = serving.snapshot();
        return SnapshotReader.buyer(
                "small", SmallBuyer.json().getBytes(StandardCharsets.UTF_8), snapshot.world(), snapshot.rulebook());
    }

    private Advice advice(Question question) {
        return answers.remembered(serving.snapshot(), question);
    }

    private String page(Question question) {
        return page(advice(question), Tongue.ENGLISH);
    }

    private String page(Advice advice, Tongue tongue) {
        var form = Form.of(serving.snapshot().buyers().values(), small(), DAY);
        var world = serving.snapshot().world();
        return rendered(
                Pages.answer(form, AnswerView.of(advice, world, tongue, "buyer=small&asOf=" + DAY, "")), tongue);
    }

    private String why(Advice advice, Tongue tongue) {
        var links = new Links("buyer=small&asOf=" + DAY, "");
        return rendered(Pages.why(WhyView.of(advice, serving.snapshot().world(), tongue, links, WhyView.ALL)), tongue);
    }

    private static String rendered(TemplateInstance page, Tongue tongue) {
        page.setAttribute(Say.TONGUE, tongue);
        return Html.withoutBundle(page.render());
    }

    @Test
    void an_answer_shows_outcome_key_figures_bars_and_the_same_as_a_table() {
        var page = page(new Question(small(), DAY, List.of()));

        assertThat(page)
                .contains("<title>Small &amp; &lt;b&gt;quick&lt;/b&gt;, 2026-11-21 - Multipolar</title>")
                .contains("Proven best", " USD</strong>", "Effective number of origins", "Worst single loss")
                .contains("What matters most", "role=\"img\"", "<caption", "Left out:")
                .contains("href=\"/why?buyer=small&amp;asOf=2026-11-21&amp;demand=watch#demands\"");
        assertThat(steps(page))
                .containsExactly(
                        "/why?buyer=small&amp;asOf=2026-11-21",
                        "/what-if?buyer=small&amp;asOf=2026-11-21",
                        "/trial?buyer=small&amp;asOf=2026-11-21",
                        "/frontier?buyer=small&amp;asOf=2026-11-21",
                        "/ask?buyer=small&amp;asOf=2026-11-21",
                        "/reviews/new?buyer=small&amp;asOf=2026-11-21",
                        "/answer.json?buyer=small&amp;asOf=2026-11-21");
        // What is not recorded yet has no report; the button records it first.
        assertThat(page).contains("<form action=\"/record\" method=\"post\">", "name=\"then\" value=\"report\"");
    }

    private static List<String> steps(String page) {
        var list = page.substring(page.indexOf("<ul class=\"steps\""));
        return Pattern.compile("href=\"([^\"]+)\"")
                .matcher(list.substring(0, list.indexOf("</ul>")))
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    @Test
    void a_recorded_answer_names_its_record_and_has_its_report() {
        var advice = advice(new Question(small(), DAY, List.of()));
        var page = rendered(
                Pages.answer(
                        Form.of(List.of(), small(), DAY),
                        AnswerView.of(
                                advice, serving.snapshot().world(), Tongue.ENGLISH, "decision=a1&asOf=" + DAY, "a1")),
                Tongue.ENGLISH);

        assertThat(steps(page)).contains("/decisions/a1/report", "/why?decision=a1&amp;asOf=2026-11-21");
        assertThat(page).contains("Recorded as <code>a1</code>").doesNotContain("id=\"buyer\"");
    }

    @Test
    void why_tells_reasons_rules_the_rejected_prices_and_what_lies_ahead() {
        var page = why(advice(new Question(small(), DAY, List.of())), Tongue.ENGLISH);

        assertThat(page)
                .contains("Supply chain", "data-chain=\"chain-table\"", "<table id=\"chain-table\">")
                .contains("What adds up to", "Rules that speak to it", "href=\"/rules/", "Would enter if")
                .contains("Price of each limit", "What each rule costs", "If the country scores are off")
                .contains("Changes of law ahead", "What the rules do not cover", "Decision")
                .doesNotContain("<b>", "<script", "style=", "NOT_FOUND", "{0}");
        assertThat(page.split("<tr>", -1).length).isGreaterThan(20);
    }

    @Test
    void hostile_names_stay_text_on_the_answer_and_on_why() {
        var advice = advice(new Question(small(), DAY, List.of()));
        var first = advice.demands().get(0).mix().get(0);
        var text = Json.pretty(advice);
        var evil = "<script>alert(1)</script>\" onmouseover='x' \u202Egnihtyna";
        for (var name : List.of(
                first.modelName(), first.supplierName(), advice.demands().get(0).title(), advice.buyerName())) {
            text = text.replace(Json.pretty(name).strip(), Json.pretty(evil).strip());
        }
        var hostile = Json.read(text, Advice.class);

        assertThat(hostile.buyerName()).isEqualTo(evil);
        for (var tongue : List.of(Tongue.ENGLISH, ARABIC)) {
            for (var page : List.of(page(hostile, tongue), why(hostile, tongue))) {
                assertThat(page)
                        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                        .doesNotContain("<script", "\" onmouseover", "' onmouseover");
            }
        }
        // What it overrides ends with the name, and the sentence goes on as it was.
        assertThat(page(hostile, Tongue.ENGLISH)).contains("\u202Egnihtyna\u2069");
    }

    @Test
    void an_answer_in_arabic_runs_from_right_to_left_and_leaves_its_pictures_as_they_are() {
        var advice = advice(new Question(small(), DAY, List.of()));

        assertThat(page(advice, ARABIC))
                .contains("<html lang=\"ar\" dir=\"rtl\">", "<div class=\"scale\" dir=\"ltr\">");
        assertThat(why(advice, ARABIC)).contains("dir=\"rtl\"", "hidden></figure>");
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
        var ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();

        assertThat(ids).doesNotHaveDuplicates().contains("buyer", "asOf", "main", "watch");
        var reasons = why(advice(new Question(small(), DAY, List.of())), Tongue.ENGLISH);
        assertThat(Pattern.compile(" id=\"([^\"]+)\"")
                        .matcher(reasons)
                        .results()
                        .map(each -> each.group(1)))
                .doesNotHaveDuplicates()
                .contains("chain", "demands", "watch", "prices", "steady", "coming", "gaps", "record");
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
                .contains("No mix satisfies all limits", "no-money", "Needs", "Has")
                .doesNotContain("Other mixes", "Send to review");
        assertThat(page.indexOf("What stands in the way"))
                .isPositive()
                .isLessThan(page.indexOf("No mix satisfies all limits"));
        assertThat(why(advice(new Question(buyer, DAY, limits)), Tongue.ENGLISH))
                .contains("What stands in the way", "Left out of")
                .doesNotContain("Price of each limit", "Supply chain");
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
    void why_knows_its_demands_and_programs_have_the_answer_itself() {
        given().get("/why?demand=no-such").then().statusCode(404).contentType("text/html");
        given().get("/why?buyer=nobody").then().statusCode(404).contentType("text/html");
        given().get("/answer.json?buyer=nobody").then().statusCode(404);
        given().get("/why?decision=nobody").then().statusCode(404);
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
