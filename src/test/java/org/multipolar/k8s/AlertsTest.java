package org.multipolar.k8s;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsTest {

    private static final String RUNBOOK = Strict.text(ManifestsTest.K8S.resolve("RUNBOOK.md"));
    private static final List<String> PARTS = List.of("**Users see.**", "**Look.**", "**Do.**");

    private static List<JsonNode> alerts() {
        var alerts = new ArrayList<JsonNode>();
        for (var object : Kustomize.render(ManifestsTest.K8S.resolve("monitoring"))) {
            object.at("/spec/groups").forEach(group -> group.path("rules").forEach(alerts::add));
        }
        return alerts;
    }

    /** {@return the text below a heading of the runbook, as far as the next} */
    private static String section(String alert) {
        var start = RUNBOOK.indexOf("\n## " + alert + "\n");
        var end = start < 0 ? -1 : RUNBOOK.indexOf("\n## ", start + 1);
        return start < 0 ? "" : RUNBOOK.substring(start, end < 0 ? RUNBOOK.length() : end);
    }

    @Test
    void alerts_name_only_what_can_be_watched() {
        assertThat(alerts())
                .hasSizeGreaterThan(10)
                .flatMap(alert -> Metrics.faults(alert.path("expr").asText()))
                .isEmpty();
    }

    @Test
    void every_alert_says_what_users_see_and_where_to_read_on() {
        assertThat(alerts()).allSatisfy(alert -> {
            var name = alert.path("alert").asText();
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.at("/annotations/description").asText()).isNotBlank();
            assertThat(alert.at("/annotations/runbook_url").asText())
                    .isEqualTo("RUNBOOK.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(section(name)).as(name).contains(PARTS);
        });
    }

    @Test
    void the_runbook_tells_of_no_alert_that_is_not_there() {
        var told = Pattern.compile("(?m)^## (Multipolar\\w+)$")
                .matcher(RUNBOOK)
                .results()
                .map(heading -> heading.group(1))
                .toList();
        assertThat(told)
                .doesNotHaveDuplicates()
                .hasSameElementsAs(alerts().stream()
                        .map(alert -> alert.path("alert").asText())
                        .toList());
    }

    @Test
    void commands_of_the_runbook_name_objects_that_exist() {
        var named = Pattern.compile(
                        "\\b(deployment|service|configmap|secret|horizontalpodautoscaler|poddisruptionbudget|persistentvolumeclaim)/([a-z-]+)")
                .matcher(RUNBOOK)
                .results()
                .map(each -> each.group(1) + "/" + each.group(2))
                .collect(toCollection(TreeSet::new));
        var there = Stream.of("single", "production")
                .flatMap(overlay -> Kustomize.render(ManifestsTest.K8S.resolve(overlay)).stream())
                .map(Strict::name);
        assertThat(Stream.concat(there, Links.FROM_OUTSIDE.stream()).map(each -> each.toLowerCase(Locale.ROOT)))
                .containsAll(named);
        assertThat(named).isNotEmpty();
    }

    @Test
    void dashboards_show_only_what_can_be_watched() throws Exception {
        var boards = Kustomize.render(ManifestsTest.K8S.resolve("monitoring")).stream()
                .filter(each -> each.path("kind").asText().equals("ConfigMap"))
                .toList();
        assertThat(boards).singleElement().satisfies(map -> assertThat(
                        map.at("/metadata/labels/grafana_dashboard").asText())
                .isEqualTo("1"));
        var board = (ObjectNode) Strict.JSON.readTree(
                boards.get(0).path("data").path("multipolar.json").asText());
        var expressions = board.path("panels").findValuesAsText("expr");
        assertThat(expressions).hasSizeGreaterThan(10).flatMap(Metrics::faults).isEmpty();
        assertThat(board.path("panels").findValuesAsText("title"))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(board.path("panels"))
                .allSatisfy(panel -> assertThat(panel.path("description").asText())
                        .as(panel.path("title").asText())
                        .isNotBlank());
    }

    @Test
    void every_metric_of_our_own_is_alarmed_or_shown() {
        var watched = RUNBOOK
                + Strict.text(ManifestsTest.K8S.resolve("monitoring/alerts.yaml"))
                + Strict.text(ManifestsTest.K8S.resolve("monitoring/multipolar.json"));
        assertThat(Metrics.all().keySet())
                .filteredOn(name -> name.startsWith("multipolar_"))
                .allSatisfy(name -> assertThat(watched).contains(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            multipolar_gone{namespace="a"} > 1                       | multipolar_gone
            multipolar_busy > 1                                      | multipolar_busy
            multipolar_busy{pod="a"} > 1                             | every namespace
            multipolar_busy{namespace="a",colour="b"} > 1            | colour
            guess(multipolar_busy{namespace="a"}) > 1                | guess
            sum(rate(multipolar_gone{namespace="a"}[5m])) by (pod)   | multipolar_gone
            """)
    void an_expression_that_names_something_else_is_refused(String expression, String fault) {
        assertThat(Metrics.faults(expression))
                .anySatisfy(each -> assertThat(each).contains(fault));
    }
}
