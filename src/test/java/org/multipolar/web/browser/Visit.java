package org.multipolar.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.multipolar.web.language.Tongue;

/** A reader who goes from page to page in one language, finds controls by what they say, and looks at every page. */
final class Visit implements AutoCloseable {

    private static final double LONG = 120_000;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]*\\.[a-z0-9-]+");
    private static final Set<String> KEYS = keys();

    private static final String SAID =
            """
            () => {
              const main = document.getElementById('main').cloneNode(true);
              main.querySelectorAll('.take-out, .chain-heads, .chain').forEach(each => each.remove());
              return main.textContent.replace(/\\s+/g, ' ');
            }
            """;

    private final Tongue tongue;
    final Desk desk;
    final Page page;

    private Visit(String root, String language) {
        tongue = Tongue.of(language).orElseThrow();
        desk = Desk.wide(root.replaceFirst("/$", ""), language);
        page = desk.page;
    }

    static Visit of(String root, String language) {
        return new Visit(root, language);
    }

    private static Set<String> keys() {
        try (var stream = Objects.requireNonNull(Visit.class.getResourceAsStream("/messages/en.properties"))) {
            var messages = new Properties();
            messages.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return new TreeSet<>(messages.stringPropertyNames());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String say(String key, Object... arguments) {
        return tongue.say(key, arguments);
    }

    /** {@return the first link of the page itself that says this} */
    Locator link(String words) {
        return named(AriaRole.LINK, words);
    }

    Locator button(String words) {
        return named(AriaRole.BUTTON, words);
    }

    private Locator named(AriaRole role, String words) {
        return page.locator("main, .tools")
                .getByRole(role, new Locator.GetByRoleOptions().setName(words).setExact(true))
                .first();
    }

    /** {@return the link in the head of every page that says this} */
    Locator tab(String words) {
        return page.locator("header nav")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(words).setExact(true));
    }

    /** Waits for what the page is about, past every page that says that the work goes on. */
    void sees(String selector) {
        assertThat(page.locator(selector).first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
    }

    /** Waits for an address, past every page that says that the work goes on. */
    void arrives(String address) {
        page.waitForURL(Pattern.compile(address), new Page.WaitForURLOptions().setTimeout(LONG));
        looks();
    }

    /** Looks at the page: its language and direction, words that nobody translated, and what the browser complains of. */
    void looks() {
        assertThat(page.getAttribute("html", "lang")).isEqualTo(tongue.tag());
        assertThat(page.getAttribute("html", "dir")).isEqualTo(tongue.direction());
        var text = page.locator("body").innerText();
        assertThat(text).isNotBlank().doesNotContain("??", "NOT_FOUND", "{0}");
        assertThat(WORD.matcher(text).results().map(found -> found.group()).filter(KEYS::contains))
                .as("keys of messages in place of messages")
                .isEmpty();
        assertThat(desk.complaints()).isEmpty();
    }

    /** {@return what the page says by itself, without what its scripts add after a while} */
    String text() {
        return page.evaluate(SAID).toString();
    }

    /** Looks at the page on a telephone, where nothing of it may lie beside the window. */
    void fitsTelephone() {
        var size = page.viewportSize();
        page.setViewportSize(360, size.height);
        assertThat(desk.tooWide()).isZero();
        page.setViewportSize(size.width, size.height);
    }

    /** {@return how many pages there are to go back and forward to} */
    int pages() {
        return ((Number) page.evaluate("history.length")).intValue();
    }

    void back() {
        page.goBack();
        looks();
    }

    @Override
    public void close() {
        desk.close();
    }
}
