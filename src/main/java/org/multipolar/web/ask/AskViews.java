package org.multipolar.web.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Fault;
import org.multipolar.web.ask.AskView.Around;
import org.multipolar.web.ask.AskView.Choice;
import org.multipolar.web.ask.AskView.Demand;
import org.multipolar.web.ask.AskView.FaultShown;
import org.multipolar.web.ask.AskView.Input;
import org.multipolar.web.ask.AskView.Language;
import org.multipolar.web.ask.AskView.Limit;
import org.multipolar.web.ask.AskView.Operator;
import org.multipolar.web.ask.AskView.Part;
import org.multipolar.web.ask.AskView.Pick;
import org.multipolar.web.ask.AskView.Start;
import org.multipolar.web.language.Tongue;

/** Lays a form out for its page. */
final class AskViews {

    private static final int OPEN_AT_ONCE = 3;
    private static final int LANGUAGES_SHOWN = 3;
    private static final Pattern ROW = Pattern.compile("(demands|limits|incumbents)\\[(\\d{1,4})]");
    private static final List<String> SLOTS = List.of("kind", "at", "scope", "of");

    private final AskForm form;
    private final Around around;
    private final Tongue tongue;
    private final Choices choices;
    private final String bad;
    private final String anchor;

    AskViews(AskForm form, Around around) {
        this.form = form;
        this.around = around;
        this.tongue = around.tongue();
        this.choices = new Choices(around.snapshot(), tongue);
        this.bad = around.fault() == null ? "" : around.fault().field();
        this.anchor = bad.isEmpty() ? "" : anchor();
    }

    AskView view() {
        var fields = new TreeMap<String, Input>();
        for (var key : List.of("buyer", "name")) {
            fields.put(key, input(key, form.text(key)));
        }
        fields.put("asOf", input("asOf", form.asOf()));
        for (var key : List.of("least", "most")) {
            var path = "suppliers_per_demand." + key;
            fields.put(key, input("policy." + path, form.number(path)));
        }
        var picks = new TreeMap<String, Pick>();
        for (var key : List.of("seat", "ownership")) {
            picks.put(key, pick(key, choices.countries(List.of(form.text(key)))));
        }
        picks.put("type", pick("type", choices.words("ask-type", Choices.TYPES, List.of(form.text("type")))));
        picks.put("sector", pick("sector", choices.words("ask-sector", sectors(), List.of(form.text("sector")))));
        return new AskView(
                fault(),
                around.leftOut(),
                around.snapshot().buyers().values().stream()
                        .map(each -> new Start(each.id(), each.name()))
                        .toList(),
                fields,
                picks,
                numbers("weights", AskForm.WEIGHTS),
                numbers(AskForm.RETAINED, AskForm.LOSSES),
                demands(),
                operators(),
                choices.operators(List.of()),
                limits(),
                LimitForm.offered().stream()
                        .map(each -> new Choice(each.word(), tongue.code("ask-add-limit", each.word()), false))
                        .toList(),
                unseen(form.unseen()),
                form.more(),
                List.copyOf(around.buyers()));
    }

    private static List<String> sectors() {
        return org.multipolar.catalog.read.BuyerReader.SECTORS;
    }

    private String unseen(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? ""
                : tongue.list(counts.entrySet().stream()
                        .map(each ->
                                tongue.say("ask.unseen-of", tongue.code("ask-key", each.getKey()), each.getValue()))
                        .toList());
    }

    private List<Input> numbers(String part, List<String> keys) {
        return keys.stream()
                .map(key -> input("policy.%s.%s".formatted(part, key), form.number(part + "." + key)))
                .toList();
    }

    private Input input(String name, String value) {
        return new Input(
                name.substring(name.lastIndexOf('.') + 1),
                name,
                id(name),
                value,
                id(name).equals(anchor) ? problem() : "");
    }

    private static String id(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }

