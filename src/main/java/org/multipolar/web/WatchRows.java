package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.decision.Watch;
import org.multipolar.explain.Json;
import org.multipolar.web.language.Tongue;
import org.multipolar.web.page.ReviewView;
import org.multipolar.web.page.ReviewsView.Watched;

/** Standing questions as a page lists them, each with the next dated change that touches its answer. */
@Singleton
public class WatchRows {

    private final Watches watches;
    private final Records records;

    @Inject
    WatchRows(Watches watches, Records records) {
        this.watches = watches;
        this.records = records;
    }

    List<Watched> list(@Nullable List<String> buyers, int most, Tongue tongue) {
        return watches.list(buyers, most).stream()
                .map(each -> watched(each, tongue))
                .toList();
    }

    private Watched watched(WatchShown shown, Tongue tongue) {
        return new Watched(
                shown.id(),
                shown.buyer(),
                tongue.code("reviews-asks", shown.asks()),
                shown.review() == null ? "" : shown.review(),
                tongue.code("reviews-watch", shown.state()),
                shown.state().equals("raised"),
                shown.state().equals("ended"),
                String.join("; ", shown.cause()),
                changes(shown.diff()),
                shown.state().equals("ended") ? "" : next(shown.id(), tongue));
    }

    private static List<ReviewView.Changed> changes(@Nullable JsonNode diff) {
        var changes = new ArrayList<ReviewView.Changed>();
        if (diff != null) {
            diff.path("changes")
                    .forEach(each -> changes.add(new ReviewView.Changed(
                            (each.path("what").asText() + " " + each.path("of").asText()).strip(),
                            each.path("old").asText(),
                            each.path("fresh").asText())));
        }
        return changes;
    }

    /** Answers to both kinds of questions list what lies ahead in the same way. */
    private String next(String id, Tongue tongue) {
        var digest = Watch.of(records.journal().about(id)).last().contents().get("answer");
        var bytes = digest == null ? null : records.journal().content(digest);
        if (bytes == null) {
            return "";
        }
        var today = watches.today().toString();
        JsonNode first = null;
        for (var each : Json.tree(new String(bytes, UTF_8)).path("upcoming")) {
            var date = each.path("date").asText();
            if (date.compareTo(today) > 0
                    && (first == null || date.compareTo(first.path("date").asText()) < 0)) {
                first = each;
            }
        }
        return first == null
                ? ""
                : tongue.say(
                        "reviews.next-change",
                        tongue.day(first.path("date").asText()),
                        first.path("title").asText());
    }
}
