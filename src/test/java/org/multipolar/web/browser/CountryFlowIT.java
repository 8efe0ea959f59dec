package org.multipolar.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the heatmap to a figure and the source it comes from; and two countries side by side. */
@QuarkusTest
@TestProfile(SmallDesk.class)
class CountryFlowIT {

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway") // set by the framework
    private String root;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void a_score_leads_to_its_figures_and_their_sources_and_to_another_country(String language) {
        try (var visit = Visit.of(root, language)) {
            var page = visit.desk.open("/rules");
            visit.tab(visit.say("nav.countries")).click();
            visit.arrives("/countries$");
            page.locator("table.heat a[href='/countries/JP']").click();
            visit.arrives("/countries/JP$");
            var figure = page.locator("table.figures tr.scored").first();
            figure.locator("summary").click();
            assertThat(figure.locator("details span")).isVisible();
            var source = figure.locator("td:last-child a").first();
            assertThat(String.valueOf(source.getAttribute("href"))).startsWith("https://");
            assertThat(String.valueOf(source.getAttribute("rel"))).contains("noopener");

            page.locator(".sub a[href='/countries/compare']").click();
            visit.arrives("/countries/compare$");
            page.selectOption("#left", "JP");
            page.selectOption("#right", "KR");
            visit.button(visit.say("countries.compare")).click();
            visit.arrives("/countries/compare\\?.*left=JP&.*right=KR");
            assertThat(page.locator("h1"))
                    .containsText(page.locator("#left option:checked").innerText());

            visit.back();
            visit.back();
            assertThat(page.url()).endsWith("/countries/JP");
        }
    }
}
