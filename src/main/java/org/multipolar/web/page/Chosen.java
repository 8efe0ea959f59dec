package org.multipolar.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.multipolar.enabler.Index;
import org.multipolar.web.language.Tongue;

/**
 * The method and view that the country pages show, and addresses that keep the choice from page to page.
 *
 * @param method id of a shipped method
 * @param usual the method that need not be named
 */
public record Chosen(String method, boolean perHead, String usual, List<Option> methods) {

    /** One method to choose. */
    public record Option(String id, String title, boolean chosen) {}

    /** One page of the country index. */
    public record Tab(String href, String words, boolean current) {}

    public static Chosen of(Collection<Index> shipped, String method, boolean perHead, String usual) {
        return new Chosen(
                method,
                perHead,
                usual,
                shipped.stream()
                        .map(index -> index.method())
                        .map(each ->
                                new Option(each.id(), each.title(), each.id().equals(method)))
                        .toList());
    }

    /** {@return the address of a page with this choice, and with more parameters, name after value} */
    public String address(String path, String... more) {
        var parts = new ArrayList<String>();
        if (!method.equals(usual)) {
            parts.add(parameter("method", method));
        }
        if (perHead) {
            parts.add(parameter("view", view()));
        }
        for (int at = 0; at + 1 < more.length; at += 2) {
            parts.add(parameter(more[at], more[at + 1]));
        }
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public String view() {
        return perHead ? "per-head" : "absolute";
    }

    public String page(String unit) {
        return address("/countries/" + unit);
    }

    /** {@return the pages of the country index} */
    public List<Tab> tabs(Tongue tongue, String current) {
        var tabs = new ArrayList<Tab>();
        for (var page : List.of(
                List.of("/countries", tongue.say("countries.scores")),
                List.of("/countries/ranks", tongue.say("countries.how-sure")),
                List.of("/countries/map", tongue.say("countries.map")),
                List.of("/countries/compare", tongue.say("countries.compare-two")))) {
            tabs.add(new Tab(address(page.get(0)), page.get(1), page.get(0).equals(current)));
        }
        return tabs;
    }
}
