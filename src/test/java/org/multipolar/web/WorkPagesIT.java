package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.multipolar.web.access.Role;
import org.multipolar.web.access.Tokens;

/** What takes longer than a moment is shown while it goes on, to whoever asked for it and to nobody else. */
@QuarkusTest
@TestProfile(WorkPagesIT.Impatient.class)
class WorkPagesIT {

    /** Pages wait for nothing. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new TreeMap<>(new Tokens.Trusted().getConfigOverrides());
            settings.put("multipolar.patience", "0ms");
            return settings;
        }
    }

    private static final int MOST_LOOKS = 600;

    private static Response send(String who, String role, String method, String address, String body) {
        var asking = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Tokens.of(who, List.of(role), List.of("own", "consumer-goods")));
        if (!body.isEmpty()) {
            asking = asking.contentType("application/x-www-form-urlencoded").body(body);
        }
        return asking.request(method, address.replaceFirst("^https?://[^/]+", ""));
    }

    private static Response get(String address) {
        return send("ann", Role.ANALYST, "GET", address, "");
    }

    private static FormFields blank() {
        return FormFields.of(get("/ask?blank=yes").asString(), "question");
    }

    /** {@return where work leads, looking again as a browser does} */
    private static String waited(String address) throws InterruptedException {
        for (int i = 0; i < MOST_LOOKS; i++) {
            var look = get(address);
            if (look.statusCode() == 303) {
                return look.header("Location");
            }
            assertThat(look.asString()).contains("role=\"status\"", "http-equiv=\"refresh\"", address + "?still=yes");
            Thread.sleep(100);
        }
        throw new AssertionError(address + " leads nowhere.");
    }

    @Test
    void an_answer_that_is_not_there_yet_is_waited_for_on_its_page() throws InterruptedException {
        var address = "/?buyer=consumer-goods&asOf=2026-11-20";
        var first = get(address).then().statusCode(200).extract().asString();
        assertThat(first).contains("Working it out", "http-equiv=\"refresh\"", "&amp;still=yes\"");
        assertThat(get(address + "&still=yes").asString()).doesNotContain("http-equiv=\"refresh\"");

        var page = first;
        for (int i = 0; i < MOST_LOOKS && page.contains("Working it out"); i++) {
            Thread.sleep(100);
            page = get(address).asString();
        }
        assertThat(page).contains("Proven best");
    }

    @Test
    void work_is_its_callers_and_can_be_cancelled() throws InterruptedException {
        var form = blank();
        assertThat(form.get("buyer")).isEqualTo("consumer-goods");
        var sent = send(
                "ann", Role.ANALYST, "POST", "/ask", form.with("buyer", "own").pressed("recommend"));
        var address = sent.header("Location").replaceFirst("^https?://[^/]+", "");

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(send("bob", Role.ANALYST, "GET", address, "").statusCode()).isEqualTo(404);
        assertThat(send("bob", Role.ANALYST, "POST", address + "/cancel", "x=y").statusCode())
                .isEqualTo(404);
        var decision = waited(address);
        assertThat(send("bob", Role.READER, "GET", decision, "").asString())
                .contains("Recorded answer")
                .doesNotContain("/replay\"");

        var other = form.with("name", "Cancelled").pressed("recommend");
        var begun = send("ann", Role.ANALYST, "POST", "/ask", other).header("Location");
        send("ann", Role.ANALYST, "POST", begun + "/cancel", "x=y").then().statusCode(303);
        var back = waited(begun.replaceFirst("^https?://[^/]+", ""));
        if (!back.contains("/decisions/")) {
            assertThat(FormFields.of(get(back).asString(), "question").get("name"))
                    .isEqualTo("Cancelled");
        }
    }

    @Test
    void another_buyers_name_is_refused_and_nothing_typed_is_lost() {
        var form = blank().with("buyer", "european-bank").with("name", "Mine");

        var page = send("ann", Role.ANALYST, "POST", "/ask", form.pressed("recommend"));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.asString()).contains("href=\"#f-buyer\"");
        assertThat(FormFields.of(page.asString(), "question").get("name")).isEqualTo("Mine");
    }

    @Test
    void whoever_asks_does_not_approve_and_whoever_approves_does_not_ask() throws InterruptedException {
        var asked = send(
                "ann",
                Role.ANALYST,
                "POST",
                "/ask",
                blank().with("buyer", "own").pressed("recommend"));
        var decision = waited(asked.header("Location").replaceFirst("^https?://[^/]+", ""))
                .replaceFirst(".*/", "");
        var form = get("/reviews/new?decision=" + decision).asString();
        var group = form.substring(form.indexOf("<optgroup label=\"In the mix\">"));
        var offer = group.replaceFirst("(?s).*?<option value=\"(offer:[^\"]+)\".*", "$1");
        var sending = FormFields.of(form, "question")
                .with("subject", offer)
                .with("quick", "yes")
                .pressed("");

        assertThat(send("cy", Role.APPROVER, "POST", "/reviews", sending).statusCode())
                .isEqualTo(403);
        var begun = send("ann", Role.ANALYST, "POST", "/reviews", sending).header("Location");
        var review = waited(begun.replaceFirst("^https?://[^/]+", ""));

        assertThat(get(review).asString()).contains("want the role approver").doesNotContain("/refuse\"");
        var seen = send("cy", Role.APPROVER, "GET", review, "").asString();
        var deciding = FormFields.of(seen, "question decide")
                .with("reason", "Papers were read")
                .pressed("");
        assertThat(seen).doesNotContain("name=\"by\"");
        assertThat(send("ann", Role.ANALYST, "POST", review + "/approve", deciding)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("cy", Role.APPROVER, "POST", review + "/approve", deciding)
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(review).asString()).contains("Decided by cy.");
    }
}
