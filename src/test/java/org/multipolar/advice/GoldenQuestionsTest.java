package org.multipolar.advice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.CsvTable;

/**
 * Shows what a change of rules, profiles or program does to questions of the last release, before it ships.
 *
 * <p>It says nothing of which answers are right: the kept ones are what the program said when somebody last took them in, and
 * other tests say what it must say. The questions were drawn once: of every demand of the shipped buyers candidates of each
 * verdict, on days before and after known changes of law, and the best mix of some demands alone.
 */
class GoldenQuestionsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Path QUESTIONS = FOLDER.resolve("questions.csv");
    private static final Path ANSWERS = FOLDER.resolve("answers.csv");
    private static final Snapshot SNAPSHOT = Shipped.snapshot();

    private static List<GoldenQuestions> questions() throws IOException {
        return GoldenQuestions.of(QUESTIONS.toString(), Files.readAllBytes(QUESTIONS));
    }

    private static Map<String, String> kept() throws IOException {
        var kept = new TreeMap<String, String>();
        CsvTable.readAny(ANSWERS.toString(), Files.readAllBytes(ANSWERS))
                .rows()
                .forEach(row -> kept.put(row.needed("question"), row.needed("answer")));
        return kept;
    }

    private static Map<String, String> answered(List<GoldenQuestions> questions, @Nullable String without) {
        var answerer = new GoldenQuestions.Answerer(SNAPSHOT, without);
        var answers = new TreeMap<String, String>();
        questions.forEach(each -> answers.put(each.id(), answerer.answer(each)));
        return answers;
    }

    @Test
    void what_a_change_does_to_questions_of_the_last_release_is_shown() throws IOException {
        var questions = questions();
        var now = answered(questions, null);
        if (System.getProperty("golden", "").equals("renew")) {
            var lines = new StringBuilder("question,answer\n");
            now.forEach((id, answer) -> lines.append(id + ",\"" + answer + "\"\n"));
            Files.write(ANSWERS, lines.toString().getBytes(UTF_8));
        }
        var differences = GoldenQuestions.differences(questions, kept(), now);

        assertThat(differences)
                .as(
                        """
                        %d of %d golden questions are answered otherwise than in the last release:
                        %s
                        If this is meant: mvnw test -Dtest=GoldenQuestionsTest -Dgolden=renew takes the new answers in. \
                        Let the difference of %s be read with the change, and name what moves (rules, regions, dates) \
                        in a line of CHANGELOG.md that begins with a star.""",
                        differences.size(), questions.size(), String.join("\n", differences), ANSWERS)
                .isEmpty();
    }

    @Test
    void two_hundred_questions_are_asked_about_every_demand_and_each_has_an_answer() throws IOException {
        var questions = questions();
        var asked = new TreeSet<String>();
        questions.forEach(each -> asked.add(each.buyer() + " " + each.demand()));
        var demands = new TreeSet<String>();
        SNAPSHOT.buyers().values().forEach(buyer -> buyer.demands()
                .forEach(each -> demands.add(buyer.id() + " " + each.id())));

        assertThat(questions).hasSize(200).doesNotHaveDuplicates();
        assertThat(asked).isEqualTo(demands);
        assertThat(kept().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        questions.stream().map(GoldenQuestions::id).toList());
    }

    /** The show would be worth nothing if a change of rules could pass it by, or if it showed more than what moved. */
    @Test
    void a_rule_taken_away_shows_in_every_judgement_that_it_decided_and_in_no_other() throws IOException {
        var questions = questions().stream().filter(GoldenQuestions::judged).toList();
        var with = answered(questions, null);
        var decided = new TreeMap<String, Integer>();
        with.values().forEach(answer -> rules(answer).forEach(rule -> decided.merge(rule, 1, Integer::sum)));
        var often = decided.entrySet().stream()
                .filter(each -> each.getValue() > 3)
                .map(Map.Entry::getKey)
                .limit(5)
                .toList();

        assertThat(often).hasSize(5);
        for (var rule : often) {
            var without = answered(questions, rule);
            var moved = questions.stream()
                    .filter(each -> rules(World.known(with, each.id())).contains(rule))
                    .toList();

            assertThat(GoldenQuestions.differences(questions, with, without))
                    .as(rule)
                    .hasSameSizeAs(moved)
                    .allSatisfy(each -> assertThat(each).containsPattern("was .*" + rule));
        }
    }

    /** {@return the rules that an answer names} */
    private static List<String> rules(String answer) {
        int by = answer.indexOf(" by ");
        int end = answer.contains(";") ? answer.indexOf(';') : answer.length();
        return by < 0 ? List.of() : List.of(answer.substring(by + 4, end).split(" ", -1));
    }
}
