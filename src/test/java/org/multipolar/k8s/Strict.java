package org.multipolar.k8s;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads manifests like a cluster that refuses whatever it does not know. */
final class Strict {

    /** The kinds that the manifests use; another one is added here with its class. */
    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            entry("v1 Namespace", Namespace.class),
            entry("v1 ConfigMap", ConfigMap.class),
            entry("v1 Service", Service.class),
            entry("v1 ServiceAccount", ServiceAccount.class),
            entry("v1 PersistentVolumeClaim", PersistentVolumeClaim.class),
            entry("apps/v1 Deployment", Deployment.class),
            entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            entry("networking.k8s.io/v1 Ingress", Ingress.class),
            entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
            entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class));

    static final ObjectMapper JSON = mapper();

    private Strict() {}

    private static ObjectMapper mapper() {
        // The classes keep what they do not know in a map of their own; without it, it is an error.
        var closed = new JacksonAnnotationIntrospector() {
            private static final long serialVersionUID = 1;

            @Override
            public Boolean hasAnySetter(Annotated annotated) {
                return Boolean.FALSE;
            }
        };
        return JsonMapper.builder()
                .annotationIntrospector(closed)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
                .withCoercionConfig(LogicalType.Textual, to -> refuse(to, CoercionInputShape.Boolean))
                .withCoercionConfig(LogicalType.Textual, to -> refuse(to, CoercionInputShape.Integer))
                .withCoercionConfig(LogicalType.Boolean, to -> refuse(to, CoercionInputShape.String))
                .withCoercionConfig(LogicalType.Integer, to -> refuse(to, CoercionInputShape.String))
                .build();
    }

    private static void refuse(com.fasterxml.jackson.databind.cfg.MutableCoercionConfig to, CoercionInputShape from) {
        to.setCoercion(from, CoercionAction.Fail);
    }

    /** {@return what keeps a manifest from being one; empty where nothing does} */
    static List<String> faults(ObjectNode manifest) {
        var kind = manifest.path("apiVersion").asText() + " "
                + manifest.path("kind").asText();
        var type = KINDS.get(kind);
        if (type == null) {
            return List.of("(%s) is no kind that is known here.".formatted(kind));
        }
        try {
            JSON.treeToValue(manifest, type);
            return List.of();
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            return List.of("%s: %s".formatted(name(manifest), wrong.getMessage()));
        }
    }

    static String name(ObjectNode manifest) {
        return manifest.path("kind").asText() + "/"
                + manifest.path("metadata").path("name").asText();
    }

    static List<ObjectNode> documents(Path file) {
        return documents(file.toString(), text(file));
    }

    /** {@return the documents of a YAML file; a key that comes twice is an error} */
    static List<ObjectNode> documents(String label, String text) {
        var settings = LoadSettings.builder()
                .setLabel(label)
                .setAllowDuplicateKeys(false)
                .build();
        var documents = new ArrayList<ObjectNode>();
        for (var document : new Load(settings).loadAllFromString(text)) {
            if (document != null) {
                documents.add((ObjectNode) JSON.<com.fasterxml.jackson.databind.JsonNode>valueToTree(document));
            }
        }
        return documents;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
