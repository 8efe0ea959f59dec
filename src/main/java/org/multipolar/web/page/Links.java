package org.multipolar.web.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses of all pages about one question.
 *
 * @param parameters by which addresses name the question, such as {@code buyer=x&asOf=2026-11-21}
 * @param decision id of the record; empty where the answer is not recorded
 */
public record Links(String parameters, String decision) {

    /** A parameter, as a form carries it along. */
    public record Field(String name, String value) {}

    public boolean recorded() {
        return !decision.isEmpty();
    }

    /** {@return the page of the answer itself} */
    public String answer() {
        return recorded() ? record() : to("/");
    }

    public String why() {
        return to("/why");
    }

    /** {@return why one demand is served as it is} */
    public String why(String demand) {
        return why() + "&demand=" + encoded(demand) + "#demands";
    }

    public String whatIf() {
        return to("/what-if");
    }

    /** {@return many futures of the same buyer} */
    public String sweeps() {
        return to("/sweeps");
    }

    /** {@return weights and limits as sliders} */
    public String trial() {
        return to("/trial");
    }

    public String frontier() {
        return to("/frontier");
    }

    /** {@return the form that holds the question, to change it} */
    public String change() {
        return to("/ask");
    }

    public String review() {
        return to("/reviews/new");
    }

    public String report() {
        return recorded() ? record() + "/report" : to("/report");
    }

    public String json() {
        return to("/answer.json");
    }

    /** {@return the parameters one by one} */
    public List<Field> fields() {
        return Stream.of(parameters.split("&"))
                .map(each -> each.split("=", 2))
                .map(each -> new Field(each[0], URLDecoder.decode(each[1], StandardCharsets.UTF_8)))
                .toList();
    }

    private String record() {
        return "/decisions/" + encoded(decision);
    }

    private String to(String path) {
        return path + "?" + parameters;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
