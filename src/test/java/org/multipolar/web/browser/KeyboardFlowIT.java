package org.multipolar.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first page to the report of a buyer typed in by hand, by nothing but keys. */
@QuarkusTest
@TestProfile(SmallDesk.class)
class KeyboardFlowIT {

    private static final int MOST_STEPS = 120;

    /** Where the keyboard is: nowhere, unseen, or seen; and what it is on. */
    private static final String PLACE =
            """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) { return 'nowhere'; }
              const style = getComputedStyle(at);
              const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
              return (seen ? 'seen ' : 'unseen ') + at.outerHTML.slice(0, 160);
            }
            """;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway") // set by the framework
    private String root;

    /** Goes on with the tabulator until it is on what the selector names. */
    private static void to(Visit visit, String selector) {
        for (int step = 0; step < MOST_STEPS; step++) {
            visit.page.keyboard().press("Tab");
            assertThat(visit.page.evaluate(PLACE).toString()).startsWith("seen ");
            if (Boolean.TRUE.equals(
                    visit.page.evaluate("wanted => document.activeElement.matches(wanted)", selector))) {
                return;
            }
        }
        throw new AssertionError("No way by keyboard to " + selector);
    }

    private static void types(Visit visit, String selector, String text) {
        to(visit, selector);
        // A field that is reached by the tabulator is marked whole, so typing replaces it.
        visit.page.keyboard().type(text);
        assertThat(visit.page.inputValue(selector)).isEqualTo(text);
    }

    private static void enters(Visit visit, String selector, String address) {
        to(visit, selector);
        visit.page.keyboard().press("Enter");
        visit.arrives(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void keys_alone_lead_from_the_first_page_to_the_report(String language) {
        try (var visit = Visit.of(root, language)) {
            visit.desk.open("/");
            visit.sees("#outcome");
            enters(visit, ".skip", "#main$");
            enters(visit, ".steps a[href^='/ask']", "/ask\\?buyer=small");
            enters(visit, ".starts a[href='/ask?blank=yes']", "/ask\\?blank=yes");
            types(visit, "#f-name", "Keys & Co");
            types(visit, "#f-buyer", "keys-" + language);
            types(visit, "#f-demands-0-title", "Minutes");
            to(visit, "#f-demands-0 .further > summary");
            visit.page.keyboard().press("Space");
            to(visit, "[name='demands[0].critical']");
            visit.page.keyboard().press("Space");
            enters(visit, "[value=add-demand]", "/ask#f-demands-1");
            types(visit, "#f-demands-1-title", "Letters");
            enters(visit, "[value=recommend]", "/decisions/[0-9a-f-]+$");
            assertThat(visit.page.locator("h1")).hasText("Keys & Co");
            enters(visit, ".steps a[href$='/report']", "/report$");
            assertThat(visit.page.locator("h1")).hasText("Keys & Co");
            to(visit, "a[href*='report.pdf']");
        }
    }
}
