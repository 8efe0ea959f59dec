package org.multipolar.advice;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.World;

/**
 * From which day each model is known to exist.
 *
 * <p>Decided: where nobody states a model's release, the first dated price or test of it counts, and without either the latest
 * release in the catalogue, because an unknown day is no reason to offer a model to a question about 1999.
 */
final class FirstSeen {

    private final Map<String, LocalDate> undated = new TreeMap<>();
    private final LocalDate latestRelease;

    FirstSeen(World world) {
        this.latestRelease = world.models().values().stream()
                .map(FirstSeen::release)
                .filter(java.util.Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
        world.offers().values().forEach(offer -> note(offer.model(), offer.priceAsOf()));
        world.testScores().forEach(test -> note(test.model(), test.asOf()));
    }

    private void note(String model, String day) {
        if (!day.isEmpty()) {
            undated.merge(model, lastOf(day), (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    /** {@return the first day on which the model is surely on offer} */
    LocalDate of(Model model) {
        var release = release(model);
        return release == null ? undated.getOrDefault(model.id(), latestRelease) : release;
    }

    private static @Nullable LocalDate release(Model model) {
        return model.released() == null ? null : lastOf(model.released());
    }

    /** A month or year without a day may still lie ahead, so its last day counts. */
    private static LocalDate lastOf(String iso) {
        return switch (iso.length()) {
            case 4 -> LocalDate.parse(iso + "-12-31");
            case 7 -> YearMonth.parse(iso).atEndOfMonth();
            default -> LocalDate.parse(iso);
        };
    }
}
