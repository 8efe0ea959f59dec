package org.multipolar.k8s;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether what objects say of each other is so: labels, names and ports. */
final class Links {

    /** Made by hand before the manifests are applied, because they are secret or large. */
    static final Set<String> FROM_OUTSIDE = Set.of(
            "ConfigMap/multipolar-bundle",
            "Secret/multipolar-store",
            "Secret/multipolar-signing",
            "Secret/multipolar-signers",
            "Secret/multipolar-tls");

    private final List<ObjectNode> objects;
    private final List<String> faults = new ArrayList<>();

    private Links(List<ObjectNode> objects) {
        this.objects = objects;
    }

    /** {@return what does not fit together among the objects of one overlay} */
    static List<String> faults(List<ObjectNode> objects) {
        var links = new Links(objects);
        links.names();
        links.of("Deployment").forEach(links::workload);
        links.of("Service").forEach(links::service);
        links.of("Ingress").forEach(links::ingress);
        links.of("HorizontalPodAutoscaler").forEach(links::autoscaler);
        links.of("PodDisruptionBudget").forEach(each -> links.selects(each, each.at("/spec/selector/matchLabels")));
        links.of("NetworkPolicy").forEach(links::policy);
        links.denied();
        return links.faults;
    }

    private void require(boolean holds, ObjectNode object, String fault) {
        if (!holds) {
            faults.add(Strict.name(object) + " " + fault);
        }
    }

    private Stream<ObjectNode> of(String kind) {
        return objects.stream().filter(each -> each.path("kind").asText().equals(kind));
    }

    private boolean exists(String name) {
        return FROM_OUTSIDE.contains(name)
                || objects.stream().anyMatch(each -> Strict.name(each).equals(name));
    }

    private void names() {
        var seen = new TreeSet<String>();
        for (var object : objects) {
            require(seen.add(Strict.name(object)), object, "comes twice");
            var namespaced = !object.path("kind").asText().equals("Namespace");
            require(
                    !namespaced
                            || exists("Namespace/"
                                    + object.at("/metadata/namespace").asText()),
                    object,
                    "lies in a namespace that does not exist");
        }
    }

    private void workload(ObjectNode workload) {
        var labels = workload.at("/spec/template/metadata/labels");
        var selector = workload.at("/spec/selector/matchLabels");
        require(!selector.isEmpty() && within(selector, labels), workload, "does not select its own pods");
        var others = of("Deployment")
                .filter(each -> within(selector, each.at("/spec/template/metadata/labels")))
                .count();
        require(others == 1, workload, "selects the pods of another workload too");
        var pod = workload.at("/spec/template/spec");
        for (var spread : pod.path("topologySpreadConstraints")) {
            require(within(spread.at("/labelSelector/matchLabels"), labels), workload, "spreads other pods");
        }
        require(
                exists("ServiceAccount/" + pod.path("serviceAccountName").asText()),
                workload,
                "runs under an account that does not exist");
        volumes(workload, pod);
        for (var container : containers(pod)) {
            for (var from : container.path("envFrom")) {
                exists(workload, "ConfigMap", from.at("/configMapRef/name"));
            }
            probes(workload, container);
        }
        grace(workload, pod);
    }

    private void volumes(ObjectNode workload, JsonNode pod) {
        var mounted = new TreeSet<String>();
        for (var container : containers(pod)) {
            container
                    .path("volumeMounts")
                    .forEach(mount -> mounted.add(mount.path("name").asText()));
        }
        var volumes = new TreeSet<String>();
        for (var volume : pod.path("volumes")) {
            volumes.add(volume.path("name").asText());
            exists(workload, "ConfigMap", volume.at("/configMap/name"));
            exists(workload, "Secret", volume.at("/secret/secretName"));
            exists(workload, "PersistentVolumeClaim", volume.at("/persistentVolumeClaim/claimName"));
        }
        require(mounted.equals(volumes), workload, "mounts %s and has %s".formatted(mounted, volumes));
    }

    private void exists(ObjectNode object, String kind, JsonNode name) {
        require(
                name.isMissingNode() || exists(kind + "/" + name.asText()),
                object,
                "wants %s/%s, which does not exist".formatted(kind, name.asText()));
    }

    private void probes(ObjectNode workload, JsonNode container) {
        for (var kind : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            var probe = container.path(kind);
            var port = probe.has("httpGet") ? probe.at("/httpGet/port") : probe.at("/tcpSocket/port");
            require(
                    probe.isMissingNode() || ports(Stream.of(container)).contains(port.asText()),
                    workload,
                    "asks a port that is not open: " + port.asText());
        }
    }

    /** Whoever has begun must be able to end: pause, then requests in work, then what the process itself needs. */
    private void grace(ObjectNode workload, JsonNode pod) {
        var pause = 0;
        for (var container : containers(pod)) {
            pause = Math.max(
                    pause, container.at("/lifecycle/preStop/sleep/seconds").asInt());
        }
        var served =
                containers(pod).stream().anyMatch(each -> each.path("envFrom").size() > 0);
        var finish = served
                ? of("ConfigMap")
                        .mapToInt(each -> seconds(each.at("/data/QUARKUS_SHUTDOWN_TIMEOUT")))
                        .max()
                        .orElse(0)
                : 0;
        require(
                pause + finish < pod.path("terminationGracePeriodSeconds").asInt(),
                workload,
                "is killed before it has finished");
    }

