package org.multipolar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other mixes beside the best, and limits in a line, asked from the command line. */
class ChoiceCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private String buyer = "";

    @BeforeEach
    void write() throws IOException {
        var file = folder.resolve("mini.yaml");
        // Few models are able enough, so that many questions of few candidates are quick.
        Files.writeString(file, MiniBuyer.YAML.replace("ability: basic", "ability: frontier"));
        buyer = file.toString();
    }

    private int run(String... more) {
        var words = new ArrayList<>(List.of("advise", buyer, "--as-of", "2026-11-22"));
        words.addAll(List.of(more));
        out.getBuffer().setLength(0);
        return Commands.run(new PrintWriter(out, true), new PrintWriter(errors, true), words.toArray(String[]::new));
    }

    private JsonNode json() throws JsonProcessingException {
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void the_first_of_the_best_mixes_is_the_one_recommended_and_scores_fall() throws JsonProcessingException {
        assertThat(run("--json")).isEqualTo(Exit.DONE);
        long score = json().at("/score").asLong();

        assertThat(run("--best", "3", "--json")).isEqualTo(Exit.DONE);
        var answer = json();
        assertThat(answer.at("/mixes")).hasSize(3);
        assertThat(answer.at("/mixes/0/mix/score").asLong()).isEqualTo(score);
        assertThat(answer.at("/mixes/0/moves")).isEmpty();
        for (int at = 1; at < 3; at++) {
            var mix = answer.at("/mixes/" + at);
            assertThat(mix.at("/mix/score").asLong() + mix.at("/behind").asLong())
                    .isEqualTo(score);
            assertThat(mix.at("/behind").asLong())
                    .isGreaterThanOrEqualTo(
                            answer.at("/mixes/" + (at - 1) + "/behind").asLong());
            assertThat(mix.at("/moves")).isNotEmpty();
        }
        assertThat(answer.at("/distinct").asText()).isEqualTo("suppliers");

        assertThat(run("--best-shares", "2")).isEqualTo(Exit.DONE);
        assertThat(out.toString())
                .contains("1. score " + score, "2. score ", " behind)", "USD a month", "at worst loses");
    }

    @Test
    void the_frontier_holds_the_mix_recommended_or_one_that_beats_it() throws JsonProcessingException {
        assertThat(run("--frontier", "--solves", "6", "--json")).isEqualTo(Exit.DONE);
        var answer = json();

        assertThat(answer.at("/points").size()).isGreaterThan(1);
        assertThat(answer.at("/proposed/score").asLong()).isPositive();
        long last = -1;
        for (var point : answer.at("/points")) {
            long cost = point.at("/mix/cost/totalMicroUsd").asLong();
            assertThat(cost).isGreaterThanOrEqualTo(last);
            last = cost;
            assertThat(point.at("/mix/score").asLong())
                    .isLessThanOrEqualTo(answer.at("/proposed/score").asLong());
        }
        assertThat(answer.at("/finding").asText()).contains("not stated in the profile", "as the work ran out");
        assertThat(answer.at("/solves").asInt()).isLessThanOrEqualTo(7);

        assertThat(run("--frontier", "--solves", "2")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains("USD a month", "at worst loses");
    }

    @Test
    void without_a_mix_there_is_nothing_to_lay_others_beside() {
        assertThat(run("--frontier", "--never", "{origin: US}", "--never", "{origin: CN}"))
                .isEqualTo(Exit.NEGATIVE);
        assertThat(out.toString()).contains("There is no proven mix to lay others beside.");
    }

    @Test
    void a_limit_in_a_line_is_heeded() throws JsonProcessingException {
        run("--json");
        var maker = json().at("/demands/0/mix/0/supplier").asText();

        assertThat(run("--never", maker, "--at-least", "20:open", "--json")).isEqualTo(Exit.DONE);
        int open = 0;
        for (var share : json().at("/demands/0/mix")) {
            assertThat(share.at("/supplier").asText()).isNotEqualTo(maker);
            open += share.at("/openness").asText().startsWith("open")
                    ? share.at("/share").asInt()
                    : 0;
        }
        assertThat(open).isGreaterThanOrEqualTo(20);
        assertThat(json().at("/limits").findValuesAsText("id")).contains("never:supplier:" + maker);
    }

    @Test
    void draws_of_stability_are_printed_where_asked_for() {
        assertThat(run("--stability", "2")).isEqualTo(Exit.DONE);
        assertThat(out.toString()).contains(" of 2 draws of weights and data", "  weights: ");
    }

    @Test
    void what_is_out_of_bounds_or_does_not_go_together_is_refused() {
        assertThat(run("--keep", "mistrall")).isEqualTo(Exit.BAD_INPUT);
        assertThat(errors.toString()).contains("--keep:1 [keep]: (mistrall) is not", "Maybe it is one of [mistral");
        assertThat(run("--best", "0")).isEqualTo(Exit.BAD_INPUT);
        assertThat(errors.toString()).contains("--best: (0) is not between 1 and 20.");
        assertThat(run("--best", "2", "--frontier")).isEqualTo(Exit.BAD_INPUT);
        assertThat(run("--frontier", "--stability", "5")).isEqualTo(Exit.BAD_INPUT);
        assertThat(run("--frontier", "--solves", "61")).isEqualTo(Exit.BAD_INPUT);
        assertThat(errors.toString()).contains("--solves: (61) is not between 1 and 60.");
        assertThat(run("--solves", "3")).isEqualTo(Exit.BAD_INPUT);
        assertThat(run("--stability", "1001")).isEqualTo(Exit.BAD_INPUT);
    }
}
