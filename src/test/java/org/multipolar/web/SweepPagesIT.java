package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sweeps as pages: asked for by a form, watched, read, ended, without a script. */
@QuarkusTest
@TestProfile(OwnScenarios.class)
class SweepPagesIT {

    private static final String OWN =
            """
            id: mine
            title: Mine & <i>yours</i>
            draws: %d
            scenarios:
              - id: us-gone
                patch: {event: {lost: country, is: US}}
                likelihood: %s
                why: "<script>alert(1)</script>"
            """;

    private static String get(String address) {
        return Html.withoutBundle(given().get(address)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString());
    }

    private static Response post(String sweep, String file, String draws, String seed) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("buyer", "small")
                .formParam("asOf", "2026-11-21")
                .formParam("sweep", sweep)
                .formParam("file", file)
                .formParam("draws", draws)
                .formParam("seed", seed)
                .post("/sweeps");
    }

    private static String address(Response answer) {
        var address = answer.then().statusCode(303).extract().header("Location");
        return address.substring(address.indexOf("/sweeps/"));
    }

    private static Response press(String address) {
        return given().redirects().follow(false).post(address);
    }

    /** Looks again until the page says so, as a reader's browser does. */
    private static String until(String address, String said) throws InterruptedException {
        for (int look = 0; look < 1_200; look++) {
            var page = get(address);
            if (page.contains(said)) {
                return page;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The page never says (%s): %s".formatted(said, get(address)));
    }

    private static long count(String pattern, String page) {
        return Pattern.compile(pattern).matcher(page).results().count();
    }

    @Test
    void the_form_offers_what_ships_and_starts_nothing() {
        var page = get("/sweeps?buyer=small&asOf=2026-11-21");

        assertThat(page)
                .contains("<option value=\"t-moment\">A &lt;b&gt;moment&lt;/b&gt;</option>")
                .contains("<option value=\"small\" selected>", "value=\"2026-11-21\"")
                .contains("<textarea id=\"file\" name=\"file\"", "from=t-moment")
                .doesNotContain("http-equiv=\"refresh\"", "<b>", "NOT_FOUND");
        assertThat(get("/sweeps?buyer=small&from=t-moment"))
                .contains("scenario: t-no-us, likelihood: 0.3", "<details open>");
        assertThat(get("/what-if?buyer=small&asOf=2026-11-21"))
                .contains("<a href=\"/sweeps?buyer=small&amp;asOf=2026-11-21\">Futures</a>");
        assertThat(get("/reviews")).contains("<a href=\"/sweeps\">Futures</a>");
    }

    @Test
    void a_sweep_is_asked_for_and_read() throws InterruptedException {
        var address = address(post("t-moment", "", "32", "51"));
        var page = until(address, "id=\"finding\">Finding");

        assertThat(page)
                .containsSubsequence(
                        "Over 32 futures, holding the best mix of today keeps ",
                        "Mixes held in every future",
                        "The best mix as things are",
                        "The best mix under: No maker in the US",
                        "Which is best by which measure",
                        "Worst capacity",
                        "Expected score",
                        "Robust mixes, and what they cost today",
                        "Best worst case",
                        "What moves it, each alone",
                        "Who stays",
                        "Would more futures change it",
                        "What was varied",
                        "seed 51",
                        "Digests")
                .contains("Small &amp; &lt;b&gt;quick&lt;/b&gt;", "href=\"/api/v1" + address + "\"")
                .doesNotContain("http-equiv=\"refresh\"", "<progress", "Go on from there", "NOT_FOUND", "<b>");
        // One bar for each thing varied, in the picture and the table.
        assertThat(count("<li><p>", page)).isEqualTo(3);
        assertThat(get("/sweeps")).contains("<a href=\"%s\">A &lt;b&gt;moment&lt;/b&gt;</a>".formatted(address));
        assertThat(address(post("t-moment", "", "32", "51"))).isEqualTo(address);
    }

    @Test
    void figures_of_tables_are_there_bare_for_programs() throws InterruptedException {
        var page = until(address(post("t-moment", "", "24", "52")), "id=\"finding\">Finding");

        assertThat(page).contains("<th scope=\"row\" class=\"num\" data-v=\"24\">24</th>");
        // Cut off where it is said, exact where it is bare.
        var cost = Pattern.compile("<td class=\"num\" data-v=\"([0-9]+)[.][0-9]{1,6}\">([0-9,]+)</td>")
                .matcher(page);
        assertThat(cost.find()).isTrue();
        assertThat(cost.group(2).replace(",", "")).isEqualTo(cost.group(1));
    }

    @Test
    void a_recorded_question_is_swept_with_its_own_buyer_and_limits() throws InterruptedException {
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

        assertThat(get("/sweeps?decision=" + id))
                .contains("<strong>Typed &amp; &lt;b&gt;quick&lt;/b&gt;</strong>")
                .contains("<input type=\"hidden\" name=\"decision\" value=\"%s\">".formatted(id))
                .contains("value=\"2026-11-21\"", "href=\"/what-if?decision=" + id)
                .doesNotContain("<select id=\"buyer\"");
        var answer = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("decision", id)
                .formParam("asOf", "2026-11-21")
                .formParam("sweep", "t-moment")
                .formParam("draws", "16")
                .post("/sweeps");
        assertThat(until(address(answer), "id=\"finding\">Finding")).contains("Typed &amp; &lt;b&gt;quick&lt;/b&gt;");
    }

    @Test
    void a_file_brought_along_is_the_same_sweep_whatever_its_line_ends() throws InterruptedException {
        var file = OWN.formatted(16, "0.5");
        var address = address(post("t-moment", file, "", ""));
        assertThat(address(post("t-moment", file.replace("\n", "\r\n"), "", "")))
                .isEqualTo(address);

        assertThat(until(address, "id=\"finding\">Finding"))
                .contains("Mine &amp; &lt;i&gt;yours&lt;/i&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<i>");
    }

    @Test
    void a_fault_of_the_file_is_shown_with_its_line_and_the_file_stays() {
        var file = OWN.formatted(16, "1.2");
        var answer = post("t-moment", file.replace("\n", "\r\n"), "", "5");
        var page = Html.withoutBundle(
                answer.then().statusCode(400).contentType("text/html").extract().asString());

        assertThat(page)
                .contains(
                        "role=\"alert\"", "<code>sweep.yaml</code>, line 7, field <code>scenarios[0].likelihood</code>")
                .contains("(1.2) is no likelihood", "<code>    likelihood: 1.2</code>")
                .contains(
                        "id: mine\ntitle: Mine &amp; &lt;i&gt;yours&lt;/i&gt;",
                        "name=\"seed\" type=\"number\" step=\"1\" value=\"5\"")
                .doesNotContain("<i>", "<script");
        refused(
                post("t-moment", OWN.formatted(16, "0.1").replace("patch:", "path:"), "", ""),
                400,
                "nobody knows this key");
        refused(post("t-moment", "id: [", "", ""), 400, "sweep.yaml");
        refused(post("t-moment", "", "0", ""), 400, "field <code>");
        refused(post("t-moment", "", "", "seven"), 400, "seven");
        refused(post("none", "", "", ""), 404, "no sweep is called (none)");
    }

    private static void refused(Response answer, int status, String why) {
        assertThat(answer.then()
                        .statusCode(status)
                        .contentType("text/html")
                        .extract()
                        .asString())
                .contains(why);
    }

    @Test
    void a_long_sweep_shows_how_far_it_is_and_is_cancelled_and_taken_up() throws InterruptedException {
        var address = address(post("t-moment", "", "200000", "61"));
        var page = until(address, "id=\"finding\">So far");
        assertThat(page)
                .contains("<noscript><meta http-equiv=\"refresh\"", "<progress max=\"200", "Cancel</button>")
                .contains("data-events=\"/api/v1%s/events\"".formatted(address), "hx-get=\"%s\"".formatted(address))
                .contains("Over ", "Mixes held in every future");
        assertThat(get(address + "?still=yes"))
                .doesNotContain("http-equiv=\"refresh\"", "hx-get", "data-events")
                .contains("Look again");

        assertThat(address(press(address + "/cancel"))).isEqualTo(address);
        assertThat(until(address, "id=\"finding\">As far as it went"))
                .contains("Cancelled after ", "What follows rests on these alone.", "Go on from there")
                .doesNotContain("http-equiv=\"refresh\"", "<progress");

        assertThat(address(press(address + "/again"))).isEqualTo(address);
        until(address, "<progress max=\"200");
        assertThat(address(press(address + "/cancel"))).isEqualTo(address);
        refused(press("/sweeps/none/cancel"), 404, "no sweep is called (none)");
        refused(press("/sweeps/none/again"), 404, "no sweep is called (none)");
        refused(given().get("/sweeps/none"), 404, "no sweep is called (none)");
    }

    @Test
    void the_pages_can_be_used_by_keyboard_and_read_aloud() throws InterruptedException {
        accessible(get("/sweeps"));
        accessible(until(address(post("t-moment", "", "24", "71")), "id=\"finding\">Finding"));
    }

    private static void accessible(String page) {
        assertThat(count("<table", page)).isEqualTo(count("<caption", page));
        assertThat(count("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"", page))
                .isEqualTo(count("<table", page));
        assertThat(count("<h1", page)).isEqualTo(1);
        assertThat(page).doesNotContain("style=", "<script");
        var ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        Pattern.compile("(?:aria-labelledby|aria-describedby| for)=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .forEach(named -> assertThat(ids).contains(named));
    }
}
