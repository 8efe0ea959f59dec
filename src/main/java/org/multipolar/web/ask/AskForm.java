package org.multipolar.web.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multipolar.catalog.BadInput;
import org.multipolar.explain.Json;

/**
 * A whole question as it is typed.
 *
 * @param texts who asks, in fields of one text, by key of a profile
 * @param numbers the policy's numbers, by path in a profile, such as {@code weights.quality}
 * @param more keys of a profile that the form does not show, as JSON
 */
public record AskForm(
        Map<String, String> texts,
        Map<String, String> numbers,
        String asOf,
        List<DemandRow> demands,
        List<OperatorRow> incumbents,
        List<LimitRow> limits,
        String more) {

    /** Fields of one text. */
    static final List<String> TEXTS = List.of("buyer", "name", "seat", "ownership", "type", "sector");

    static final List<String> WEIGHTS = List.of("quality", "language", "price", "supply", "locality", "openness");
    static final List<String> LOSSES = List.of("country", "supplier", "operator", "place", "lineage");
    static final String RETAINED = "retained_percent";
    static final List<String> NUMBERS;

    private static final Map<String, String> RETAINED_BY_DEFAULT =
            Map.of("country", "40", "supplier", "50", "operator", "40");
    private static final String POLICY = "policy";

    static {
        var numbers = new ArrayList<String>();
        WEIGHTS.forEach(each -> numbers.add("weights." + each));
        numbers.addAll(List.of("suppliers_per_demand.least", "suppliers_per_demand.most"));
        LOSSES.forEach(each -> numbers.add(RETAINED + "." + each));
        NUMBERS = List.copyOf(numbers);
    }

    public AskForm {
        texts = java.util.Collections.unmodifiableMap(new TreeMap<>(texts));
        numbers = java.util.Collections.unmodifiableMap(new TreeMap<>(numbers));
        demands = List.copyOf(demands);
        incumbents = List.copyOf(incumbents);
        limits = List.copyOf(limits);
    }

    /**
     * {@return the form filled in from a profile}
     *
     * @param places all countries and what else a place may be said to be
     */
    public static AskForm of(byte[] profile, String asOf, Collection<String> places) {
        var buyer = Profile.read(profile);
        var policy = buyer.part(POLICY);
        var texts = new TreeMap<String, String>();
        TEXTS.forEach(key -> texts.put(key, buyer.text(key)));
        var numbers = new TreeMap<String, String>();
        for (var path : NUMBERS) {
            var parts = path.split("\\.", 2);
            numbers.put(path, policy.part(parts[0]).text(parts[1]));
        }
        if (!policy.has(RETAINED)) {
            RETAINED_BY_DEFAULT.forEach((loss, percent) -> numbers.put(RETAINED + "." + loss, percent));
        }
        var shown = new TreeSet<>(TEXTS);
        shown.addAll(List.of("demands", "incumbents", "limits", POLICY));
        var more = buyer.without(shown);
        var morePolicy = policy.without(Set.of("weights", "suppliers_per_demand", RETAINED));
        if (!morePolicy.empty()) {
            more.entries().put(POLICY, morePolicy.entries());
        }
        return new AskForm(
                texts,
                numbers,
                asOf,
                buyer.parts("demands").stream().map(DemandRow::of).toList(),
                buyer.parts("incumbents").stream().map(OperatorRow::of).toList(),
                buyer.parts("limits").stream()
                        .map(each -> LimitRow.of(each, places))
                        .toList(),
                more.json());
    }

    /** {@return the same with the limits that a request states beside its buyer} */
    public AskForm limited(byte[] request, Collection<String> places) {
        var bounds = new ArrayList<>(limits);
        Profile.read(request).parts("limits").forEach(each -> bounds.add(LimitRow.of(each, places)));
        return with(demands, incumbents, bounds);
    }

    /** {@return the form as it was sent; rows in which nothing stands are left out} */
    public static AskForm of(Typed typed) {
        var texts = new TreeMap<String, String>();
        TEXTS.forEach(key -> texts.put(key, typed.text(key)));
        var numbers = new TreeMap<String, String>();
        NUMBERS.forEach(path -> numbers.put(path, typed.text(POLICY + "." + path)));
        return new AskForm(
                texts,
                numbers,
                typed.text("asOf"),
                typed.rows("demands").stream()
                        .map(each -> DemandRow.of(typed, each))
                        .toList(),
                typed.rows("incumbents").stream()
                        .map(each -> OperatorRow.of(typed, each))
                        .filter(each -> !each.blank())
                        .toList(),
                typed.rows("limits").stream()
                        .map(each -> LimitRow.of(typed, each))
                        .toList(),
                typed.text("more"));
    }

    AskForm with(List<DemandRow> some, List<OperatorRow> operators, List<LimitRow> bounds) {
        return new AskForm(texts, numbers, asOf, some, operators, bounds, more);
    }

    AskForm with(List<DemandRow> some) {
        return with(some, incumbents, limits);
    }

    /** {@return the same under another id} */
    public AskForm called(String id) {
        var others = new TreeMap<>(texts);
        others.put("buyer", id);
        return new AskForm(others, numbers, asOf, demands, incumbents, limits, more);
    }

    public String text(String key) {
        return texts.getOrDefault(key, "");
    }

    public String number(String path) {
        return numbers.getOrDefault(path, "");
    }

    /** {@return what is carried along unseen: how many things at each key of a profile} */
    public Map<String, Integer> unseen() {
        return Profile.carried(more).counts();
    }

    /**
     * {@return the question as the body of a request for advice}
     *
     * @throws BadInput where a field that is needed is empty; what else is wrong the reader of bodies says
     */
    public byte[] request(Collection<String> places) {
        var request = new LinkedHashMap<String, Object>();
        request.put("buyer", profile(places));
        if (!asOf.isEmpty()) {
            request.put("asOf", asOf);
        }
        return Json.pretty(request).getBytes(UTF_8);
    }

    private Map<String, Object> profile(Collection<String> places) {
        var profile = new LinkedHashMap<String, Object>();
        profile.put("buyer", text("buyer").isEmpty() ? Ids.of(text("name"), List.of(), "buyer") : text("buyer"));
        TEXTS.stream().skip(1).forEach(key -> profile.put(key, Needed.text(key, text(key))));
        var carried = new LinkedHashMap<>(Profile.carried(more).entries());
        profile.put(POLICY, policy(carried.remove(POLICY)));
        profile.put("limits", numbered("limits", limits, (row, at) -> row.profile(at, places)));
        profile.put("incumbents", numbered("incumbents", incumbents, OperatorRow::profile));
        profile.put("demands", numbered("demands", demands, DemandRow::profile));
        profile.putAll(carried);
        return profile;
    }

    private interface Written<T> {
        Map<String, Object> of(T row, String at);
    }

    private static <T> List<Map<String, Object>> numbered(String list, List<T> rows, Written<T> written) {
        var all = new ArrayList<Map<String, Object>>();
        rows.forEach(row -> all.add(written.of(row, "%s[%d]".formatted(list, all.size()))));
        return all;
    }

    private Map<String, Object> policy(@org.jspecify.annotations.Nullable Object unseen) {
        var policy = new LinkedHashMap<String, Object>();
        if (unseen instanceof Map<?, ?> map) {
            map.forEach((key, value) -> policy.put(String.valueOf(key), value));
        }
        for (var path : NUMBERS) {
            var parts = path.split("\\.", 2);
            var part = part(policy, parts[0]);
            if (!parts[0].equals(RETAINED)) {
                part.put(parts[1], Needed.scalar(POLICY + "." + path, number(path)));
            } else if (!number(path).isEmpty()) {
                part.put(parts[1], Profile.scalar(number(path)));
            }
        }
        return policy;
    }

    /** {@return the part of a policy at a key, which what is carried along may have made anything} */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> policy, String key) {
        var part = policy.computeIfAbsent(key, any -> new LinkedHashMap<String, Object>());
        if (part instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new BadInput("request", 0, POLICY + "." + key, "keys with values are expected here.", null);
    }
}
