package org.multipolar.web.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final Pattern SAID_IN_TEMPLATES = Pattern.compile("t:say\\('([a-z0-9.-]+)'");
    private static final Pattern SAID_IN_CODE = Pattern.compile("say\\(\\s*\"([a-z0-9.-]+)\"");

    private static final Pattern WORD = Pattern.compile("[a-z]{2,}", Pattern.CASE_INSENSITIVE);

    static Stream<String> others() {
        return Tongue.all().stream().map(Tongue::tag).filter(tag -> !tag.equals("en"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_language_says_all_that_english_says_and_no_more(String tag) {
        assertThat(Messages.read(tag).keySet()).isEqualTo(Messages.read("en").keySet());
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_message_takes_the_same_arguments_in_every_language(String tag) {
        var others = Messages.read(tag);
        var differing = new ArrayList<String>();
        Messages.read("en").forEach((key, pattern) -> {
            var other = others.get(key);
            if (other != null && !arguments(other).equals(arguments(pattern))) {
                differing.add(key + ": " + other);
            }
        });

        assertThat(differing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("others")
    void most_of_a_language_is_not_english(String tag) {
        var english = Messages.read("en");
        var same = Messages.read(tag).entrySet().stream()
                .filter(each -> each.getValue().equals(english.get(each.getKey())))
                // What only puts arguments beside each other has nothing to translate.
                .filter(each -> WORD.matcher(each.getValue().replaceAll("\\{[^}]*\\}", ""))
                                .results()
                                .count()
                        > 4)
                .toList();

        assertThat(same).isEmpty();
    }

    @Test
    void whatever_pages_say_there_is_a_message_for() throws IOException {
        var said = new TreeSet<String>();
        collect(Path.of("src/main/resources/templates"), SAID_IN_TEMPLATES, said);
        collect(Path.of("src/main/java/org/multipolar/web"), SAID_IN_CODE, said);

        assertThat(said).hasSizeGreaterThan(10);
        assertThat(Messages.read("en").keySet()).containsAll(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar", "ja"})
    void an_unknown_key_is_a_fault_of_ours_and_says_so(String tag) {
        assertThatThrownBy(() -> Tongue.of(tag).orElseThrow().say("no.such-thing"))
                .hasMessageContaining("(no.such-thing)");
    }

    private static void collect(Path folder, Pattern pattern, Set<String> into) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(found -> into.add(found.group(1)));
            }
        }
    }

    private static Set<String> arguments(String pattern) {
        var parsed = new MessagePattern(pattern);
        var arguments = new TreeSet<String>();
        for (int part = 0; part < parsed.countParts(); part++) {
            var type = parsed.getPartType(part);
            if (type == MessagePattern.Part.Type.ARG_NUMBER || type == MessagePattern.Part.Type.ARG_NAME) {
                arguments.add(parsed.getSubstring(parsed.getPart(part)));
            }
        }
        return arguments;
    }
}
