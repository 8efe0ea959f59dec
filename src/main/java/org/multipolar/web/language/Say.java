package org.multipolar.web.language;

import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What templates call {@code t}: messages and forms of the language that the page is written in. */
@EngineConfiguration
public final class Say implements NamespaceResolver {

    /** The attribute of a page that holds its language. */
    public static final String TONGUE = "multipolar.tongue";

    /** The attribute of a page that holds its own address. */
    public static final String HERE = "multipolar.here";

    @Override
    public String getNamespace() {
        return "t";
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        var set = context.getAttribute(TONGUE);
        var tongue = set instanceof Tongue known ? known : Tongue.ENGLISH;
        var here = context.getAttribute(HERE);
        return all(context)
                .thenApply(arguments -> said(tongue, here == null ? "/" : here.toString(), context, arguments));
    }

    private static Object said(Tongue tongue, String here, EvalContext context, List<Object> arguments) {
        return switch (context.getName()) {
            case "say" ->
                tongue.say(
                        arguments.get(0).toString(),
                        arguments.stream().skip(1).map(tongue::apart).toArray());
            case "code" ->
                tongue.code(arguments.get(0).toString(), arguments.get(1).toString());
            case "day" -> tongue.day(arguments.get(0).toString());
            case "number" -> tongue.number(((Number) arguments.get(0)).longValue());
            case "country" ->
                tongue.country(arguments.get(0).toString())
                        .orElse(arguments.get(0).toString());
            case "language" -> tongue.language(arguments.get(0).toString());
            case "tag" -> tongue.tag();
            case "direction" -> tongue.direction();
            case "english" -> tongue.tag().equals("en");
            case "offered" -> Tongue.all();
            case "here" -> here;
            // As the value of a parameter of an address.
            case "back" -> URLEncoder.encode(here, StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException("Nothing is called t:" + context.getName() + ".");
        };
    }

    private static CompletionStage<List<Object>> all(EvalContext context) {
        var values = new ArrayList<Object>();
        CompletionStage<List<Object>> done = CompletableFuture.completedFuture(values);
        for (Expression each : context.getParams()) {
            done = done.thenCombine(context.evaluate(each), (list, value) -> {
                list.add(value);
                return list;
            });
        }
        return done;
    }
}
