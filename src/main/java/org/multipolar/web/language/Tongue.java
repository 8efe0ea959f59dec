package org.multipolar.web.language;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A language in which pages and reports are written. Safe for use by many threads.
 *
 * <p>Numbers are grouped and pointed as its readers write them, with western digits everywhere, because figures are
 * compared with those in contracts.
 */
public final class Tongue {

    // First strong isolate, and what ends it.
    private static final String ISOLATE = "\u2068";
    private static final String END = "\u2069";
    /** A name, not a code: messages choose by codes, which are small letters alone. */
    private static final Pattern LEFT_TO_RIGHT = Pattern.compile("[A-Z].*|[a-z].*[^a-z-]");

    private static final Pattern RIGHT_TO_LEFT =
            Pattern.compile("[\\u0590-\\u08FF\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFB1D-\\uFEFC]");

    private static final Map<String, Tongue> ALL = all("en", "de", "fr", "es", "pt", "ar", "zh", "ja", "ko");

    /** What a message is written in where nothing else is asked for. */
    public static final Tongue ENGLISH = of("en").orElseThrow();

    private final String tag;
    private final ULocale locale;
    private final Messages messages;
    private final LocaleDisplayNames names;

    private Tongue(String tag) {
        this.tag = tag;
        this.locale = ULocale.forLanguageTag(tag + "-u-nu-latn");
        this.messages = Messages.of(tag);
        this.names = LocaleDisplayNames.getInstance(ULocale.forLanguageTag(tag));
    }

    private static Map<String, Tongue> all(String... tags) {
        var all = new LinkedHashMap<String, Tongue>();
        for (var tag : tags) {
            all.put(tag, new Tongue(tag));
        }
        return Collections.unmodifiableMap(all);
    }

    /** {@return all languages, in the order in which they are offered} */
    public static List<Tongue> all() {
        return List.copyOf(ALL.values());
    }

    /** {@return the language with this tag, such as de or de-AT} */
    public static Optional<Tongue> of(String tag) {
        return Optional.ofNullable(ALL.get(tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0]));
    }

    /** {@return its BCP 47 tag} */
    public String tag() {
        return tag;
    }

    /** {@return its name in itself} */
    public String ownName() {
        var name = names.localeDisplayName(tag);
        return name.substring(0, 1).toUpperCase(locale.toLocale()) + name.substring(1);
    }

    /** {@return rtl or ltr} */
    public String direction() {
        return locale.isRightToLeft() ? "rtl" : "ltr";
    }

    public boolean rightToLeft() {
        return locale.isRightToLeft();
    }

    /** {@return a message} */
    public String say(String key, Object... arguments) {
        return messages.say(key, arguments);
    }

    /** {@return a name that runs the other way, kept apart from the sentence around it; any other argument as it is} */
    public Object apart(Object argument) {
        return argument instanceof String text && runsAgainst(text) ? ISOLATE + text + END : argument;
    }

    private boolean runsAgainst(String text) {
        return (rightToLeft() ? LEFT_TO_RIGHT : RIGHT_TO_LEFT).matcher(text).find();
    }

    /** {@return the message of a code, such as {@code outcome.optimal}; the code itself where it has none} */
    public String code(String area, String code) {
        var key = area + "." + code;
        return messages.has(key) ? messages.say(key) : code;
    }

    /** {@return the name of a country by its ISO 3166 code; empty where CLDR has none} */
    public Optional<String> country(String code) {
        if (!code.matches("[A-Z]{2}")) {
            return Optional.empty();
        }
        var name = names.regionDisplayName(code);
        return name == null || name.equals(code) ? Optional.empty() : Optional.of(name);
    }

    /** {@return the name of a language by its BCP 47 tag; the tag where CLDR has none} */
    public String language(String bcp47) {
        return names.localeDisplayName(ULocale.forLanguageTag(bcp47));
    }

    /** {@return a whole number, grouped} */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** {@return a number with so many decimals} */
    public String decimal(double number, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** {@return whole percent} */
    public String percent(long percent) {
        return percent(percent, 1, 0);
    }

    /** {@return ten-thousandths as percent with one decimal} */
    public String tenThousandths(long parts) {
        return percent(parts, 100, 1);
    }

    private String percent(long parts, int perPercent, int decimals) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(parts).divide(BigDecimal.valueOf(100L * perPercent)));
    }

    /** {@return micro-USD as whole dollars, cut off and not rounded, so that parts add up to their sum} */
    public String usd(long microUsd) {
        return number(microUsd / 1_000_000);
    }

    /** {@return a day} */
    public String day(LocalDate day) {
        var format = DateFormat.getDateInstance(DateFormat.MEDIUM, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** {@return a day written YYYY-MM-DD; any other text as it is} */
    public String day(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? day(LocalDate.parse(text)) : text;
    }

    /** {@return things in a row: a, b and c} */
    public String list(Collection<String> things) {
        return ListFormatter.getInstance(locale).format(things);
    }

    /** {@return the order in which its readers look words up} */
    public Comparator<String> order() {
        return Collator.getInstance(locale)::compare;
    }

    @Override
    public String toString() {
        return tag;
    }
}
