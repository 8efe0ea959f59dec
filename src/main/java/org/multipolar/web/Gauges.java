package org.multipolar.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What whoever runs the service watches: rules in use, work in progress, the log, and events that wait. */
@Singleton
public class Gauges {

    private static final int AFTER_EVENTS = Interceptor.Priority.APPLICATION + 700;
    private static final String SECONDS = "seconds";
    private static final String NO_UNIT = "";

    private final MeterRegistry registry;
    private final MultiGauge rules;
    private final Clock clock;

    @Inject
    Gauges(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.rules = MultiGauge.builder("multipolar.rulebase.info")
                .description("1; the digests of the rules and profiles in use")
                .register(registry);
    }

    void taken(@Observes Serving.Taken taken) {
        rules.register(List.of(MultiGauge.Row.of(Tags.of("digest", taken.rules(), "world", taken.world()), 1)), true);
    }

    void start(@Observes @Priority(AFTER_EVENTS) StartupEvent start, Serving serving, Answers answers) {
        TurnedAway.begin();
        gauge(
                "bundle.age",
                "Since the bundle in use was made, or its folders taken where it is not signed",
                () -> since(serving.made()),
                SECONDS);
        FunctionCounter.builder("multipolar.bundle.refused", serving, Serving::refusals)
                .description("Changes of the folders that were not taken")
                .register(registry);
        gauge("bundle.waiting", "1 while a refused change lies there", () -> one(serving.refusing()), NO_UNIT);
        gauge(
                "bundle.fallback",
                "1 while what was kept serves in place of the folders",
                () -> one(serving.fallback()),
                NO_UNIT);
        gauge(
                "bundle.unkept",
                "1 while the bundle in use is not kept for the next start",
                () -> one(serving.unkept()),
                NO_UNIT);
        gauge(
                "bundle.revision",
                "Revision of the signed bundle in use; 0 where none is asked for",
                () -> revision(serving),
                NO_UNIT);
        gauge("busy", "Questions worked on or waiting", answers::inside, NO_UNIT);
        gauge(
                "unresolved.ratio",
                "Candidates of the latest answer that want a paper, 0 to 1",
                answers::unresolved,
                NO_UNIT);
    }

    void start(@Observes @Priority(AFTER_EVENTS) StartupEvent start, Records records, EventsOut events) {
        gauge(
                "chain.head.entries",
                "Entries of the log",
                () -> records.journal().length(),
                NO_UNIT);
        gauge(
                "outbox.waiting",
                "Deliveries of events that wait",
                () -> events.webhooks().waiting(),
                NO_UNIT);
        gauge(
                "outbox.missed",
                "Deliveries given up, until somebody asks for them again",
                () -> events.webhooks().missed(),
                NO_UNIT);
        gauge(
                "outbox.lag",
                "How long the oldest of them has waited",
                () -> since(events.webhooks().oldest()),
                SECONDS);
    }

    private static int one(boolean yes) {
        return yes ? 1 : 0;
    }

    private static long revision(Serving serving) {
        var manifest = serving.manifest();
        return manifest == null ? 0 : manifest.revision();
    }

    private void gauge(String name, String meaning, Supplier<Number> figure, String unit) {
        var gauge = Gauge.builder("multipolar." + name, figure).description(meaning);
        (unit.isEmpty() ? gauge : gauge.baseUnit(unit)).register(registry);
    }

    private double since(@org.jspecify.annotations.Nullable Instant instant) {
        return instant == null ? 0 : Duration.between(instant, clock.instant()).toMillis() / 1_000.0;
    }
}
