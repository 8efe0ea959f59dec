package org.multipolar.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From an answer to a review, its approval or waiver, and the list that says so. */
@QuarkusTest
@TestProfile(SmallDesk.class)
class ReviewFlowIT {

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway") // set by the framework
    private String root;

    /** Sends one offer of the mix on the first page to review. */
    private static String asks(Visit visit, int offer) {
        visit.desk.open("/");
        visit.sees("#outcome");
        visit.link(visit.say("answer.review")).click();
        visit.arrives("/reviews/new\\?buyer=small");
        var subject = visit.page
                .locator("#subject optgroup")
                .first()
                .locator("option")
                .nth(offer);
        visit.page.selectOption("#subject", String.valueOf(subject.getAttribute("value")));
        visit.page.check("[name=quick]");
        visit.page.fill("#by", "Ann");
        visit.button(visit.say("reviews.send")).click();
        visit.arrives("/reviews/[0-9a-f-]{30,}$");
        assertThat(visit.page.locator("#standing")).hasText(visit.say("reviews-standing.answered"));
        return visit.page.url();
    }

    private static void decides(Visit visit, String button, String standing) {
        visit.page.fill("#reason", "Seen & <b>weighed</b>");
        visit.page.fill("#until", LocalDate.now(ZoneOffset.UTC).plusMonths(2).toString());
        visit.page.fill("#by", "Ben");
        visit.button(visit.say(button)).click();
        visit.sees("#standing:has-text('%s')".formatted(visit.say(standing)));
        visit.looks();
        assertThat(visit.page.locator(".history li")).hasCount(3);
        assertThat(visit.page.locator(".history")).containsText("Seen & <b>weighed</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void what_is_sent_to_review_is_approved_or_waived_and_the_list_says_so(String language) {
        try (var visit = Visit.of(root, language)) {
            int offer = language.equals("en") ? 0 : 2;
            var approved = asks(visit, offer);
            visit.button(visit.say("reviews.approve")).click();
            assertThat(visit.page.locator("[role=alert]")).isFocused();
            assertThat(visit.desk.expected("422")).isTrue();
            int pages = visit.pages();
            decides(visit, "reviews.approve", "reviews-standing.approved");
            assertThat(visit.pages()).isEqualTo(pages);
            visit.fitsTelephone();
            var waived = asks(visit, offer + 1);
            decides(visit, "reviews.waive", "reviews-standing.waived");

            visit.tab(visit.say("nav.reviews")).click();
            visit.arrives("/reviews$");
            assertThat(row(visit, approved)).containsText(visit.say("reviews-standing.approved"));
            assertThat(row(visit, waived)).containsText(visit.say("reviews-standing.waived"));
            assertThat(visit.desk.barriers()).isEmpty();
        }
    }

    private static com.microsoft.playwright.Locator row(Visit visit, String address) {
        var path = address.substring(address.indexOf("/reviews/"));
        return visit.page.locator("tr:has(a[href='%s'])".formatted(path));
    }
}
