/**
 * What the pages show: answers turned into words, numbers and bars, and the templates they go into.
 *
 * <p>Decided: pages are rendered on the server and need no script, because an answer must be readable in any browser, by
 * a screen reader and on paper; each picture stands above a table of the same figures.
 *
 * <p>Decided: words and numbers are made here and not in the templates, because templates cannot be tested alone.
 */
@NullMarked
package org.multipolar.web.page;

import org.jspecify.annotations.NullMarked;
