/**
 * Who asked what: one line for each request, in a log of its own.
 *
 * <p>The only log that names callers. Lines are JSON, one object each; a request for health, figures of the service or what pages
 * are dressed in leaves none.
 */
@NullMarked
package org.multipolar.web.audit;

import org.jspecify.annotations.NullMarked;
