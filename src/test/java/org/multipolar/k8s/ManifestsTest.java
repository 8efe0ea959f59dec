package org.multipolar.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

class ManifestsTest {

    static final Path K8S = Path.of("k8s");

    /** What readers of YAML 1.1, as kubectl is one, and of 1.2 take for different things. */
    private static final Pattern TWO_MEANINGS =
            Pattern.compile("(?i)[:\\[,]\\s+(yes|no|on|off|y|n|0\\d+)\\s*([,\\]}#]|$)");

    private static List<ObjectNode> rendered(String overlay) {
        return Kustomize.render(K8S.resolve(overlay));
    }

    private static Deploy deployment() {
        return new Deploy(rendered("production").stream()
                .filter(each -> Strict.name(each).equals("Deployment/multipolar"))
                .findFirst()
                .orElseThrow());
    }

    /** A good one, to be broken in one place. */
    private record Deploy(ObjectNode node) {}

    @ParameterizedTest
    @ValueSource(strings = {"base", "single", "production", "monitoring"})
    void every_manifest_is_an_object_of_Kubernetes_and_nothing_else(String folder) {
        assertThat(rendered(folder)).isNotEmpty().flatMap(Strict::faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "single", "production", "monitoring"})
    void every_file_is_a_manifest_as_it_stands_and_is_named_by_its_folder(String folder) throws IOException {
        var files = new TreeSet<String>();
        try (var list = Files.list(K8S.resolve(folder))) {
            list.forEach(each -> files.add(each.getFileName().toString()));
        }
        var named = new TreeSet<>(Kustomize.named(K8S.resolve(folder)));
        named.removeIf(each -> each.startsWith("../"));
        assertThat(files).isEqualTo(named);
        for (var file : files) {
            var text = Files.readString(K8S.resolve(folder).resolve(file));
            if (file.endsWith(".yaml") && !file.equals("kustomization.yaml")) {
                assertThat(Strict.documents(file, text)).flatMap(Strict::faults).isEmpty();
                assertThat(text.lines()
                                .filter(line -> TWO_MEANINGS.matcher(line).find()))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "production"})
    void pods_ask_for_no_more_than_the_restricted_profile_lets_them(String overlay) {
        var workloads = rendered(overlay).stream()
                .filter(each -> each.at("/spec/template/spec/containers").isArray())
                .toList();
        assertThat(workloads).isNotEmpty().flatMap(Restricted::faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "production"})
    void objects_fit_together(String overlay) {
        assertThat(Links.faults(rendered(overlay))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "production"})
    void the_cluster_is_asked_to_enforce_the_restricted_profile(String overlay) {
        assertThat(rendered(overlay))
                .filteredOn(each -> each.path("kind").asText().equals("Namespace"))
                .singleElement()
                .satisfies(each -> assertThat(each.at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                                .asText())
                        .isEqualTo("restricted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "production"})
    void every_setting_is_one_that_the_program_reads(String overlay) throws IOException {
        var known = known();
        for (var object : rendered(overlay)) {
            var names = new ArrayList<String>();
            object.path("data").fieldNames().forEachRemaining(names::add);
            object.at("/spec/template/spec/containers").forEach(container -> container
                    .path("env")
                    .forEach(each -> names.add(each.path("name").asText())));
            names.removeIf(each -> !each.startsWith("MULTIPOLAR_"));
            assertThat(known).as(Strict.name(object)).containsAll(names);
        }
    }

    /** {@return the settings that stand in the program's own file, as the environment spells them} */
    private static Set<String> known() throws IOException {
        var known = new TreeSet<String>();
        var setting = Pattern.compile("^#?(multipolar\\.[a-z.-]+)=");
        for (var line : Files.readAllLines(Path.of("src/main/resources/application.properties"))) {
            var match = setting.matcher(line);
            if (match.find()) {
                known.add(match.group(1).toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_"));
            }
        }
        // Where the folders lie is told by the place of the program unless it is said.
        known.addAll(List.of("MULTIPOLAR_PROFILES", "MULTIPOLAR_RULES"));
        return known;
    }

    @Test
    void the_store_of_one_node_is_never_held_by_two_pods() {
        assertThat(rendered("single"))
                .filteredOn(each -> each.path("kind").asText().equals("Deployment"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.at("/spec/replicas").asInt()).isEqualTo(1);
                    assertThat(each.at("/spec/strategy/type").asText()).isEqualTo("Recreate");
                    assertThat(each.at("/spec/template/spec/volumes").findValuesAsText("claimName"))
                            .containsExactly("multipolar-records");
                });
    }

    @Test
    void probes_ask_what_the_service_answers() {
        var container = deployment().node().at("/spec/template/spec/containers/0");
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
    }

    // What is broken in one place is refused.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            /spec/template/spec                            | hostNetwork                  | true                          | hostNetwork
            /spec/template/spec                            | hostPID                      | true                          | hostPID
            /spec/template/spec                            | hostIPC                      | true                          | hostIPC
            /spec/template/spec                            | automountServiceAccountToken | true                          | token
            /spec/template/spec                            | automountServiceAccountToken | null                          | token
            /spec/template/spec                            | serviceAccountName           | null                          | account
            /spec/template/spec/securityContext            | runAsNonRoot                 | null                          | not root
            /spec/template/spec/securityContext            | runAsNonRoot                 | false                         | root
            /spec/template/spec/securityContext            | runAsUser                    | 0                             | root
            /spec/template/spec/securityContext            | runAsUser                    | null                          | no user
            /spec/template/spec/securityContext            | seccompProfile               | null                          | seccomp
            /spec/template/spec/securityContext            | seccompProfile               | {"type":"Unconfined"}         | seccomp
            /spec/template/spec/securityContext            | appArmorProfile              | {"type":"Unconfined"}         | AppArmor
            /spec/template/spec/securityContext            | seLinuxOptions               | {"type":"spc_t"}              | SELinux
            /spec/template/spec/securityContext            | seLinuxOptions               | {"user":"system_u"}           | SELinux
            /spec/template/spec/securityContext            | windowsOptions               | {"hostProcess":true}          | process of the host
            /spec/template/spec/securityContext            | sysctls                      | [{"name":"kernel.msgmax"}]    | sysctl
            /spec/template/spec/containers/0/securityContext | privileged                 | true                          | privileged
            /spec/template/spec/containers/0/securityContext | allowPrivilegeEscalation   | null                          | gain privileges
            /spec/template/spec/containers/0/securityContext | allowPrivilegeEscalation   | true                          | gain privileges
            /spec/template/spec/containers/0/securityContext | capabilities               | null                          | keeps capabilities
            /spec/template/spec/containers/0/securityContext | capabilities               | {"drop":["NET_RAW"]}          | keeps capabilities
            /spec/template/spec/containers/0/securityContext | capabilities               | {"drop":["ALL"],"add":["SYS_ADMIN"]} | asks for capabilities
            /spec/template/spec/containers/0/securityContext | readOnlyRootFilesystem     | false                         | own root
            /spec/template/spec/containers/0/securityContext | runAsUser                  | 0                             | root
            /spec/template/spec/containers/0/securityContext | runAsNonRoot               | false                         | root
            /spec/template/spec/containers/0/securityContext | procMount                  | Unmasked                      | /proc
            /spec/template/spec/containers/0/securityContext | seccompProfile             | {"type":"Unconfined"}         | seccomp
            /spec/template/spec/initContainers/0/securityContext | allowPrivilegeEscalation | true                        | gain privileges
            /spec/template/spec/containers/0               | image                        | multipolar:latest             | changes
            /spec/template/spec/containers/0               | image                        | multipolar                    | changes
            /spec/template/spec/containers/0/resources/limits | memory                    | null                          | limits of memory
            /spec/template/spec/containers/0/resources/requests | cpu                     | null                          | requests of cpu
            /spec/template/spec/containers/0/ports/0       | hostPort                     | 80                            | port of the host
            /spec/template/spec/containers/0/livenessProbe/httpGet | host                 | 10.0.0.1                      | another host
            /spec/template/spec/volumes/0                  | hostPath                     | {"path":"/"}                  | volume
            /spec/template/spec/volumes/0                  | emptyDir                     | {}                            | without a limit
            """)
    void a_pod_that_asks_for_more_is_refused(String place, String field, String value, String fault)
            throws IOException {
        var broken = deployment().node();
        broken(broken, place, field, value);
        assertThat(Restricted.faults(broken))
                .anySatisfy(each -> assertThat(each).contains(fault));
    }

    private static void broken(ObjectNode object, String place, String field, String value) throws IOException {
        var change = Strict.documents("change", "value: " + value).get(0);
        var target = (ObjectNode) object.at(place);
        target.set(field, change.get("value"));
        if (value.equals("null")) {
            target.remove(field);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Deployment/multipolar          | /spec/selector/matchLabels          | app.kubernetes.io/component | other         | own pods
            Deployment/multipolar-worker   | /spec/selector/matchLabels          | app.kubernetes.io/component | null          | another workload
            Deployment/multipolar          | /spec/template/spec                 | serviceAccountName | nobody                 | account
            Deployment/multipolar          | /spec/template/spec                 | terminationGracePeriodSeconds | 30          | killed
            Deployment/multipolar          | /spec/template/spec/volumes/0       | name               | other                  | mounts
            Deployment/multipolar          | /spec/template/spec/containers/0/envFrom/0/configMapRef | name | other            | does not exist
            Deployment/multipolar          | /spec/template/spec/containers/0/readinessProbe/httpGet | port | https            | not open
            Deployment/multipolar-worker   | /spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels | app.kubernetes.io/name | other | spreads
            Service/multipolar             | /spec/selector                      | app.kubernetes.io/name | other              | selects no pod
            Service/multipolar             | /spec/ports/0                       | targetPort         | https                  | not open
            Ingress/multipolar             | /spec/rules/0/http/paths/0/backend/service | name        | other                  | does not exist
            Ingress/multipolar             | /spec/tls/0                         | secretName         | other                  | does not exist
            HorizontalPodAutoscaler/multipolar | /spec/scaleTargetRef            | name               | other                  | does not exist
            HorizontalPodAutoscaler/multipolar | /spec                           | maxReplicas        | 3                      | cannot scale
            PodDisruptionBudget/multipolar | /spec/selector/matchLabels          | app.kubernetes.io/name | other              | selects no pod
            NetworkPolicy/from-ingress     | /spec/podSelector/matchLabels       | app.kubernetes.io/name | other              | selects no pod
            NetworkPolicy/from-ingress     | /spec/ingress/0/ports/0             | port               | https                  | not open
            NetworkPolicy/from-ingress     | /spec/ingress/0                     | from               | null                   | anybody
            NetworkPolicy/to-public        | /spec/egress/0                      | to                 | null                   | anywhere
            NetworkPolicy/to-public        | /spec/egress/0                      | ports              | null                   | any port
            NetworkPolicy/among-members    | /spec/egress/0/to/0/podSelector/matchLabels | multipolar.org/member | no         | selects no pod
            NetworkPolicy/default-deny     | /spec                               | policyTypes        | [Ingress]              | No policy denies
            NetworkPolicy/default-deny     | /spec                               | egress             | [{}]                   | No policy denies
            Service/multipolar             | /metadata                           | namespace          | other                  | namespace
            ServiceAccount/multipolar      | /metadata                           | name               | other                  | account
            """)
    void objects_that_do_not_fit_are_refused(String name, String place, String field, String value, String fault)
            throws IOException {
        var objects = rendered("production");
        var broken = objects.stream()
                .filter(each -> Strict.name(each).equals(name))
                .findFirst()
                .orElseThrow();
        broken(broken, place, field, value);
        assertThat(Links.faults(objects)).anySatisfy(each -> assertThat(each).contains(fault));
    }

    @Test
    void an_autoscaler_and_a_stated_number_do_not_go_together() {
        var objects = rendered("production");
        objects.stream()
                .filter(each -> Strict.name(each).equals("Deployment/multipolar"))
                .forEach(each -> each.withObject("/spec").put("replicas", 3));
        assertThat(Links.faults(objects)).singleElement().asString().contains("disagrees");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {port: 80}",
                "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspecs: {}",
                "apiVersion: v1\nkind: Service\nmetadata: {name: a, labels: {b: true}}",
                "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nadditionalProperties: {}",
                "apiVersion: v1\nkind: Pod\nmetadata: {name: a}",
                "apiVersion: apps/v1beta1\nkind: Deployment\nmetadata: {name: a}",
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: three}",
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {hostNetworks: true}}}"
            })
    void what_Kubernetes_does_not_know_is_refused(String manifest) {
        assertThat(Strict.documents("broken", manifest)).flatMap(Strict::faults).hasSize(1);
    }

    @Test
    void a_key_that_comes_twice_is_refused() {
        assertThatThrownBy(() -> Strict.documents("broken", "a: 1\na: 2")).isInstanceOf(YamlEngineException.class);
    }

    @Test
    void a_patch_for_nothing_is_refused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), "patches: [{path: patch.yaml}]");
        Files.writeString(folder.resolve("patch.yaml"), "kind: Deployment\nmetadata: {name: gone}");
        assertThatThrownBy(() -> Kustomize.render(folder)).hasMessageContaining("Deployment/gone");
    }

    @Test
    void a_kustomization_says_nothing_that_is_not_applied_here(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), "namePrefix: a-");
        assertThatThrownBy(() -> Kustomize.render(folder)).hasMessageContaining("namePrefix");
    }
}
