/**
 * The reader's language: which one it is, and how words, numbers, days and names are said in it.
 *
 * <p>{@code messages/en.properties} is the source of all messages; a test holds the other languages to its keys and
 * arguments. Names of countries and languages and the forms of numbers and days come from CLDR, by ICU.
 *
 * <p>Decided: law, titles of rules and what buyers wrote stay as written, because a translation of law is not law.
 *
 * <p>Decided: JSON and CSV know no language, because programs read them.
 */
@NullMarked
package org.multipolar.web.language;

import org.jspecify.annotations.NullMarked;