    /** {@return whether the fault is about a field, or about something in it} */
    private boolean about(String name) {
        return bad.equals(name) || bad.startsWith(name + ".") || bad.startsWith(name + "[");
    }

    private Pick pick(String name, List<Choice> some) {
        var chosen = some.stream().filter(Choice::chosen).map(Choice::text).toList();
        return new Pick(input(name, ""), some, chosen.isEmpty() ? "" : tongue.list(chosen));
    }

    private List<Demand> demands() {
        var models = new TreeSet<String>();
        form.demands().stream()
                .map(DemandRow::ability)
                .filter(each -> each.startsWith(DemandRow.AT_LEAST))
                .forEach(models::add);
        var demands = new ArrayList<Demand>();
        form.demands().forEach(row -> demands.add(demand(row, demands.size(), models)));
        return demands;
    }

    private Demand demand(DemandRow row, int number, Collection<String> models) {
        var at = "demands[%d]".formatted(number);
        var fields = new TreeMap<String, Input>();
        DemandRow.TEXTS.forEach(key -> fields.put(key, input(at + "." + key, row.text(key))));
        fields.put("languages", input(at + ".languages", ""));
        fields.put("critical", input(at + ".critical", ""));
        var picks = new TreeMap<String, Pick>();
        picks.put("region", pick(at + ".region", choices.regions(row.text("region"))));
        picks.put("data", pick(at + ".data_sensitivity", choices.sensitivities(row.text("data_sensitivity"))));
        picks.put("audience", pick(at + ".audience", choices.audiences(row.text("audience"))));
        picks.put("ability", pick(at + ".ability", choices.abilities(models, row.ability())));
        picks.put("uses", pick(at + ".use_cases", choices.uses(row.useCases())));
        picks.put("capabilities", pick(at + ".capabilities", choices.capabilities(row.capabilities())));
        boolean wrong = about(at);
        boolean fresh = row.text("title").isEmpty();
        return new Demand(
                at,
                id(at),
                number + 1,
                row.text("title"),
                form.demands().size() <= OPEN_AT_ONCE || wrong || fresh,
                wrong && (bad.contains("use_cases") || bad.contains("capabilities") || bad.contains("context_tokens")),
                wrong,
                fields,
                picks,
                languages(row, at),
                row.critical(),
                unseen(Profile.carried(row.more()).counts()),
                row.more());
    }

    /** There is always room for one more. */
    private List<Language> languages(DemandRow row, String at) {
        var languages = new ArrayList<Language>();
        int shown = Math.max(LANGUAGES_SHOWN, row.languages().size() + 1);
        for (int i = 0; i < shown; i++) {
            var typed = i < row.languages().size() ? row.languages().get(i) : new DemandRow.Language("", "");
            var name = "%s.languages[%d]".formatted(at, i);
            languages.add(new Language(
                    pick(name + ".code", choices.languages(typed.code())),
                    input(name + ".weight_percent", typed.percent())));
        }
        return languages;
    }

    private List<Operator> operators() {
        var rows = new ArrayList<>(form.incumbents());
        if (rows.stream().noneMatch(OperatorRow::blank)) {
            rows.add(new OperatorRow("", "", ""));
        }
        var shown = new ArrayList<Operator>();
        for (var row : rows) {
            var at = "incumbents[%d]".formatted(shown.size());
            shown.add(new Operator(
                    shown.size(),
                    at,
                    input(at + ".operator", row.operator()),
                    input(at + ".exit_cost_usd", row.exitCost()),
                    row.more()));
        }
        return shown;
    }

    private List<Limit> limits() {
        var shown = new ArrayList<Limit>();
        form.limits().forEach(row -> shown.add(limit(row, shown.size())));
        return shown;
    }

