/**
 * One recorded decision on paper: a page that prints, and the same page as a PDF.
 *
 * <p>{@link org.multipolar.web.report.ReportView} tells a stored advice in the reader's language and never computes it again;
 * {@link org.multipolar.web.report.ReportPdf} lays the page out.
 *
 * <p>Decided: a report is made from the record alone. What today's profiles no longer name is shown by its code.
 *
 * <p>Decided: the layout fetches nothing. Its style and fonts come from the jar, so that a name with an address in it
 * reaches nobody.
 *
 * <p>Decided: equal pages give equal bytes. A PDF's dates are the day that the decision is about, and its id is the page's
 * digest.
 *
 * <p>Decided: bars are rows of cells and no drawings, because their words must wrap, run from right to left and use the
 * same fonts as all others.
 */
@NullMarked
package org.multipolar.web.report;

import org.jspecify.annotations.NullMarked;
