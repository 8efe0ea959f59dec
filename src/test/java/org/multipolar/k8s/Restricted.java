package org.multipolar.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The controls of the Pod Security Standard <i>restricted</i>, which includes those of <i>baseline</i>, and what the house asks
 * beyond it: a root that cannot be written, no token, limits.
 */
final class Restricted {

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");
    private static final Set<String> SELINUX =
            Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");
    private static final Set<String> SYSCTLS = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes");
    private static final int LEAST_USER = 10_000;

    private final JsonNode pod;
    private final List<String> faults = new ArrayList<>();
    private String where;

    private Restricted(ObjectNode workload) {
        this.pod = workload.at("/spec/template/spec");
        this.where = Strict.name(workload);
    }

    /** {@return what a workload's pods ask for that they should not} */
    static List<String> faults(ObjectNode workload) {
        var check = new Restricted(workload);
        check.pod();
        check.volumes();
        for (var kind : List.of("initContainers", "containers", "ephemeralContainers")) {
            for (var container : check.pod.path(kind)) {
                check.where =
                        Strict.name(workload) + " " + container.path("name").asText();
                check.container(container);
                check.house(container);
            }
        }
        return check.faults;
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(where + ": " + fault);
        }
    }

    private void pod() {
        require(!pod.isMissingNode(), "there is no pod");
        for (var shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            require(!pod.path(shared).asBoolean(), "shares the host: " + shared);
        }
        common(pod.path("securityContext"));
        for (var sysctl : pod.path("securityContext").path("sysctls")) {
            require(SYSCTLS.contains(sysctl.path("name").asText()), "sysctl " + sysctl.path("name"));
        }
        require(isFalse(pod.path("automountServiceAccountToken")), "holds a token of the cluster");
        var account = pod.path("serviceAccountName").asText("default");
        require(!account.equals("default"), "runs under the account that everybody has");
        require(pod.path("terminationGracePeriodSeconds").asInt() > 0, "says no grace");
    }

    /** What a pod and a container may both say. */
    private void common(JsonNode context) {
        require(!context.at("/windowsOptions/hostProcess").asBoolean(), "is a process of the host");
        require(SELINUX.contains(context.at("/seLinuxOptions/type").asText()), "SELinux type");
        require(context.at("/seLinuxOptions/user").isMissingNode(), "SELinux user");
        require(context.at("/seLinuxOptions/role").isMissingNode(), "SELinux role");
        require(!context.at("/appArmorProfile/type").asText().equals("Unconfined"), "AppArmor is off");
        require(!context.at("/seccompProfile/type").asText().equals("Unconfined"), "seccomp is off");
        require(!context.path("runAsUser").asText().equals("0"), "runs as root");
        require(!isFalse(context.path("runAsNonRoot")), "may run as root");
    }

    private void volumes() {
        for (var volume : pod.path("volumes")) {
            var kinds = new TreeSet<String>();
            volume.fieldNames().forEachRemaining(kinds::add);
            kinds.remove("name");
            require(VOLUMES.containsAll(kinds) && kinds.size() == 1, "volume of kind " + kinds);
            require(
                    volume.path("emptyDir").isMissingNode()
                            || volume.path("emptyDir").has("sizeLimit"),
                    "a volume without a limit: " + volume.path("name").asText());
        }
    }

    private void container(JsonNode container) {
        var context = container.path("securityContext");
        common(context);
        require(!context.path("privileged").asBoolean(), "is privileged");
        require(isFalse(context.path("allowPrivilegeEscalation")), "may gain privileges");
        require(inherited(context, "runAsNonRoot").asBoolean(), "does not say that it is not root");
        require(
                SECCOMP.contains(
                        inherited(context, "seccompProfile").path("type").asText()),
                "no seccomp profile");
        require(context.path("procMount").asText("Default").equals("Default"), "unmasks /proc");
        require(texts(context.at("/capabilities/drop")).contains("ALL"), "keeps capabilities");
        require(
                Set.of("NET_BIND_SERVICE").containsAll(texts(context.at("/capabilities/add"))),
                "asks for capabilities");
        for (var port : container.path("ports")) {
            require(port.path("hostPort").asInt() == 0, "takes a port of the host");
        }
        for (var asking : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            hosts(container.path(asking));
        }
        hosts(container.at("/lifecycle/preStop"));
        hosts(container.at("/lifecycle/postStart"));
    }

    private void hosts(JsonNode asking) {
        require(
                asking.at("/httpGet/host").isMissingNode()
                        && asking.at("/tcpSocket/host").isMissingNode(),
                "asks another host");
    }

    private void house(JsonNode container) {
        var context = container.path("securityContext");
        require(context.path("readOnlyRootFilesystem").asBoolean(), "may write its own root");
        require(inherited(context, "runAsUser").asInt() >= LEAST_USER, "says no user of its own");
        for (var kind : List.of("requests", "limits")) {
            for (var what : List.of("cpu", "memory")) {
                require(container.path("resources").path(kind).has(what), "no %s of %s".formatted(kind, what));
            }
        }
        var image = container.path("image").asText();
        require(image.matches(".+[:@].+") && !image.endsWith(":latest"), "an image that changes: " + image);
        for (var secret : container.path("env")) {
            require(secret.at("/valueFrom/secretKeyRef").isMissingNode(), "a secret in the environment");
        }
    }

    private JsonNode inherited(JsonNode context, String field) {
        return context.has(field)
                ? context.path(field)
                : pod.path("securityContext").path(field);
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.asBoolean();
    }

    static Set<String> texts(JsonNode list) {
        var texts = new TreeSet<String>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
