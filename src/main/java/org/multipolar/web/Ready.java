package org.multipolar.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the snapshot is read; a refused change leaves it ready, and is told. */
@Readiness
@Singleton
public class Ready implements HealthCheck {

    private final Serving serving;

    @Inject
    Ready(Serving serving) {
        this.serving = serving;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("snapshot").status(serving.ready());
        if (serving.ready()) {
            response.withData("world", serving.whole().world().digest())
                    .withData("rules", serving.whole().rulebook().digest());
            var manifest = serving.manifest();
            if (manifest != null) {
                response.withData("revision", manifest.revision());
            }
            if (serving.fallback()) {
                response.withData("from", "last-good");
            }
            var refusal = serving.refusal();
            if (refusal != null) {
                response.withData("refused", refusal.fault().message());
            }
        }
        return response.build();
    }
}
