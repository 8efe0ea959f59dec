package org.multipolar.web.language;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who reads: the language that a request asks for, by its address, its cookie or its browser, in this order. */
@RequestScoped
public class Reading {

    static final String COOKIE = "lang";
    static final String PARAMETER = "lang";

    private final RoutingContext context;

    @Inject
    Reading(RoutingContext context) {
        this.context = context;
    }

    /** {@return the language to answer in} */
    public Tongue tongue() {
        return of(context);
    }

    static Tongue of(RoutingContext context) {
        var request = context.request();
        var cookie = request.getCookie(COOKIE);
        return Stream.of(
                        request.getParam(PARAMETER),
                        cookie == null ? null : cookie.getValue(),
                        accepted(request.getHeader("Accept-Language")))
                .flatMap(tag -> tag == null ? Stream.<Tongue>empty() : Tongue.of(tag).stream())
                .findFirst()
                .orElse(Tongue.ENGLISH);
    }

    /** Pages that answer a request are written in its language and know its address. */
    static void everyPage(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(page -> {
            var container = Arc.container();
            if (container != null && container.requestContext().isActive()) {
                var context =
                        container.instance(CurrentVertxRequest.class).get().getCurrent();
                if (context != null) {
                    page.setAttribute(Say.TONGUE, of(context));
                    page.setAttribute(Say.HERE, here(context));
                }
            }
        });
    }

    private static String here(RoutingContext context) {
        var query = context.request().query();
        return context.request().path() + (query == null || query.isEmpty() ? "" : "?" + query);
    }

    /** {@return the first language of a browser's list that there is; null where there is none} */
    static @Nullable String accepted(@Nullable String header) {
        if (header == null || header.length() > 1000) {
            return null;
        }
        record Wish(String tag, double weight) {}
        return Stream.of(header.split(","))
                .map(each -> {
                    var parts = each.strip().split(";\\s*q=", 2);
                    return new Wish(parts[0], parts.length < 2 ? 1 : weight(parts[1]));
                })
                .sorted(Comparator.comparingDouble((Wish wish) -> -wish.weight()))
                .map(wish -> Tongue.of(wish.tag()))
                .flatMap(Optional::stream)
                .map(Tongue::tag)
                .findFirst()
                .orElse(null);
    }

    private static double weight(String text) {
        return text.strip().matches("[01](\\.\\d{1,3})?") ? Double.parseDouble(text.strip()) : 0;
    }
}
