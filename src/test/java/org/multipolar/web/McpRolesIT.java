package org.multipolar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.web.access.Role;
import org.multipolar.web.access.Tokens;

/** The table of every tool and every role holds: each cell is a call with a signed token. */
@QuarkusTest
@TestProfile(Tokens.Trusted.class)
class McpRolesIT {

    private static final String OWN = "consumer-goods";
    private static final String OTHER = "european-bank";
    private static final String UNKNOWN = "nowhere-to-be-found";
    private static final Path TABLE = Path.of("src/test/resources/tools.csv");
    private static final String REFUSED = "This wants the role [%s]; the caller (ann) has [%s].";

    record Row(String tool, String args, Map<String, Boolean> roles, String foreign) {

        static Row of(NamedCsvRecord line) {
            var roles = new TreeMap<String, Boolean>();
            Role.ALL.forEach(role -> roles.put(role, line.getField(role).equals("yes")));
            return new Row(line.getField("tool"), line.getField("arguments"), roles, line.getField("foreign"));
        }

        /** {@return a role that may call the tool} */
        String role() {
            return roles.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }

        McpSession.Said call(String buyer) {
            return call(args, buyer);
        }

        McpSession.Said call(String sent, String buyer) {
            return McpSession.open(token(role(), buyer)).call(tool, sent);
        }
    }

    static Stream<Row> rows() throws IOException {
        try (var reader = CsvReader.builder()
                .quoteCharacter('\'')
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(TABLE)) {
            return reader.stream().map(Row::of).toList().stream();
        }
    }

    static Stream<Row> rowsOfBuyers() throws IOException {
        return rows().filter(row -> !row.foreign().equals("-"));
    }

    private static String token(String role, String buyer) {
        return Tokens.of("ann", List.of(role), List.of(buyer));
    }

    @Test
    void every_tool_has_a_row_and_every_row_a_tool() throws IOException {
        var tools = new TreeSet<String>();
        McpSession.open(token(Role.READER, OWN))
                .send("tools/list", "{}")
                .at("/result/tools")
                .forEach(tool -> tools.add(tool.path("name").asText()));
        assertThat(rows().map(Row::tool)).as("rows of %s", TABLE).containsAll(tools);
        assertThat(tools).as("tools").containsAll(rows().map(Row::tool).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_role_may_what_the_table_says(Row row) {
        row.roles().forEach((role, may) -> {
            var said = McpSession.open(token(role, OWN)).call(row.tool(), row.args());
            var about = "%s as %s: %s".formatted(row, role, said);
            if (may) {
                assertThat(said.texts().get(0)).as(about).doesNotContain("This wants the role", "may not do", "inside");
            } else {
                var has = role.equals(Role.READER) || role.equals(Role.ALL.last()) ? Role.READER : role + ", reader";
                assertThat(said.fault()).as(about).isEqualTo(REFUSED.formatted(row.role(), has));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("rowsOfBuyers")
    void a_buyer_of_others_is_as_good_as_unknown(Row row) {
        var own = row.call(OWN).texts().toString();
        var foreign = row.call(OTHER).texts().toString();
        switch (row.foreign()) {
            case "hidden" -> {
                assertThat(own).contains(OWN);
                assertThat(foreign).doesNotContain(OWN);
            }
            case "unknown" -> {
                var unknown = row.call(row.args().replace(OWN, UNKNOWN), OTHER)
                        .texts()
                        .toString();
                assertThat(foreign).isEqualTo(unknown.replace(UNKNOWN, OWN)).isNotEqualTo(own);
            }
            default -> fail("%s: (%s) is not hidden, unknown or -".formatted(row, row.foreign()));
        }
    }

    @Test
    void nobody_opens_no_session_and_a_session_is_no_passport() {
        assertThat(McpSession.hello(McpSession.asking()).statusCode()).isEqualTo(401);
        assertThat(McpSession.hello(McpSession.asking().header("Authorization", "Bearer abc"))
                        .statusCode())
                .isEqualTo(401);

        var session = McpSession.open(token(Role.ANALYST, OWN));
        assertThat(session.call("replay", "{\"id\": \"none\"}").fault()).startsWith("no decision");
        session.as(token(Role.READER, OWN));
        assertThat(session.call("replay", "{\"id\": \"none\"}").fault()).startsWith("This wants the role [analyst]");
        session.as("abc");
        assertThat(session.raw("{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"tools/list\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_one_buyers_caller_makes_no_others_caller_reads() {
        var ann = McpSession.open(token(Role.ANALYST, "small"));
        var args = Map.of("buyer", SmallBuyer.json(), "asOf", "2026-11-21");
        var made = ann.call("advise", args);
        var record = made.texts().get(0).replaceFirst("(?s).*Record: ", "");
        assertThat(ann.call("decision", Map.of("id", record)).tree().path("by").asText())
                .isEqualTo("ann");

        var bob = McpSession.open(token(Role.ANALYST, OTHER));
        for (var tool : List.of("decision", "replay")) {
            assertThat(bob.call(tool, Map.of("id", record)).fault())
                    .isEqualTo(bob.call(tool, Map.of("id", "none")).fault().replace("(none)", "(" + record + ")"));
        }
        assertThat(bob.call("advise", args).fault()).contains("is not among those of the caller (ann)");
    }

    @Test
    void with_a_token_nobody_acts_in_anothers_name() {
        var ann = McpSession.open(token(Role.ANALYST, "small"));
        var args = Map.of(
                "buyer", SmallBuyer.json(), "demand", "watch", "supplier", "mistral", "quick", true, "by", "Bob");
        assertThat(ann.call("review", args).fault()).contains("whom the token names");
    }
}
