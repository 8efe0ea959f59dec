package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What scenarios do, as a page. */
@QuarkusTest
@TestProfile(OwnScenarios.class)
class WhatIfPageIT {

    private static final String SMALL = "/what-if?buyer=small&asOf=2026-11-21";

    /** Each look waits a moment by itself. */
    private static final int MOST_LOOKS = 100;

    private static String get(String address) {
        return Html.withoutBundle(given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString());
    }

    private static String asked(String... scenarios) {
        return SMALL + Stream.of(scenarios).map(each -> "&scenario=" + each).collect(Collectors.joining());
    }

    /** Looks again until the answer is there, as a reader's browser does. */
    private static String answered(String address) {
        var page = get(address);
        for (int i = 0; i < MOST_LOOKS && page.contains("Working it out"); i++) {
            page = get(address);
        }
        return page;
    }

    private static long count(String pattern, String page) {
        return Pattern.compile(pattern).matcher(page).results().count();
    }

    @Test
    void the_empty_page_offers_all_scenarios_by_kind_and_works_nothing_out() {
        var page = get(SMALL);

        assertThat(count("<input type=\"checkbox\" id=\"c-[a-z-]+\" name=\"scenario\"", page))
                .isEqualTo(7);
        assertThat(page)
                .containsSubsequence(
                        "<summary>Other questions: one thing gone, prices, volume, another aim (2)</summary>",
                        "All prices double",
                        "<summary>Law: dated and proposed texts (1)</summary>",
                        "Not yet",
                        "Holds from Jan 1, 2040",
                        "<summary>Events that might come (3)</summary>",
                        "On top of: No maker in the US",
                        "<summary>Events that happened (1)</summary>",
                        "Nothing may be bought")
                .doesNotContain("What differs", "http-equiv=\"refresh\"", "checked>");
    }

    @Test
    void four_scenarios_stand_side_by_side() {
        var page = answered(asked("t-no-us", "t-dear", "t-island", "t-on"));

        assertThat(count("<section class=\"verdict ", page)).isEqualTo(4);
        assertThat(count("<article class=\"scenario\" id=\"s\\d\"", page)).isEqualTo(4);
        // What has no effect has no pictures.
        assertThat(count("<figure class=\"map\">", page)).isEqualTo(6);
        assertThat(count("<svg class=\"bar origins\"", page)).isEqualTo(3);
        assertThat(count("<tr><th scope=\"row\">Volume lost if held</th><td></td>(<td.*?</td>){4}</tr>", page))
                .isEqualTo(1);
        assertThat(page)
                .contains("No effect, because ", "Compared with: No maker in the US", "Held as it is, the mix loses ")
                .containsSubsequence("What the new best mix moves", "Lost from the mix", "Who makes it")
                .contains("It takes over what others lose")
                .doesNotContain("micro-USD", "suitability ")
                .contains("href=\"https://example.org/paper\"", "A paper, A house, 2026-03-02")
                .contains("name=\"scenario\" value=\"t-dear\" checked")
                .doesNotContain("<script", "style=", "NOT_FOUND");
    }

    @Test
    void figures_that_stay_in_every_scenario_are_named_and_not_listed() {
        var page = answered(asked("t-island"));

        assertThat(page)
                .contains("Nothing moves: the mix, its score, its cost and its duties stay as they are.")
                .contains("<p>No figure differs.</p>")
                .doesNotContain("<table class=\"differs\">");
        // Doubled prices lose nothing, and the mix stays possible.
        assertThat(answered(asked("t-dear")))
                .containsPattern(
                        "<p class=\"fine\">Unchanged: Volume lost if held, Worst hit demand if held, .*Best mix.*[.]</p>")
                .contains("<th scope=\"row\">USD a month</th>")
                .doesNotContain("<th scope=\"row\">Volume lost if held</th>");
    }

    @Test
    void a_recorded_question_is_asked_further() {
        var body = SmallBuyer.json()
                .replace("\"buyer\": \"small\"", "\"buyer\": \"typed-in\"")
                .replace("Small &", "Typed &");
        var record = given().contentType("application/json")
                .body("{\"buyer\": %s, \"asOf\": \"2026-11-21\"}".formatted(body))
                .post("/api/v1/advice")
                .then()
                .statusCode(200)
                .extract()
                .header("Content-Location");
        var id = record.substring(record.lastIndexOf('/') + 1);

        var page = answered("/what-if?decision=" + id + "&scenario=t-no-us");
        assertThat(page)
                .contains("<h1>What if: Typed &amp; &lt;b&gt;quick&lt;/b&gt;</h1>")
                .contains("<input type=\"hidden\" name=\"decision\" value=\"%s\">".formatted(id))
                .contains("href=\"/decisions/%s\"".formatted(id), "href=\"/sweeps?decision=%s&amp;".formatted(id))
                .contains("Held as it is, the mix loses ")
                .doesNotContain("<select id=\"buyer\"");
        refused("/what-if?decision=none", 404, "no decision is called (none)");
    }

