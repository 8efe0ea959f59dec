package org.multipolar.web;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.function.Supplier;
import org.multipolar.advice.Steps;

/**
 * Steps as spans of the request's trace.
 *
 * <p>Work that belongs to no traced request leaves no span, and neither does anything while tracing is off. Spans bear names and
 * outcomes, never what was asked.
 */
final class Traced implements Steps {

    static final Traced STEPS = new Traced();

    private static final String SCOPE = "org.multipolar";

    private Traced() {}

    @Override
    public <T> Supplier<T> part(String name, Supplier<T> work) {
        var around = Context.current();
        return Span.fromContext(around).isRecording() ? () -> spanned(name, around, work) : work;
    }

    private static <T> T spanned(String name, Context around, Supplier<T> work) {
        var span = GlobalOpenTelemetry.getTracer(SCOPE)
                .spanBuilder(name)
                .setParent(around)
                .startSpan();
        try {
            return around.with(span).wrapSupplier(work).get();
        } catch (RuntimeException | Error failure) {
            // Its message may quote a question; its kind does not.
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            throw failure;
        } finally {
            span.end();
        }
    }
}
