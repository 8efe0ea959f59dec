package org.multipolar.web.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the buttons of the form do to its rows. */
public final class AskEdit {

    /** The name of the buttons; what one does is its value. */
    public static final String BUTTON = "do";

    public static final String RECOMMEND = "recommend";
    public static final String READ_SHEET = "read-sheet";

    private static final Pattern ONE =
            Pattern.compile("(copy-demand|remove-demand|remove-operator|remove-limit)-(\\d{1,4})");

    private AskEdit() {}

    /** {@return the form after a button was pressed; as it is where the button does nothing to rows} */
    public static AskForm pressed(AskForm form, String button, String newLimit) {
        var one = ONE.matcher(button);
        if (one.matches()) {
            return at(form, one.group(1), Integer.parseInt(one.group(2)));
        }
        return switch (button) {
            case "add-demand" -> form.with(with(form.demands(), another(form)));
            case "add-operator" ->
                form.with(form.demands(), with(form.incumbents(), new OperatorRow("", "", "")), form.limits());
            case "add-limit" ->
                form.with(form.demands(), form.incumbents(), with(form.limits(), limit(form, newLimit)));
            default -> form;
        };
    }

    private static AskForm at(AskForm form, String what, int row) {
        return switch (what) {
            case "copy-demand" -> row < form.demands().size() ? copied(form, row) : form;
            case "remove-demand" -> form.with(without(form.demands(), row));
            case "remove-operator" -> form.with(form.demands(), without(form.incumbents(), row), form.limits());
            default -> form.with(form.demands(), form.incumbents(), without(form.limits(), row));
        };
    }

    private static AskForm copied(AskForm form, int row) {
        var demands = new ArrayList<>(form.demands());
        var from = demands.get(row);
        demands.add(row + 1, from.called(Ids.of(from.text(DemandRow.ID), ids(form.demands()), "demand")));
        return form.with(demands);
    }

    /** A new demand is where the last one is, since a buyer's demands resemble each other. */
    private static DemandRow another(AskForm form) {
        var last = form.demands().isEmpty()
                ? Blank.demand()
                : form.demands().get(form.demands().size() - 1);
        var texts = new java.util.TreeMap<>(Blank.demand().texts());
        texts.put(DemandRow.ID, Ids.of("", ids(form.demands()), "demand"));
        texts.put("title", "");
        texts.put("region", last.text("region"));
        return new DemandRow(texts, last.languages(), List.of(), List.of(), "capable", false, "");
    }

    private static LimitRow limit(AskForm form, String word) {
        var kind = LimitForm.of(word) == LimitForm.OTHER ? LimitForm.BUDGET : LimitForm.of(word);
        return LimitRow.blank(kind, Ids.of(kind.word(), LimitRow.ids(form.limits()), "limit"));
    }

    /**
     * {@return the form with the demands of a sheet}
     *
     * @param demands in the form of a profile
     */
    public static AskForm sheet(AskForm form, List<Map<String, Object>> demands) {
        return form.with(
                demands.stream().map(each -> DemandRow.of(Profile.of(each))).toList());
    }

    /** {@return the form in which every demand and the buyer have an id} */
    public static AskForm named(AskForm form) {
        var taken = new ArrayList<>(ids(form.demands()));
        var demands = new ArrayList<DemandRow>();
        for (var each : form.demands()) {
            var id = each.text(DemandRow.ID);
            if (id.isEmpty()) {
                id = Ids.of(each.text("title"), taken, "demand");
                taken.add(id);
            }
            demands.add(each.called(id));
        }
        var named = form.with(demands);
        return named.text("buyer").isEmpty() ? named.called(Ids.of(named.text("name"), List.of(), "buyer")) : named;
    }

    private static List<String> ids(List<DemandRow> demands) {
        return demands.stream().map(each -> each.text(DemandRow.ID)).toList();
    }

    private static <T> List<T> with(List<T> rows, T row) {
        var more = new ArrayList<>(rows);
        more.add(row);
        return more;
    }

    private static <T> List<T> without(List<T> rows, int row) {
        var less = new ArrayList<>(rows);
        if (row < less.size()) {
            less.remove(row);
        }
        return less;
    }
}
