package org.multipolar.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.multipolar.Shipped;

/** Profiles and rules of a few lines that can be read, tried and signed, so that every byte of them can be broken. */
public final class SmallFolders {

    static final Instant MADE = Instant.parse("2026-11-22T12:00:00Z");

    private SmallFolders() {}

    /** {@return tables with their first lines alone, and the settings that no world is without} */
    public static Map<String, byte[]> profiles() {
        var files = new TreeMap<String, byte[]>();
        Shipped.profiles().forEach((path, bytes) -> {
            if (path.endsWith(".csv") && path.matches("(countries|suppliers)/.*")) {
                files.put(path, firstLine(bytes));
            }
        });
        files.put("suppliers/ability.yaml", Shipped.profiles().get("suppliers/ability.yaml"));
        files.put("suppliers/price-goalposts.yaml", Shipped.profiles().get("suppliers/price-goalposts.yaml"));
        return files;
    }

    private static byte[] firstLine(byte[] bytes) {
        var text = new String(bytes, UTF_8);
        return text.substring(0, text.indexOf('\n') + 1).getBytes(UTF_8);
    }

    /** {@return one rule with its case} */
    public static Map<String, byte[]> rules(String title) {
        var files = new TreeMap<String, byte[]>();
        files.put("sources.csv", bytes("key,title,publisher,date,url,tier,read,via\nhouse-policy,House,,,,,true,\n"));
        files.put(
                "house/one.drl",
                bytes(
                        """
                        package rules.house.one;

                        import org.multipolar.rulebook.Case;
                        global org.multipolar.rulebook.Findings findings;

                        rule "ONE"
                            @title( "%s" )
                            @kind( "policy" )
                            @status( "policy-default" )
                            @sources( "house-policy" )
                        when
                            $c : Case( sector.named("finance") )
                        then
                            findings.exclude("ONE", $c);
                        end
                        """
                                .formatted(title)));
        files.put(
                "house/one.cases.yaml",
                bytes(
                        """
                        cases:
                          - id: ONE/fires
                            as_of: 2026-11-22
                            given: {operating_country: DE, data_sensitivity: internal, sector: finance,
                              audience: internal, buyer_type: private, buyer_seat: DE, buyer_ownership: DE}
                            offer: {supplier: a, supplier_origin: FR, parent_origin: FR, model: A,
                              openness: open-weights, licence: apache-2.0, base_lineage: [a],
                              model_release_date: 2026-03-01, training_compute_flop: 2.0e+24, modality: text,
                              access_mode: self-hosted, host: own-site, host_origin: DE, serving_country: DE}
                            expected: excluded
                            must_name: [ONE]
                            must_not_name: []
                            why: "Fires: finance."
                        """));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** {@return a key of its own for each name} */
    public static SigningKey key(Path folder, String name) {
        return SigningKey.openOrMake(folder.resolve(name), "the test is broken");
    }

    /** {@return the rules with their manifest and its signature} */
    public static Map<String, byte[]> signed(Map<String, byte[]> rules, long revision, SigningKey key) {
        var files = new TreeMap<>(rules);
        files.putAll(BundleSigner.sign(profiles(), rules, revision, MADE, key).files());
        return files;
    }

    /** Writes files into a folder, and takes away what else lies there. */
    public static void write(Path folder, Map<String, byte[]> files) {
        try {
            Files.createDirectories(folder);
            for (var gone : Folder.read(folder).keySet()) {
                if (!files.containsKey(gone)) {
                    Files.delete(folder.resolve(gone));
                }
            }
            for (var file : files.entrySet()) {
                var path = folder.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.write(path, file.getValue());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
