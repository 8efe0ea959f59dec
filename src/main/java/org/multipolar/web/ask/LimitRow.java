package org.multipolar.web.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A limit as it is typed.
 *
 * @param kind cap or floor, where the sentence can be either
 * @param at the amount
 * @param scope over what it is counted: {@code demand}, {@code region} or {@code buyer}, narrowed by {@code @demand:ID} or
 *     {@code @region:ID}
 * @param of what is named
 * @param more keys that the form does not show, as JSON; of {@link LimitForm#OTHER} all of them
 */
public record LimitRow(
        LimitForm form, String id, String kind, String at, String scope, List<String> of, String why, String more) {

    private static final Set<String> SHOWN = Set.of("id", "kind", "on", "of", "scope", "demand", "region", "at", "why");

    public LimitRow {
        of = List.copyOf(of);
    }

    static LimitRow of(Profile limit, Collection<String> places) {
        var form = LimitForm.of(limit);
        if (form == LimitForm.OTHER) {
            return new LimitRow(form, limit.text("id"), "", "", "", List.of(), limit.text("why"), limit.json());
        }
        return new LimitRow(
                form,
                limit.text("id"),
                limit.text("kind"),
                limit.text("at"),
                scope(limit),
                form == LimitForm.ONLY_FROM ? others(limit.texts("of"), places) : limit.texts("of"),
                limit.text("why"),
                limit.without(SHOWN).json());
    }

    private static String scope(Profile limit) {
        var scope = limit.text("scope");
        for (var narrowed : List.of("demand", "region")) {
            if (limit.has(narrowed)) {
                return "%s@%s:%s".formatted(scope, narrowed, limit.text(narrowed));
            }
        }
        return scope;
    }

    private static List<String> others(Collection<String> some, Collection<String> all) {
        var others = new TreeSet<>(all);
        others.removeAll(some);
        return List.copyOf(others);
    }

    static LimitRow of(Typed typed, String at) {
        return new LimitRow(
                LimitForm.of(typed.text(at + ".form")),
                typed.text(at + ".id"),
                typed.text(at + ".kind"),
                typed.text(at + ".at"),
                typed.text(at + ".scope"),
                typed.texts(at + ".of"),
                typed.text(at + ".why"),
                typed.text(at + ".more"));
    }

    /** {@return a new one to fill in} */
    static LimitRow blank(LimitForm form, String id) {
        var scope = form == LimitForm.RETAINED || form == LimitForm.ONLY_FROM || form == LimitForm.ORIGIN
                ? "demand"
                : "buyer";
        return new LimitRow(form, id, form.kind(), "", scope, List.of(), "", "");
    }

    /**
     * {@return it in the form of a profile}
     *
     * @param places all countries and what else a place may be said to be
     */
    Map<String, Object> profile(String field, Collection<String> places) {
        if (form == LimitForm.OTHER) {
            return Profile.carried(more).entries();
        }
        var limit = new LinkedHashMap<String, Object>();
        limit.put("id", id);
        limit.put("kind", form.share() && kind.equals("floor") ? "floor" : form.share() ? "cap" : form.kind());
        limit.put("on", form.on());
        if (form.names() && !named(field).isEmpty()) {
            limit.put("of", form == LimitForm.ONLY_FROM ? others(of, places) : of);
        }
        var parts = scope.split("[@:]", 3);
        limit.put("scope", parts[0]);
        if (parts.length == 3) {
            limit.put(parts[1], parts[2]);
        }
        if (form == LimitForm.ONLY_FROM) {
            limit.put("at", 0);
        } else if (form.counts()) {
            limit.put("at", Needed.scalar(field + ".at", at));
        }
        limit.put("why", why.isEmpty() ? "A limit of the buyer" : why);
        limit.putAll(Profile.carried(more).entries());
        return limit;
    }

    /** Where nothing is named, a share is bounded for each by itself; the other sentences would say nothing. */
    private List<String> named(String field) {
        if (of.isEmpty() && !form.share()) {
            throw Needed.missing(field + ".of");
        }
        return of;
    }

    static List<String> ids(Collection<LimitRow> rows) {
        var ids = new ArrayList<String>();
        rows.forEach(each -> ids.add(each.id()));
        return ids;
    }
}
