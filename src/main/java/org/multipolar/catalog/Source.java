package org.multipolar.catalog;

/** Where a figure or a fact comes from. */
public record Source(String id, String title, String publisher, String date, String url, String licence) {}
