package org.multipolar.web.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** One reader at the pages, in one language: what the browser complains of is kept. */
final class Desk implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final BrowserContext context;
    private final String root;
    private final List<String> complaints = new ArrayList<>();
    final Page page;

    Desk(String root, String language, int width, ColorScheme colours) {
        this.root = root;
        context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setViewportSize(width, 900)
                        .setColorScheme(colours)
                        .setAcceptDownloads(true));
        page = context.newPage();
        page.onConsoleMessage(said -> {
            if (said.type().equals("error") || said.type().equals("warning")) {
                complaints.add(said.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Desk wide(String root, String language) {
        return new Desk(root, language, 1280, ColorScheme.LIGHT);
    }

    /** {@return the page at an address of this service, once it stands} */
    Page open(String address) {
        page.navigate(root + address);
        return page;
    }

    /** {@return what the browser complained of: scripts that failed, styles that the policy forbids} */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Takes back a complaint that was to be expected; {@return whether it was there} */
    boolean expected(String complaint) {
        return complaints.removeIf(each -> each.contains(complaint));
    }

    /** {@return what breaks WCAG 2.2 AA, as axe finds it} */
    List<String> barriers() {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(each -> each.getId() + ": " + each.getHelp() + " "
                                + each.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }

    /** {@return by how many pixels the page is wider than the window} */
    int tooWide() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    @Override
    public void close() {
        context.close();
    }
}
