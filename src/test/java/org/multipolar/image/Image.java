package org.multipolar.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * An image in an archive as container engines load it.
 *
 * @param config how a container of it is run
 * @param layers the files that each layer lays over the ones before
 * @param digests SHA-256 of each layer, unpacked
 */
record Image(JsonNode config, List<List<Tar.Entry>> layers, List<String> digests) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Image read(Path archive) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (var in = new BufferedInputStream(Files.newInputStream(archive))) {
            Tar.read(in).forEach(part -> parts.put(part.path(), part.bytes()));
        }
        var manifest = JSON.readTree(part(parts, "manifest.json")).path(0);
        var layers = new ArrayList<List<Tar.Entry>>();
        var digests = new ArrayList<String>();
        for (var layer : manifest.path("Layers")) {
            var packed = new ByteArrayInputStream(part(parts, layer.asText()));
            try (var in = new GZIPInputStream(packed)) {
                var bytes = in.readAllBytes();
                layers.add(Tar.read(bytes));
                digests.add("sha256:" + AllowList.sha256(bytes));
            }
        }
        return new Image(JSON.readTree(part(parts, manifest.path("Config").asText())), layers, digests);
    }

    private static byte[] part(Map<String, byte[]> parts, String name) throws IOException {
        var part = parts.get(name);
        if (part == null) {
            throw new IOException("The archive has no (%s).".formatted(name));
        }
        return part;
    }

    /** {@return how it is run, then every file of every layer, for a person to read} */
    String told() {
        var told = new StringBuilder(config.path("config").toPrettyString()).append('\n');
        for (var at = 0; at < layers.size(); at++) {
            told.append("\nlayer %d %s%n".formatted(at + 1, digests.get(at)));
            for (var entry : layers.get(at)) {
                told.append("%s%o %d %10d /%s%n"
                        .formatted(
                                entry.folder() ? "d" : "-",
                                entry.mode(),
                                entry.user(),
                                entry.content().remaining(),
                                entry.path()));
            }
        }
        return told.toString();
    }
}