    @Test
    void texts_of_files_are_marked_as_english_where_the_page_is_not() {
        var page = get(SMALL + "&lang=ar");

        assertThat(page)
                .contains("<html lang=\"ar\" dir=\"rtl\">")
                .contains("<label for=\"c-t-dear\"><span lang=\"en\" dir=\"ltr\">All prices double</span></label>")
                .contains(
                        "<span lang=\"en\" dir=\"ltr\">&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;</span>")
                .doesNotContain("<b>", "NOT_FOUND");
    }

    @Test
    void sentences_of_this_program_are_known_in_answers_or_they_would_stay_english() {
        assertThat(answered(asked("t-no-us", "t-dear") + "&way=stack&lang=ar"))
                .contains("<span lang=\"en\" dir=\"ltr\">scenario t-no-us: a try</span>")
                .doesNotContainPattern(
                        "<span lang=\"en\" dir=\"ltr\">(it |It |its |suitability |The whole|A part|Others)");
    }

    @Test
    void a_stack_is_one_answer_with_what_each_did() {
        var page = answered(asked("t-dear", "t-no-us") + "&way=stack");

        assertThat(count("<section class=\"verdict ", page)).isEqualTo(1);
        assertThat(page)
                .contains("All prices double + No maker in the US", "Which change did it")
                .contains("<option value=\"stack\" selected>");
    }

    @Test
    void where_no_mix_is_left_the_page_says_so_and_shows_what_still_runs() {
        var page = answered(asked("t-barren"));

        assertThat(page)
                .contains("No new mix keeps all limits.", "Nobody may serve watch within its own limits")
                .contains("none keeps all limits", "Planned anew: no mix", "what still runs if the mix is held");
    }

    @Test
    void what_a_scenario_says_stays_text() {
        for (var page : List.of(get(SMALL), answered(asked("t-hostile")))) {
            assertThat(page)
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;")
                    .contains("&lt;img src=x onerror=alert(2)&gt;", "&lt;em&gt;why&lt;/em&gt;", "&lt;i&gt;x&lt;/i&gt;")
                    .doesNotContain("<script", "<img", "<b>", "<em>", "<i>", "<u>", "href=\"javascript");
        }
    }

    @Test
    void what_cannot_be_shown_is_refused_as_a_page() {
        refused(asked("t-no-us", "t-dear", "t-island", "t-on", "t-late"), 400, "5 scenarios are chosen; at most 4");
        refused(asked("t-no-u%3Cb%3E"), 400, "no scenario is called (t-no-u&lt;b&gt;)");
        refused(SMALL + "&way=sideways", 400, "(sideways) is no way to lay scenarios");
        refused("/what-if?buyer=nobody", 404, "no buyer is called (nobody)");
        refused("/what-if?buyer=small&asOf=soon", 400, "(soon) is not a day");
    }

    private static void refused(String address, int status, String why) {
        var page = given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(status)
                .contentType("text/html")
                .extract()
                .asString();
        assertThat(page).contains(why).doesNotContain("<b>");
    }

    @Test
    void the_same_scenario_twice_counts_once() {
        assertThat(count("<article class=\"scenario\"", answered(asked("t-island", "t-island"))))
                .isEqualTo(1);
    }

    @Test
    void the_page_can_be_used_by_keyboard_and_read_aloud() {
        var page = answered(asked("t-no-us", "t-dear"));

        assertThat(count("<table", page)).isEqualTo(count("<caption", page)).isPositive();
        assertThat(count("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"", page))
                .isEqualTo(count("<table", page));
        assertThat(count("<h1", page)).isEqualTo(1);
        assertThat(count("role=\"img\" aria-labelledby=", page)).isEqualTo(6);
        var ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        Pattern.compile("(?:aria-labelledby|for)=\"([^\"]+)\"|href=\"#([^\"]+)\"")
                .matcher(page)
                .results()
                .map(each -> each.group(1) == null ? each.group(2) : each.group(1))
                .forEach(named -> assertThat(ids).contains(named));
    }

    @Test
    void an_answer_and_every_page_lead_here_with_the_question_where_there_is_one() {
        assertThat(given().get("/?buyer=small&asOf=2026-11-21").asString())
                .contains("<a href=\"/what-if?buyer=small&amp;asOf=2026-11-21\">What if</a> <a href=\"/sweeps?");
        assertThat(given().get("/rules").asString()).contains("<a href=\"/what-if\">What if</a>");
    }
}
