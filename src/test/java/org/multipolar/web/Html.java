package org.multipolar.web;

/** What tests read of a page. */
final class Html {

    private Html() {}

    /** {@return a page without the one script that belongs there, so that any other is found} */
    static String withoutBundle(String page) {
        return page.replaceFirst("<script type=\"module\" src=\"/static/bundle/[A-Za-z0-9-]+[.]js\"></script>", "");
    }
}
