package org.multipolar.web.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** The fonts that the jar carries, and which of them a text needs. */
final class Fonts {

    /** Drawn for a character that no font has. */
    static final String BOX = "\u25a1";

    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final Font SANS = new Font("sans", true);
    private static final Font MONO = new Font("mono", false);
    private static final Font ARABIC = new Font("arabic", true);
    private static final Font CHINESE = new Font("sc", false);
    private static final Font JAPANESE = new Font("jp", false);
    private static final Font KOREAN = new Font("kr", false);
    private static final Font WITH_BOX = CHINESE;

    private Fonts() {}

    /** One family: its files, and the characters that it has. */
    private static final class Font {

        private final String family;
        private final boolean hasBold;
        private volatile byte @Nullable [] normal;
        private volatile @Nullable BitSet characters;

        Font(String family, boolean hasBold) {
            this.family = family;
            this.hasBold = hasBold;
        }

        byte[] normal() {
            var read = normal;
            if (read == null) {
                read = Shipped.bytes("/report/fonts/" + family + ".ttf");
                normal = read;
            }
            return read;
        }

        BitSet characters() {
            var known = characters;
            if (known == null) {
                known = read(normal());
                characters = known;
            }
            return known;
        }

        private static BitSet read(byte[] file) {
            try (var font = new TTFParser(true).parse(new RandomAccessReadBuffer(file))) {
                var characters = new BitSet();
                var lookup = font.getUnicodeCmapLookup();
                for (int each = ' '; each <= Character.MAX_VALUE; each++) {
                    characters.set(each, lookup.getGlyphId(each) != 0);
                }
                return characters;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        void into(PdfRendererBuilder pdf) {
            pdf.useFont(() -> new ByteArrayInputStream(normal()), family, NORMAL, FontStyle.NORMAL, true);
            if (hasBold) {
                var bold = Shipped.bytes("/report/fonts/" + family + "-bold.ttf");
                pdf.useFont(() -> new ByteArrayInputStream(bold), family, BOLD, FontStyle.NORMAL, true);
            }
        }
    }

    /**
     * Fonts for one text.
     *
     * @param missing characters that none of them has
     */
    record Choice(List<String> families, BitSet missing) {

        void into(PdfRendererBuilder pdf) {
            inOrder("en").stream()
                    .filter(font -> families.contains(font.family))
                    .forEach(font -> font.into(pdf));
            MONO.into(pdf);
        }

        /** {@return the rule that makes all text use them} */
        String css() {
            var all = String.join(", ", families);
            return "html { font-family: %s; } code { font-family: mono, %s; }".formatted(all, all);
        }
    }

    /** {@return the fonts for a text, those first that its language reads best in} */
    static Choice of(String text, String language) {
        var open = new BitSet();
        text.codePoints().filter(each -> !unseen(each)).forEach(open::set);
        var families = new ArrayList<String>();
        for (var font : inOrder(language)) {
            if (families.isEmpty() || open.intersects(font.characters())) {
                families.add(font.family);
                open.andNot(font.characters());
            }
        }
        if (!open.isEmpty() && !families.contains(WITH_BOX.family)) {
            families.add(WITH_BOX.family);
        }
        return new Choice(List.copyOf(families), open);
    }

    /** Han characters look different in Chinese and Japanese, so the reader's language decides which come first. */
    private static List<Font> inOrder(String language) {
        return switch (language) {
            case "ja" -> List.of(SANS, ARABIC, JAPANESE, CHINESE, KOREAN);
            case "ko" -> List.of(SANS, ARABIC, KOREAN, CHINESE, JAPANESE);
            default -> List.of(SANS, ARABIC, CHINESE, JAPANESE, KOREAN);
        };
    }

    /** {@return whether a character is for layout only, and nothing is drawn for it} */
    static boolean unseen(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
    }
}
