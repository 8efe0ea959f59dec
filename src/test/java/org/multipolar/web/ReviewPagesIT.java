package org.multipolar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.web.AskPagesIT.followed;
import static org.multipolar.web.AskPagesIT.get;
import static org.multipolar.web.AskPagesIT.post;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Reviews as pages: sent, refused to the asker, decided by somebody else, watched. */
@QuarkusTest
class ReviewPagesIT {

    private static String decision(String buyer) {
        var form =
                FormFields.of(get("/ask?blank=yes&asOf=2026-11-21"), "question").with("buyer", buyer);
        return followed(post("/ask", form.pressed("recommend"))).substring("/decisions/".length());
    }

    /** {@return the address of a review of the first offer of the mix} */
    private static String sent(String buyer, String by) {
        var page = get("/reviews/new?decision=" + decision(buyer));
        var group = page.substring(page.indexOf("<optgroup label=\"In the mix\">"));
        var offer = group.replaceFirst("(?s).*?<option value=\"(offer:[^\"]+)\".*", "$1");
        var form = FormFields.of(page, "question")
                .with("subject", offer)
                .with("quick", "yes")
                .with("by", by);
        return followed(post("/reviews", form.pressed("")));
    }

    @Test
    void a_review_is_decided_by_somebody_other_than_the_asker() {
        var address = sent("reviewed", "Ann <i>A</i>");
        var page = get(address);
        assertThat(page)
                .contains("Waits for a decision", "Ann &lt;i&gt;A&lt;/i&gt;")
                .doesNotContain("<i>");

        var own = FormFields.of(page, "question decide")
                .with("by", "ANN <I>a</I>")
                .with("reason", "It is \"mine\"");
        var refused = post(address + "/approve", own.pressed(""))
                .then()
                .statusCode(403)
                .extract()
                .asString();
        assertThat(FormFields.of(refused, "question decide").get("reason")).isEqualTo("It is \"mine\"");
        assertThat(refused).contains("The decision was not taken");

        var noReason = FormFields.of(page, "question decide").with("by", "Bob");
        post(address + "/approve", noReason.pressed("")).then().statusCode(422);
        var badDay = FormFields.of(page, "question decide").with("by", "Bob").with("until", "soon");
        post(address + "/waive", badDay.with("reason", "x").pressed("")).then().statusCode(400);

        var approved = FormFields.of(page, "question decide").with("by", "Bob").with("reason", "Papers were read");
        post(address + "/approve", approved.pressed("")).then().statusCode(303);
        post(address + "/approve", approved.pressed("")).then().statusCode(303);

        var after = get(address);
        assertThat(after).contains("Decided by Bob.", "Papers were read");
        assertThat(after.split("<li><strong>Approved</strong>", -1)).hasSize(2);
        assertThat(get("/reviews?buyer=reviewed")).contains("href=\"" + address + "\"", "<td>Approved</td>");
        assertThat(get("/reviews?buyer=reviewed&standing=refused")).doesNotContain(address);
    }

    @Test
    void nothing_chosen_is_said_and_the_rest_stays() {
        var page = get("/reviews/new?decision=" + decision("choosing"));
        var form = FormFields.of(page, "question").with("by", "Ann");

        var again = post("/reviews", form.with("subject", "").pressed(""))
                .then()
                .statusCode(400)
                .extract()
                .asString();

        assertThat(again).contains("neither offer nor supplier is named");
        assertThat(FormFields.of(again, "question").get("by")).isEqualTo("Ann");
    }

    @Test
    void a_review_and_a_question_can_stand_and_be_ended() {
        var review = sent("watched", "Ann").substring("/reviews/".length());
        assertThat(followed(post("/watches", "review=" + review))).isEqualTo("/reviews#watches");

        var page = get("/reviews?buyer=watched");
        assertThat(page).contains("<a href=\"/reviews/" + review + "\">a review</a>", "unchanged");
        var end = page.replaceFirst("(?s).*action=\"(/watches/[^\"]+/end)\".*", "$1");
        post(end, "x=y").then().statusCode(303);
        assertThat(get("/reviews?buyer=watched")).doesNotContain(end).contains("ended");
        post("/watches/none/end", "x=y").then().statusCode(404);
    }
}
