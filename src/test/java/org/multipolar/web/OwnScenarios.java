package org.multipolar.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.Shipped;

/** Serves a copy of the shipped profiles whose scenarios are those below and no others. */
public final class OwnScenarios implements QuarkusTestProfile {

    /** Texts by id. */
    static final Map<String, String> TEXTS = Map.of(
            "t-no-us",
            """
            title: No maker in the US
            story: Nothing that is made in the United States may be bought.
            kind: event
            source: {title: A paper, url: 'https://example.org/paper', date: '2026-03-02', publisher: A house}
            patches:
              - event: {bar: {origin: US}, why: a try}
            """,
            "t-on",
            """
            title: On top of it
            kind: event
            on: t-no-us
            patches:
              - scale: {price: both, by: 1.5}
            """,
            "t-dear",
            """
            title: All prices double
            kind: card
            patches:
              - scale: {price: both, by: 2}
            """,
            "t-island",
            """
            title: A country nobody is served from
            kind: event
            patches:
              - event: {lost: country, is: CL}
            """,
            "t-late",
            """
            title: Not yet
            kind: law
            from: 2040-01-01
            patches:
              - event: {lost: origin, is: US}
            """,
            "t-barren",
            """
            title: Nothing may be bought
            kind: past
            patches:
              - event: {bar: {openness: [closed, open-weights, open-source]}, why: a try}
            """,
            "t-hostile",
            """
            title: <script>alert(1)</script> & <b>bold</b>
            story: "<img src=x onerror=alert(2)>"
            kind: card
            source: {title: '<i>x</i>', url: 'javascript:alert(3)', date: '2026-03-02', publisher: '<u>y</u>'}
            patches:
              - event: {bar: {origin: US}, why: "<em>why</em>"}
            """);

    /** A sweep of a moment. */
    static final String SWEEP =
            """
            id: t-moment
            title: A <b>moment</b>
            draws: 40
            seed: 7
            scenarios:
              - {scenario: t-no-us, likelihood: 0.3, why: a try}
              - {id: dearer, title: All prices, patch: {scale: {price: both}}, range: {from: 1, to: 2, steps: 3}}
            noise: {weights: 0.2}
            robust: [worst]
            """;

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new TreeMap<String, String>();
        settings.put("multipolar.profiles", copied().toString());
        settings.put("multipolar.watch", "0s");
        return settings;
    }

    private static Path copied() {
        var files = new TreeMap<>(Shipped.profiles());
        files.keySet().removeIf(path -> path.startsWith("scenarios/") || path.startsWith("sweeps/"));
        files.put("buyers/small.yaml", utf8(SmallBuyer.json()));
        files.put("sweeps/t-moment.yaml", utf8(SWEEP));
        TEXTS.forEach((id, text) -> files.put("scenarios/" + id + ".yaml", utf8("id: %s\n%s".formatted(id, text))));
        try {
            var folder = Files.createTempDirectory("profiles");
            for (var file : files.entrySet()) {
                var path = folder.resolve(file.getKey());
                Files.createDirectories(path.resolveSibling("."));
                Files.write(path, file.getValue());
            }
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