    private static int seconds(JsonNode duration) {
        var text = duration.asText("0s");
        return Integer.parseInt(text.substring(0, text.length() - 1));
    }

    private void service(ObjectNode service) {
        for (var workload : selects(service, service.at("/spec/selector"))) {
            for (var port : service.at("/spec/ports")) {
                var target = port.path("targetPort").asText();
                require(open(workload).contains(target), service, "sends to a port that is not open: " + target);
            }
        }
    }

    private void ingress(ObjectNode ingress) {
        for (var rule : ingress.at("/spec/rules")) {
            for (var path : rule.at("/http/paths")) {
                var backend = path.at("/backend/service");
                var service = of("Service")
                        .filter(each -> each.at("/metadata/name").equals(backend.path("name")))
                        .findFirst();
                var named = service.isPresent()
                        && stream(service.get().at("/spec/ports"))
                                .anyMatch(port -> port.path("name").equals(backend.at("/port/name")));
                require(named, ingress, "sends to a service or port that does not exist");
            }
        }
        stream(ingress.at("/spec/tls")).forEach(tls -> exists(ingress, "Secret", tls.path("secretName")));
    }

    private void autoscaler(ObjectNode autoscaler) {
        var target = autoscaler.at("/spec/scaleTargetRef");
        var name = target.path("kind").asText() + "/" + target.path("name").asText();
        var scaled = objects.stream()
                .filter(each -> Strict.name(each).equals(name)
                        && each.path("apiVersion").equals(target.path("apiVersion")))
                .findFirst();
        require(scaled.isPresent(), autoscaler, "scales what does not exist: " + name);
        require(
                scaled.isEmpty() || !scaled.get().path("spec").has("replicas"),
                autoscaler,
                "disagrees with the number that its target states");
        require(
                autoscaler.at("/spec/minReplicas").asInt()
                        < autoscaler.at("/spec/maxReplicas").asInt(),
                autoscaler,
                "cannot scale");
    }

    private void policy(ObjectNode policy) {
        var chosen = policy.at("/spec/podSelector/matchLabels");
        var workloads = selects(policy, chosen);
        for (var rule : policy.at("/spec/ingress")) {
            named(policy, rule, workloads);
        }
        for (var rule : policy.at("/spec/egress")) {
            for (var to : rule.path("to")) {
                if (to.has("podSelector") && !to.has("namespaceSelector")) {
                    named(policy, rule, selects(policy, to.at("/podSelector/matchLabels")));
                }
            }
            require(rule.path("to").size() > 0, policy, "lets out to anywhere");
            require(rule.path("ports").size() > 0, policy, "lets out by any port");
        }
    }

    /** A port by name means nothing where the pods have none of that name. */
    private void named(ObjectNode policy, JsonNode rule, List<ObjectNode> workloads) {
        require(rule.path("from").size() + rule.path("to").size() > 0, policy, "lets anybody in");
        require(rule.path("ports").size() > 0, policy, "lets in by any port");
        for (var port : rule.path("ports")) {
            var name = port.path("port").asText();
            require(
                    workloads.stream().allMatch(each -> open(each).contains(name)),
                    policy,
                    "names a port that is not open: " + name);
        }
    }

    private void denied() {
        var denied = of("NetworkPolicy")
                .anyMatch(policy -> policy.at("/spec/podSelector").isEmpty()
                        && Restricted.texts(policy.at("/spec/policyTypes")).equals(Set.of("Egress", "Ingress"))
                        && !policy.path("spec").has("ingress")
                        && !policy.path("spec").has("egress"));
        if (!denied) {
            faults.add("No policy denies whatever is not named.");
        }
    }

    /** {@return the workloads whose pods have the labels, of which there must be one} */
    private List<ObjectNode> selects(ObjectNode object, JsonNode labels) {
        var workloads = of("Deployment")
                .filter(each -> within(labels, each.at("/spec/template/metadata/labels")))
                .toList();
        require(!workloads.isEmpty(), object, "selects no pod: " + labels);
        return workloads;
    }

    private static List<JsonNode> containers(JsonNode pod) {
        return Stream.concat(stream(pod.path("initContainers")), stream(pod.path("containers")))
                .toList();
    }

    /** {@return the open ports of a workload's pods, by number and by name} */
    private static Set<String> open(ObjectNode workload) {
        return ports(containers(workload.at("/spec/template/spec")).stream());
    }

    private static Set<String> ports(Stream<JsonNode> containers) {
        return containers
                .flatMap(container -> stream(container.path("ports")))
                .flatMap(port -> Stream.of(
                        port.path("name").asText(), port.path("containerPort").asText()))
                .collect(toCollection(TreeSet::new));
    }

    private static boolean within(JsonNode some, JsonNode all) {
        return some.properties().stream()
                .allMatch(each -> all.path(each.getKey()).equals(each.getValue()));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
