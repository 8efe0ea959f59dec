package org.multipolar.web.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multipolar.explain.SourceShown;

/**
 * A text with the address behind it.
 *
 * @param href an http address, or empty where there is none to follow
 */
public record LinkView(String text, String href) {

    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"<>()]+");
    private static final Pattern REPOSITORY =
            Pattern.compile("^github:([\\w.-]+/[\\w.-]+)(?:@([0-9a-f]+))?(?::([^\\s;*]+))?");
    private static final Pattern REPOSITORY_FILE =
            Pattern.compile("^github\\.com/([\\w.-]+/[\\w.-]+)(?: ([^\\s;*]+))?(?:[^@;]*@([0-9a-f]+))?");

    public static LinkView of(String text, String url) {
        return new LinkView(text, href(url));
    }

    public static LinkView of(SourceShown source) {
        var href = href(source.url());
        var text = source.title()
                + (source.publisher().isEmpty() ? "" : ", " + source.publisher())
                + (source.date().isEmpty() ? "" : ", " + source.date())
                + (href.isEmpty() && !source.url().isBlank() ? " (" + source.url() + ")" : "");
        return new LinkView(text, href);
    }

    /** Only addresses a browser may safely follow; a file in a repository becomes its page at that commit. */
    static String href(String url) {
        var place = url.strip();
        var repository = REPOSITORY.matcher(place);
        if (repository.find()) {
            return page(repository, 2, 3);
        }
        var file = REPOSITORY_FILE.matcher(place);
        if (file.find()) {
            return page(file, 3, 2);
        }
        var web = WEB.matcher(place);
        return web.find() ? web.group() : "";
    }

    private static String page(Matcher found, int commitGroup, int pathGroup) {
        var commit = found.group(commitGroup);
        var path = found.group(pathGroup);
        var repository = "https://github.com/" + found.group(1);
        var at = commit == null ? "HEAD" : commit;
        if (path == null) {
            return commit == null ? repository : repository + "/tree/" + at;
        }
        return repository + "/blob/" + at + "/" + path;
    }
}
