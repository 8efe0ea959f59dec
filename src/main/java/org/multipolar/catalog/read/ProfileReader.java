package org.multipolar.catalog.read;

import java.util.Map;
import java.util.TreeMap;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Parsed;
import org.multipolar.catalog.Region;
import org.multipolar.catalog.World;

/** Reads the profiles, given as bytes by path, into one consistent world. */
public final class ProfileReader {

    /** What public catalogues call our offers. It serves imports only: no answer rests on it, so the digest leaves it out. */
    public static final String PUBLIC_NAMES = "suppliers/public-names.csv";

    private ProfileReader() {}

    /**
     * {@return the world, or the first fault found}
     *
     * @param files bytes by path relative to the profiles' folder, with forward slashes
     */
    public static Parsed<World> world(Map<String, byte[]> files) {
        return Parsed.of(() -> read(new TreeMap<>(files)));
    }

    /** {@return whether a file is part of the world and so of its digest; buyers and sweeps have their own} */
    public static boolean counts(String path) {
        return !path.startsWith("buyers/")
                && !path.startsWith("sweeps/")
                && !path.endsWith(".md")
                && !path.equals(PUBLIC_NAMES)
                && !path.equals(ReviewPlan.FILE);
    }

    private static World read(Map<String, byte[]> files) {
        var countries = CountryTables.read(files);
        var supply = SupplyTables.read(files);
        return new World(
                countries.countries(),
                countries.indicators(),
                countries.observations(),
                countries.sources(),
                supply.suppliers(),
                supply.models(),
                supply.licences(),
                supply.hosts(),
                supply.offers(),
                supply.reach(),
                supply.availability(),
                supply.benchmarks(),
                supply.testScores(),
                supply.sources(),
                regions(files, countries.countries()),
                Digests.ofFiles(files, ProfileReader::counts));
    }

    private static Map<String, Region> regions(Map<String, byte[]> files, Map<String, ?> countries) {
        var regions = new TreeMap<String, Region>();
        files.forEach((path, bytes) -> {
            if (path.startsWith("regions/") && path.endsWith(".yaml")) {
                var region = RegionReader.read(YamlNode.read(path, bytes), countries);
                if (!path.equals("regions/" + region.id() + ".yaml")) {
                    throw new BadInput(
                            path,
                            1,
                            "region",
                            "the id (%s) differs from the file's name.".formatted(region.id()),
                            null);
                }
                regions.put(region.id(), region);
            }
        });
        return regions;
    }

    /** {@return the bytes of a file that must be there} */
    public static byte[] needed(Map<String, byte[]> files, String path) {
        var bytes = files.get(path);
        if (bytes == null) {
            throw new BadInput(path, 0, "", "the file is missing.", "the profiles' folder is not the right one.");
        }
        return bytes;
    }
}
