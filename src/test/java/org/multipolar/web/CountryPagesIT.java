package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CountryPagesIT {

    private static final int PATIENCE = 600;

    private static String page(String address) {
        return Html.withoutBundle(given().get(address)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString());
    }

    private static List<MatchResult> all(String pattern, String page) {
        return Pattern.compile(pattern).matcher(page).results().toList();
    }

    private static String start(int draws, int seed) {
        return given().redirects()
                .follow(false)
                .formParam("draws", draws)
                .formParam("seed", seed)
                .post("/countries/ranks")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
    }

    /** Looks at a run until it is neither waiting nor running. */
    private static Response ended(String location) throws InterruptedException {
        for (int look = 0; look < PATIENCE; look++) {
            var page = given().get(location);
            if (!page.asString().contains("<progress")) {
                return page;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the run does not end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/countries",
                "/countries?method=scale-only&view=per-head&sort=-capital",
                "/countries/map",
                "/countries/map?of=energy&show=tiles",
                "/countries/compare",
                "/countries/ranks?draws=300",
                "/countries/US",
                "/countries/EU?view=per-head"
            })
    void every_page_is_whole_and_has_no_inline_script_or_style(String address) {
        var page = page(address);

        assertThat(page).doesNotContain("<script", "style=", "javascript:", "NOT_FOUND", "{view", "{country", "null");
        assertThat(all("<h1>", page)).hasSize(1);
        assertThat(all(" id=\"([^\"]+)\"", page))
                .extracting(each -> each.group(1))
                .doesNotHaveDuplicates();
        for (var label : all(" for=\"([^\"]+)\"", page)) {
            assertThat(page).contains(" id=\"" + label.group(1) + "\"");
        }
    }

    @Test
    void the_scores_begin_with_who_leads_and_say_how_the_method_reads_its_ambiguous_sentences() {
        assertThat(page("/countries"))
                .contains("The United States leads overall with ", "then China (")
                .contains("can be read in three ways", "its method note scores every country 1")
                .contains("scores.csv", "figures.csv", "superpower", "0.335", "How CEOs Can Navigate")
                .contains("<td>in EU</td><th scope=\"row\"><a href=\"/countries/DE\">Germany</a>");
    }

    @Test
    void columns_sort_both_ways_and_say_so() {
        var down = page("/countries?sort=energy");
        var up = page("/countries?sort=-energy");

        assertThat(down).contains("aria-sort=\"descending\"><a href=\"/countries?sort=-energy\">energy");
        assertThat(up).contains("aria-sort=\"ascending\"><a href=\"/countries?sort=energy\">energy");
        assertThat(names(down).get(0)).isEqualTo("Qatar");
        assertThat(names(up).get(0)).isEqualTo("United Kingdom");
        // What is unknown is last whichever way round.
        assertThat(names(down).subList(names(down).size() - 2, names(down).size()))
                .containsExactlyInAnyOrderElementsOf(
                        names(up).subList(names(up).size() - 2, names(up).size()));
    }

    private static List<String> names(String page) {
        return all("<th scope=\"row\"><a [^>]+>([^<]+)</a>", page).stream()
                .map(each -> each.group(1))
                .toList();
    }

    @Test
    void links_keep_method_and_view() {
        assertThat(page("/countries?method=scale-only&view=per-head"))
                .contains("href=\"/countries/map?method=scale-only&amp;view=per-head\"")
                .contains("href=\"/countries/US?method=scale-only&amp;view=per-head\"")
                .contains("href=\"/api/v1/index/scores.csv?method=scale-only&amp;view=per-head\"")
                .contains("<option value=\"scale-only\" selected");
        given().get("/api/v1/index/scores.csv?method=scale-only&view=per-head")
                .then()
                .statusCode(200);
    }

    @Test
    void map_tiles_and_table_hold_the_same_figures() {
        var map = page("/countries/map?of=capital");
        var tiles = page("/countries/map?of=capital&show=tiles");

        assertThat(map).contains("Strongest in capital: the United States (", "below 0.01", "imply no opinion");
        assertThat(tiles).contains("Show the world map");
        for (var page : List.of(map, tiles)) {
            assertThat(page).contains("role=\"group\" aria-label=\"Countries by their score: capital\"");
            var rows = all("<a href=\"/countries/(\\w+)\">([^<]+)</a></th><td class=\"num\"[^>]*>([^<]+)</td>", page);
            assertThat(rows).hasSizeGreaterThan(50);
            for (var row : rows) {
                if (!row.group(1).equals("EU")) {
                    assertThat(page).contains("<title>" + row.group(2) + ": " + row.group(3));
                }
            }
        }
    }

    @Test
    void a_comparison_begins_with_its_finding_and_each_figure_has_a_source() {
        var page = page("/countries/compare?left=DE&right=FR");

        assertThat(page).contains("<h1>Germany and France</h1>", "Germany leads in ", "Who is ahead");
        var bars = all("<title>(\\w+): Germany ([^,<]+), France ([^<]+)</title>", page);
        assertThat(bars).hasSize(9);
        for (var bar : bars) {
            assertThat(page)
                    .containsPattern(
                            "<th scope=\"row\">%s</th><td class=\"num\"[^>]*>%s</td><td class=\"num\"[^>]*>%s</td>"
                                    .formatted(bar.group(1), bar.group(2), bar.group(3)));
        }
        var figures = all("(?s)<td><strong>([^<]+)</strong>(.*?)</td>", page);
        assertThat(figures).hasSizeGreaterThan(20);
        for (var figure : figures) {
            if (!figure.group(1).equals("unknown")) {
                assertThat(figure.group(2)).as(figure.group(1)).matches("(?s)<small>.*<small[ >].*");
            }
        }
    }

    @Test
    void every_figure_of_a_country_has_a_source_one_click_away() {
        var page = page("/countries/US");
        var rows = all("(?s)<tr class=\"(scored|other)\">(.*?)</tr>", page);

        assertThat(rows).hasSizeGreaterThan(16);
        for (var row : rows) {
            var source = row.group(2).substring(row.group(2).lastIndexOf("<td"));
            assertThat(source.replaceAll("(?s)<[^>]+>", "").strip()).isNotIn("", "none");
        }
        assertThat(all("<td dir=\"auto\"><a href=\"https?://", page)).hasSizeGreaterThan(10);
        assertThat(page)
                .contains(
                        "number 1 of ",
                        "/countries/compare?left=US&amp;right=CN",
                        "other series",
                        "Sources differ by ");
        assertThat(page("/countries/DE"))
                .contains(
                        "Compare with its bloc, EU",
                        "/countries/compare?left=DE&amp;right=EU",
                        "<summary>How</summary>");
    }

    @Test
    void draws_are_started_watched_and_shown_with_the_same_figures_in_picture_and_table() throws InterruptedException {
        assertThat(page("/countries/ranks?seed=4711")).contains("Not worked out yet", "Work it out", "name=\"draws\"");

        var location = start(20_000, 4711);
        var progress = given().get(location).asString();
        assertThat(progress).containsAnyOf("<meta http-equiv=\"refresh\" content=\"1\">", "What drives the ranks");
        assertThat(given().get(location + "&still=yes").asString()).doesNotContain("http-equiv");
        var page = ended(location).then().statusCode(200).extract().asString();

        assertThat(page)
                .contains("The United States leads overall", "Ninety of a hundred draws put these at places ")
                .contains(
                        "In an average draw a unit moves ", "Which source is taken", "--uncertainty 20000 --seed 4711")
                .contains("move over more than ten places", "Leave one out", "What was not, and why")
                .doesNotContain("http-equiv");
        var places = all(
                "<title>([^:<]+): place (\\d+) by the method, median of the draws ([\\d.]+), "
                        + "ninety of a hundred between ([\\d.]+) and ([\\d.]+)",
                page);
        assertThat(places).hasSizeGreaterThan(25);
        for (var place : places) {
            assertThat(page)
                    .containsPattern(
                            "%s</a></th><td class=\"num\">%s</td><td class=\"num\">%s</td><td class=\"num\">%s</td><td class=\"num\">%s</td>"
                                    .formatted(
                                            Pattern.quote(place.group(1)),
                                            place.group(2),
                                            place.group(3),
                                            place.group(4),
                                            place.group(5)));
        }
        for (var factor : all("<title>([^:<]+): first ([^,]+), total ([^<]+)</title>", page)) {
            assertThat(page)
                    .containsPattern("<th scope=\"row\">%s</th><td class=\"num\"[^>]*>%s</td>"
                            .formatted(Pattern.quote(factor.group(1)), Pattern.quote(factor.group(2))));
        }
        assertThat(page("/countries/ranks?draws=20000&seed=4711")).contains("--seed 4711");
    }

    @Test
    void the_usual_draws_start_by_themselves_and_then_stand_on_every_page() throws InterruptedException {
        var page = ended("/countries/ranks").then().statusCode(200).extract().asString();

        assertThat(page).contains("What drives the ranks");
        assertThat(page("/countries")).contains("Ninety of a hundred draws put these at places ");
        assertThat(page("/countries/IN"))
                .contains("Place in 90 of 100 draws", "In ninety of a hundred draws it stands between");
    }

    @Test
    void a_run_can_be_cancelled_and_started_again() throws InterruptedException {
        var first = start(50_000, 1001);
        var second = start(50_000, 1002);
        for (var location : List.of(second, first)) {
            var id = location.substring(location.indexOf("run=") + 4);
            given().redirects()
                    .follow(false)
                    .contentType("application/x-www-form-urlencoded")
                    .post("/countries/ranks/" + id + "/cancel")
                    .then()
                    .statusCode(303);
        }

        assertThat(ended(first).asString()).contains("Cancelled after ", "Start again");
        assertThat(ended(second).asString()).contains("Cancelled after ", "Start again");
        assertThat(start(50_000, 1002)).isNotEqualTo(second);
    }

    @Test
    void too_many_draws_are_refused_in_words() {
        var page = given().formParam("draws", 2_000_000_000)
                .formParam("seed", 1)
                .post("/countries/ranks")
                .then()
                .statusCode(400)
                .contentType("text/html")
                .extract()
                .asString();

        assertThat(page).contains("2000000000 draws are not between 1 and ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/countries?method=<b>",
                "/countries?view=<b>",
                "/countries?sort=<b>",
                "/countries/map?of=<b>",
                "/countries/map?show=<b>",
                "/countries/ranks?draws=<b>",
                "/countries/ranks?seed=<b>",
                "/countries/ranks?method=<b>",
                "/countries/compare?method=<b>",
                "/countries/US?method=<b>"
            })
    void a_bad_value_is_told_as_a_page_with_help_and_escaped(String address) {
        given().get(address)
                .then()
                .statusCode(400)
                .contentType("text/html")
                .body(containsString("(&lt;b&gt;)"), not(containsString("<b>")), containsString("Maybe"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/countries/<b>",
                "/countries/compare?left=<b>",
                "/countries/compare?right=<b>",
                "/countries/ranks?run=<b>"
            })
    void an_unknown_unit_or_run_is_told_as_a_page(String address) {
        given().get(address)
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("(&lt;b&gt;)"), not(containsString("<b>")));
    }

    @Test
    void a_unit_is_not_compared_with_itself() {
        given().get("/countries/compare?left=US&right=US")
                .then()
                .statusCode(400)
                .contentType("text/html");
    }
}
