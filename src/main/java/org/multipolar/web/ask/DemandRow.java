package org.multipolar.web.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A demand as it is typed.
 *
 * @param texts what stands in the fields of one text, by key of a profile
 * @param languages codes and percents
 * @param ability a threshold, or {@code at least MODEL}
 * @param more keys that the form does not show, as JSON
 */
public record DemandRow(
        Map<String, String> texts,
        List<Language> languages,
        List<String> useCases,
        List<String> capabilities,
        String ability,
        boolean critical,
        String more) {

    static final String AT_LEAST = "at least ";
    static final String ID = "demand";

    /** Fields of one text or number. */
    static final List<String> TEXTS = List.of(
            ID,
            "title",
            "region",
            "input_mtok_month",
            "output_mtok_month",
            "data_sensitivity",
            "audience",
            "context_tokens");

    private static final Set<String> SHOWN;

    static {
        var shown = new java.util.TreeSet<>(TEXTS);
        shown.addAll(List.of("languages", "use_cases", "capabilities", "ability", "critical"));
        SHOWN = java.util.Collections.unmodifiableSet(shown);
    }

    /** A language and the percent of the business that runs in it, as typed. */
    public record Language(String code, String percent) {

        boolean blank() {
            return code.isEmpty();
        }
    }

    public DemandRow {
        texts = java.util.Collections.unmodifiableMap(new TreeMap<>(texts));
        languages = List.copyOf(languages);
        useCases = List.copyOf(useCases);
        capabilities = List.copyOf(capabilities);
    }

    static DemandRow of(Profile demand) {
        var texts = new TreeMap<String, String>();
        TEXTS.forEach(key -> texts.put(key, demand.text(key)));
        var model = demand.part("ability").text("at_least");
        return new DemandRow(
                texts,
                demand.parts("languages").stream()
                        .map(each -> new Language(each.text("code"), each.text("weight_percent")))
                        .toList(),
                demand.texts("use_cases"),
                demand.texts("capabilities"),
                model.isEmpty() ? demand.text("ability") : AT_LEAST + model,
                Set.of("true", "yes").contains(demand.text("critical")),
                demand.without(SHOWN).json());
    }

    static DemandRow of(Typed typed, String at) {
        var texts = new TreeMap<String, String>();
        TEXTS.forEach(key -> texts.put(key, typed.text(at + "." + key)));
        var languages = new ArrayList<Language>();
        for (var row : typed.rows(at + ".languages")) {
            var language = new Language(typed.text(row + ".code"), typed.text(row + ".weight_percent"));
            if (!language.blank()) {
                languages.add(language);
            }
        }
        return new DemandRow(
                texts,
                languages,
                typed.texts(at + ".use_cases"),
                typed.texts(at + ".capabilities"),
                typed.text(at + ".ability"),
                typed.has(at + ".critical"),
                typed.text(at + ".more"));
    }

    /** {@return the same under another id} */
    DemandRow called(String id) {
        var others = new TreeMap<>(texts);
        others.put(ID, id);
        return new DemandRow(others, languages, useCases, capabilities, ability, critical, more);
    }

    public String text(String key) {
        return texts.getOrDefault(key, "");
    }

    /** {@return it in the form of a profile} */
    Map<String, Object> profile(String at) {
        var demand = new LinkedHashMap<String, Object>();
        for (var key : TEXTS) {
            if (!key.equals("context_tokens") || !text(key).isEmpty()) {
                demand.put(key, Needed.scalar(at + "." + key, text(key)));
            }
        }
        demand.put("title", text("title"));
        demand.put("languages", written(at));
        if (!useCases.isEmpty()) {
            demand.put("use_cases", useCases);
        }
        if (!capabilities.isEmpty()) {
            demand.put("capabilities", capabilities);
        }
        demand.put(
                "ability",
                ability.startsWith(AT_LEAST)
                        ? Map.of("at_least", ability.substring(AT_LEAST.length()))
                        : Needed.text(at + ".ability", ability));
        if (critical) {
            demand.put("critical", true);
        }
        demand.putAll(Profile.carried(more).entries());
        return demand;
    }

    /** A language alone needs no percent. */
    private List<Map<String, Object>> written(String at) {
        var written = new ArrayList<Map<String, Object>>();
        if (languages.isEmpty()) {
            throw Needed.missing(at + ".languages");
        }
        for (var each : languages) {
            var language = new LinkedHashMap<String, Object>();
            language.put("code", each.code());
            language.put(
                    "weight_percent",
                    languages.size() == 1 && each.percent().isEmpty()
                            ? Long.valueOf(100)
                            : Needed.scalar(
                                    "%s.languages[%d].weight_percent".formatted(at, written.size()), each.percent()));
            written.add(language);
        }
        return written;
    }
}
