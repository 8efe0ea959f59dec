package org.multipolar.web.report;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.multipolar.catalog.read.Digests;

/** Lays a printable page out as a PDF: the same page, the same bytes. Fetches nothing. */
public final class ReportPdf {

    private static final String PRODUCER = "Multipolar";

    /** The one picture that the style asks for, within its own address. */
    private static final String STRIPES = "data:image/png;base64,"
            + Base64.getEncoder().encodeToString(Shipped.bytes("/META-INF/resources/stripes.png"));

    static {
        // What the layout would say of style that only browsers know helps nobody.
        XRLog.setLoggingEnabled(false);
    }

    private ReportPdf() {}

    /**
     * {@return the page as a PDF}
     *
     * @param html well-formed, with a title and a language
     * @param day that the PDF says it was made on
     * @throws IllegalArgumentException where the page is no XML
     */
    public static byte[] of(String html, LocalDate day) {
        try {
            return laidOut(html, day, Shipped.text("/report/heads.css"));
        } catch (RuntimeException untagged) {
            // The layout cannot tag a table for screen readers of which only the head would fit on a page.
            return laidOut(html, day, "");
        }
    }

    private static byte[] laidOut(String html, LocalDate day, String heads) {
        var sheet = Sheet.of(html);
        var fonts = Fonts.of(sheet.text(), sheet.language());
        sheet.boxed(fonts.missing()::get).turned().bookmarked().styled(css() + heads + fonts.css());
        var pdf = new PdfRendererBuilder();
        fonts.into(pdf);
        pdf.withW3cDocument(sheet.page(), null)
                .useFastMode()
                .usePdfUaAccessibility(true)
                .withProducer(PRODUCER)
                .useExternalResourceAccessControl(
                        (address, type) -> address.equals(STRIPES),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(Locale.forLanguageTag(sheet.language())));
        if (sheet.rightToLeft()) {
            pdf.defaultTextDirection(TextDirection.RTL);
        }
        try (var renderer = pdf.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            return bytes(renderer.getPdfDocument(), sheet, day, Digests.of(html));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String css() {
        return Shipped.text("/META-INF/resources/report.css").replace("stripes.png", STRIPES)
                + Shipped.text("/report/paper.css");
    }

    private static byte[] bytes(PDDocument document, Sheet sheet, LocalDate day, String digest) throws IOException {
        var made = GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC));
        made.setTimeZone(TimeZone.getTimeZone("UTC"));
        var facts = new PDDocumentInformation();
        facts.setTitle(sheet.title());
        facts.setProducer(PRODUCER);
        facts.setCreationDate(made);
        facts.setModificationDate(made);
        document.setDocumentInformation(facts);
        document.setDocumentId(new BigInteger(digest, 16).longValue());
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
