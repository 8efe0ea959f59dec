package org.multipolar.advice;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.World;

/**
 * From which day each model is known to exist.
 *
 * <p>Decided: where nobody states a model's release, the first dated price or test of it counts, and without either the latest
 * release in the catalogue, because an unknown day is no reason to offer a model to a question about 1999. Where a month or a
 * year is stated, the first dated price or test within it counts, else its last day.
 */
final class FirstSeen {

    private final Map<String, LocalDate> shown = new TreeMap<>();
    private final LocalDate latestRelease;

    FirstSeen(World world) {
        this.latestRelease = world.models().values().stream()
                .map(FirstSeen::release)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
        world.offers().values().forEach(offer -> note(offer.model(), offer.priceAsOf()));
        world.testScores().forEach(test -> note(test.model(), test.asOf()));
    }

    private void note(String model, String day) {
        if (!day.isEmpty()) {
            shown.merge(model, lastOf(day), (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    /** {@return the first day on which the model is surely on offer} */
    LocalDate of(Model model) {
        var release = release(model);
        var seen = shown.get(model.id());
        if (seen == null) {
            return release == null ? latestRelease : release;
        }
        if (release == null) {
            return seen;
        }
        // Within the month or year stated, what shows a model is no weaker a sign than where nothing is stated.
        boolean within = seen.isBefore(release) && seen.toString().startsWith(Objects.requireNonNull(model.released()));
        return within ? seen : release;
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
