package org.multipolar.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Ready while the store answers: without it nothing can be recorded, so nothing is answered. */
@Readiness
@Singleton
public class StoreReady implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(StoreReady.class);

    private final Records records;

    @Inject
    StoreReady(Records records) {
        this.records = records;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("store");
        try {
            var head = records.journal().head(null);
            return response.up()
                    .withData("records", head == null ? 0 : head.seq())
                    .build();
        } catch (RuntimeException failed) {
            // Whoever may ask for health need not learn where the store is.
            LOG.warnf("The store does not answer: %s", failed.getMessage());
            return response.down()
                    .withData("failed", "the store does not answer; the log says why")
                    .build();
        }
    }
}
