/**
 * Reads profiles, given as bytes, into the catalogue's records, and refuses what is not exactly right.
 *
 * <p>CSV for what analysts keep in spreadsheets, YAML 1.2 for what has shape. Unknown columns and keys, duplicate keys,
 * YAML aliases, missing sources, bad numbers and dangling ids are faults that name file, line and field.
 */
@NullMarked
package org.multipolar.catalog.read;

import org.jspecify.annotations.NullMarked;
