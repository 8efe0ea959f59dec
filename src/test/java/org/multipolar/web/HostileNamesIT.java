package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.Shipped;

/** Names, notes and addresses of a catalogue that would be markup or script if anybody let them. */
@QuarkusTest
@TestProfile(HostileNamesIT.HostileProfiles.class)
class HostileNamesIT {

    private static final String MARKUP = "<img src=x onerror=alert(1)>";

    public static final class HostileProfiles implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var files = Shipped.profiles();
            changed(files, "suppliers/suppliers.csv", "mistral,Mistral AI,", "mistral,\"Mistral " + MARKUP + "\",");
            changed(files, "suppliers/models.csv", "Mistral 7B", "Mistral {id} " + MARKUP);
            changed(files, "suppliers/sources.csv", "Landscape", "Landscape " + MARKUP);
            changed(files, "countries/countries.csv", "\nFR,France,", "\nFR,France " + MARKUP + ",");
            return Map.of("multipolar.profiles", Shipped.copied(files).toString(), "multipolar.watch", "0s");
        }

        private static void changed(Map<String, byte[]> files, String path, String from, String to) {
            files.computeIfPresent(path, (any, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                    .replace(from, to)
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/suppliers",
                "/suppliers/mistral",
                "/models/mistral-7b",
                "/models/bielik-11b-v3",
                "/offers/mistral-7b@bedrock-region_us",
                "/countries",
                "/countries/FR",
                "/countries/compare?left=FR",
                "/countries/map",
                "/countries/map?show=tiles"
            })
    void hostile_names_stay_text(String address) {
        var page = given().get(address).then().statusCode(200).extract().asString();

        assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;").doesNotContain("<img");
    }
}
