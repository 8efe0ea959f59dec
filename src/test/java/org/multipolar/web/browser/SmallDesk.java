package org.multipolar.web.browser;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.web.OwnScenarios;

/** A small buyer on the first page, so that flows are quick; and no patience, so that each of them meets the page that waits. */
public final class SmallDesk implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new TreeMap<>(new OwnScenarios().getConfigOverrides());
        settings.put("multipolar.default-buyer", "small");
        settings.put("multipolar.patience", "1ms");
        return settings;
    }
}
