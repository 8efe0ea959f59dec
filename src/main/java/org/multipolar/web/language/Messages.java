package org.multipolar.web.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The messages of one language, each an ICU pattern by its key. Safe for use by many threads. */
final class Messages {

    private final ULocale locale;
    private final Map<String, String> patterns;
    private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();

    private Messages(ULocale locale, Map<String, String> patterns) {
        this.locale = locale;
        this.patterns = patterns;
    }

    /** {@return the shipped messages of a language} */
    static Messages of(String tag) {
        // A message that a language lacks is better said in English than not at all; a test lets none be missing.
        var patterns = new TreeMap<>(read("en"));
        patterns.putAll(read(tag));
        return new Messages(ULocale.forLanguageTag(tag + "-u-nu-latn"), patterns);
    }

    /** {@return the patterns of a language by key} */
    static Map<String, String> read(String tag) {
        var path = "/messages/" + tag + ".properties";
        try (var stream = Messages.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("There is no " + path + ".");
            }
            var read = new Properties();
            read.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            var patterns = new TreeMap<String, String>();
            read.forEach((key, pattern) -> patterns.put(key.toString(), pattern.toString()));
            return patterns;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * {@return a message with its arguments in place}
     *
     * @throws IllegalArgumentException where no message has the key, which a test finds out before a reader does
     */
    String say(String key, Object... arguments) {
        var pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No message is called (%s).".formatted(key));
        }
        var format = parsed.computeIfAbsent(key, any -> new MessageFormat(pattern, locale));
        // A format keeps its place while it writes, so each writer has its own.
        return format.clone().format(arguments);
    }

    boolean has(String key) {
        return patterns.containsKey(key);
    }
}
