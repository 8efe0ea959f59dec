/**
 * The shared words: countries and their indicators, suppliers, models, hosts, offers, regions, buyers and questions.
 *
 * <p>Everything is an immutable record. Profiles enter through {@code catalog.read} as bytes and leave it as a {@link
 * org.multipolar.catalog.World} and its {@link org.multipolar.catalog.Buyer}s, or as a fault that names file, line and
 * field.
 *
 * <p>Decided: ids are plain strings, checked against closed lists on load, because profiles, rules and answers are text
 * and a wrapper type per id bought nothing but noise.
 *
 * <p>Decided: prices are whole micro-USD and volumes whole millions of tokens, because the optimiser must be exact.
 */
@NullMarked
package org.multipolar.catalog;

import org.jspecify.annotations.NullMarked;