    private Limit limit(LimitRow row, int number) {
        var at = "limits[%d]".formatted(number);
        var picks = new TreeMap<String, Pick>();
        picks.put(
                "kind",
                pick(at + ".kind", choices.words("ask-limit-kind", List.of("cap", "floor"), List.of(row.kind()))));
        picks.put("scope", pick(at + ".scope", scopes(row.scope())));
        picks.put("of", pick(at + ".of", choices.values(row.form(), row.of())));
        var parts = row.form() == LimitForm.OTHER
                ? List.<Part>of()
                : Sentence.parts(tongue, "ask-limit." + row.form().word(), SLOTS);
        var hidden = new ArrayList<Input>();
        for (var slot : List.of("kind", "scope")) {
            if (parts.stream().noneMatch(each -> each.slot().equals(slot))) {
                hidden.add(input(at + "." + slot, slot.equals("kind") ? row.kind() : row.scope()));
            }
        }
        return new Limit(
                number,
                at,
                id(at),
                row.form().word(),
                about(at) ? problem() : "",
                parts,
                Map.of("at", input(at + ".at", row.at())),
                picks,
                input(at + ".why", row.why()),
                hidden,
                row.id(),
                row.more());
    }

    private List<Choice> scopes(String chosen) {
        var scopes = new ArrayList<>(choices.words("ask-scope", List.of("demand", "region", "buyer"), List.of()));
        form.demands().stream()
                .filter(each -> !each.text(DemandRow.ID).isEmpty())
                .forEach(each -> scopes.add(new Choice(
                        "demand@demand:" + each.text(DemandRow.ID),
                        tongue.say("ask.scope-demand", each.text("title")),
                        false)));
        scopes.replaceAll(
                each -> new Choice(each.value(), each.text(), each.value().equals(chosen)));
        if (!chosen.isEmpty() && scopes.stream().noneMatch(Choice::chosen)) {
            scopes.add(new Choice(chosen, chosen.replaceFirst("^.*[@:]", ""), true));
        }
        return scopes;
    }

    private @Nullable FaultShown fault() {
        var fault = around.fault();
        return fault == null
                ? null
                : new FaultShown(fault.field(), anchor, place(fault.field()), fault.what(), maybe(fault));
    }

    private String place(String field) {
        var row = ROW.matcher(field);
        if (!row.lookingAt()) {
            return "";
        }
        int number = Integer.parseInt(row.group(2)) + 1;
        return switch (row.group(1)) {
            case "demands" -> tongue.say("ask.demand-of", number);
            case "limits" -> tongue.say("ask.limit-of", number);
            default -> tongue.say("ask.operator-of", number);
        };
    }

    private static String maybe(Fault fault) {
        return fault.maybe() == null ? "" : fault.maybe();
    }

    private String problem() {
        var fault = around.fault();
        return fault == null ? "" : fault.what();
    }

    /** {@return the id of the field that the fault is about, or of what holds it} */
    private String anchor() {
        var names = new TreeSet<>(AskForm.TEXTS);
        names.addAll(List.of("asOf", "sheet"));
        AskForm.NUMBERS.forEach(each -> names.add("policy." + each));
        for (int i = 0; i < form.demands().size(); i++) {
            var at = "demands[%d]".formatted(i);
            names.add(at);
            DemandRow.TEXTS.forEach(key -> names.add(at + "." + key));
            names.addAll(List.of(at + ".languages", at + ".use_cases", at + ".capabilities", at + ".ability"));
        }
        for (int i = 0; i < form.incumbents().size(); i++) {
            names.add("incumbents[%d].operator".formatted(i));
            names.add("incumbents[%d].exit_cost_usd".formatted(i));
        }
        for (int i = 0; i < form.limits().size(); i++) {
            var at = "limits[%d]".formatted(i);
            names.addAll(List.of(at, at + ".at", at + ".of", at + ".scope", at + ".kind"));
        }
        names.addAll(List.of("policy.weights", "policy.suppliers_per_demand", "policy." + AskForm.RETAINED, "demands"));
        return names.stream()
                .filter(this::about)
                .max(java.util.Comparator.comparingInt(String::length))
                .map(AskViews::id)
                .orElse("f-unseen");
    }
}
