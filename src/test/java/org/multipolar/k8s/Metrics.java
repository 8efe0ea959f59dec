package org.multipolar.k8s;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names under which the service can be watched; whatever watches it may use these and no others. */
public final class Metrics {

    private static final Path LIST = Path.of("src/test/resources/metrics.csv");

    /** What a scrape adds to everything. */
    private static final Set<String> BY_SCRAPE = Set.of("namespace", "pod");

    /** What a cluster that is watched at all tells of itself (kube-state-metrics). */
    private static final Map<String, Set<String>> BY_CLUSTER =
            Map.of("kube_deployment_status_replicas_unavailable", Set.of("deployment"));

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)");
    private static final Pattern GROUPING = Pattern.compile("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern WORD = Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*\\b");
    private static final Set<String> LANGUAGE = Set.of(
            "sum",
            "max",
            "min",
            "avg",
            "count",
            "rate",
            "increase",
            "changes",
            "absent",
            "max_over_time",
            "delta",
            "and",
            "histogram_quantile");

    private Metrics() {}

    /** {@return every name with its labels} */
    public static SortedMap<String, Set<String>> all() {
        var all = new TreeMap<String, Set<String>>();
        for (var line : Strict.text(LIST).lines().skip(1).toList()) {
            var cells = line.split(",", -1);
            var labels = cells[1].isEmpty() ? Set.<String>of() : new TreeSet<>(List.of(cells[1].split(" ")));
            all.put(cells[0], Collections.unmodifiableSet(labels));
        }
        return Collections.unmodifiableSortedMap(all);
    }

    /** {@return what an expression names that is not there} */
    static List<String> faults(String expression) {
        var faults = new ArrayList<String>();
        var bare = TEXT.matcher(expression).replaceAll("");
        var series = SERIES.matcher(bare);
        var all = all();
        while (series.find()) {
            series(series.group(1), series.group(2), all, faults);
        }
        var rest = GROUPING.matcher(RANGE.matcher(series.replaceAll("")).replaceAll(""))
                .replaceAll("");
        var words = WORD.matcher(rest);
        while (words.find()) {
            if (!LANGUAGE.contains(words.group())) {
                faults.add("(%s) is no function, and no metric with its labels.".formatted(words.group()));
            }
        }
        return faults;
    }

    private static void series(String name, String labels, Map<String, Set<String>> all, List<String> faults) {
        var known = all.getOrDefault(name, BY_CLUSTER.get(name));
        if (known == null) {
            faults.add("No metric is called (%s).".formatted(name));
            return;
        }
        if (!labels.contains("namespace")) {
            faults.add("(%s) is asked of every namespace.".formatted(name));
        }
        var label = LABEL.matcher(labels);
        while (label.find()) {
            if (!known.contains(label.group(1)) && !BY_SCRAPE.contains(label.group(1))) {
                faults.add("(%s) has no label (%s).".formatted(name, label.group(1)));
            }
        }
    }
}
