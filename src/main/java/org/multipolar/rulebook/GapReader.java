package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.multipolar.catalog.read.YamlNode;

/** Reads the gaps that the rulebook declares. */
final class GapReader {

    private GapReader() {}

    static List<Gap> read(Map<String, byte[]> files) {
        var bytes = files.get("gaps.yaml");
        if (bytes == null) {
            return List.of();
        }
        var gaps = new ArrayList<Gap>();
        for (var region :
                YamlNode.read("gaps.yaml", bytes).onlyKeys("gaps").at("gaps").items()) {
            region.onlyKeys("region", "countries", "state_data", "cells");
            for (var cell : region.at("cells").items()) {
                cell.onlyKeys("data_sensitivity", "sector", "coverage", "not_covered");
                gaps.add(new Gap(
                        region.textAt("region"),
                        region.textsAt("countries"),
                        cell.has("sector") ? cell.textAt("sector") : cell.textAt("data_sensitivity"),
                        cell.textAt("coverage"),
                        cell.textAt("not_covered", "")));
            }
        }
        return List.copyOf(gaps);
    }
}
