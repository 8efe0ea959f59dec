package org.multipolar.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** As much of kustomize as the manifests use: resources, patches by name, files as a ConfigMap, one namespace. */
final class Kustomize {

    private static final String FILE = "kustomization.yaml";
    private static final Set<String> KNOWN =
            Set.of("apiVersion", "kind", "namespace", "resources", "patches", "configMapGenerator");

    /** By what the elements of a list are told apart; a list that is not named here is replaced. */
    private static final Map<String, String> KEYS = Map.of(
            "containers", "name",
            "initContainers", "name",
            "volumes", "name",
            "env", "name",
            "volumeMounts", "mountPath",
            "ports", "containerPort",
            "topologySpreadConstraints", "topologyKey");

    private Kustomize() {}

    static ObjectNode kustomization(Path folder) {
        var documents = Strict.documents(folder.resolve(FILE));
        if (documents.size() != 1) {
            throw new IllegalArgumentException("%s is not one document.".formatted(folder.resolve(FILE)));
        }
        var kustomization = documents.get(0);
        var unknown = new TreeSet<String>();
        kustomization.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("%s says %s.".formatted(folder.resolve(FILE), unknown));
        }
        return kustomization;
    }

    /** {@return every file that a folder's kustomization names, and itself} */
    static Set<String> named(Path folder) {
        var named = new TreeSet<>(Set.of(FILE));
        var kustomization = kustomization(folder);
        kustomization.path("resources").forEach(each -> named.add(each.asText()));
        kustomization
                .path("patches")
                .forEach(each -> named.add(each.path("path").asText()));
        kustomization.path("configMapGenerator").forEach(each -> each.path("files")
                .forEach(file -> named.add(file.asText())));
        return named;
    }

    /** {@return the objects that an overlay comes to} */
    static List<ObjectNode> render(Path folder) {
        var kustomization = kustomization(folder);
        var objects = new ArrayList<ObjectNode>();
        for (var resource : kustomization.path("resources")) {
            var path = folder.resolve(resource.asText()).normalize();
            objects.addAll(Files.isDirectory(path) ? render(path) : Strict.documents(path));
        }
        for (var patch : kustomization.path("patches")) {
            for (var change : Strict.documents(folder.resolve(patch.path("path").asText()))) {
                merge(target(objects, change), change);
            }
        }
        for (var generator : kustomization.path("configMapGenerator")) {
            objects.add(generated(folder, generator));
        }
        var namespace = kustomization.path("namespace").asText();
        for (var object : objects) {
            if (!object.path("kind").asText().equals("Namespace")) {
                object.withObject("/metadata").put("namespace", namespace);
            }
        }
        return objects;
    }

    private static ObjectNode target(List<ObjectNode> objects, ObjectNode change) {
        return objects.stream()
                .filter(each -> Strict.name(each).equals(Strict.name(change)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A patch is for %s, which does not exist.".formatted(Strict.name(change))));
    }

    private static ObjectNode generated(Path folder, JsonNode generator) {
        var map = Strict.JSON.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.withObject("/metadata").set("name", generator.path("name"));
        map.withObject("/metadata").set("labels", generator.path("options").path("labels"));
        var content = map.withObject("/data");
        for (var file : generator.path("files")) {
            content.put(file.asText(), Strict.text(folder.resolve(file.asText())));
        }
        return map;
    }

    static void merge(ObjectNode target, JsonNode change) {
        for (var field : change.properties()) {
            var name = field.getKey();
            var old = target.get(name);
            if (field.getValue().isNull()) {
                target.remove(name);
            } else if (old instanceof ObjectNode object && field.getValue().isObject()) {
                merge(object, field.getValue());
            } else if (old instanceof ArrayNode list && KEYS.containsKey(name)) {
                mergeList(list, field.getValue(), KEYS.getOrDefault(name, ""));
            } else {
                target.set(name, field.getValue().deepCopy());
            }
        }
    }

    private static void mergeList(ArrayNode target, JsonNode changes, String key) {
        for (var change : changes) {
            var old = find(target, key, change.path(key));
            if (old instanceof ObjectNode object) {
                merge(object, change);
            } else {
                target.add(change.deepCopy());
            }
        }
    }

    private static JsonNode find(ArrayNode list, String key, JsonNode value) {
        for (var each : list) {
            if (each.path(key).equals(value)) {
                return each;
            }
        }
        return list.missingNode();
    }
}
