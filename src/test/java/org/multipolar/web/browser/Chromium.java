package org.multipolar.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The browser that is installed here, started once for all tests of pages. */
final class Chromium {

    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static @Nullable Browser started;

    private Chromium() {}

    /** {@return the browser; a test that asks for it is left out, and says so, where none is installed} */
    static synchronized Browser browser() {
        var path = installed();
        if (path.isEmpty()) {
            var reason =
                    "Left out: no Chromium is installed. Maybe install the package chromium, or name a browser in CHROMIUM.";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        if (started == null) {
            // It looks for a browser of its own otherwise, and would fetch one.
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            started = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(path.orElseThrow())
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        }
        return started;
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
