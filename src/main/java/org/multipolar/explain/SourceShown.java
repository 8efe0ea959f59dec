package org.multipolar.explain;

import org.multipolar.catalog.Source;

/** A source of a figure in an answer. */
public record SourceShown(String id, String title, String publisher, String date, String url, String licence) {

    public static SourceShown of(Source source) {
        return new SourceShown(
                source.id(), source.title(), source.publisher(), source.date(), source.url(), source.licence());
    }
}
