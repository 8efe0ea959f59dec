package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Bundle;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.decision.Claims;

/** Answers a request for advice and records the answer: the one way from a question to a decision. */
@Singleton
public class Recording {

    private final Answers answers;
    private final Records records;

    @Inject
    Recording(Answers answers, Records records) {
        this.answers = answers;
        this.records = records;
    }

    /** A question as it came: what it was read against, its body, and who sent it. */
    record Posted(Bundle bundle, AdviceRequest request, String body, String caller) {

        /** {@return a question of a caller, to whom its buyer was found to belong} */
        static Posted of(Bundle bundle, AdviceRequest request, byte[] body, String caller) {
            return new Posted(bundle, request, new String(body, UTF_8), caller);
        }

        byte[] bytes() {
            return body.getBytes(UTF_8);
        }
    }

    /** What becomes of the answer before it is recorded. */
    interface Replying {
        Claims.@Nullable Reply reply(Records.Given given);
    }

    /** {@return the answer as it was recorded} */
    Records.Given recorded(Posted posted, Replying replying) {
        var request = posted.request();
        var applied = request.applied(posted.bundle().snapshot());
        var advice = request.familiar()
                ? answers.remembered(applied.snapshot(), applied.question())
                : answers.fresh(applied.snapshot(), applied.question());
        var given = Records.Given.of(posted.caller(), advice);
        return Traced.STEPS.step("record", () -> {
            records.record(posted.bundle(), request, posted.bytes(), given, replying.reply(given));
            return given;
        });
    }

    /** {@return the same, unless it is cancelled while the answer is worked out: then nothing is recorded} */
    Records.Given recordedUnless(BooleanSupplier cancelled, Posted posted) {
        return recorded(posted, given -> {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("Nobody waits for the answer any more.");
            }
            return null;
        });
    }
}
