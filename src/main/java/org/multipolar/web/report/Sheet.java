package org.multipolar.web.report;

import java.io.IOException;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The printable page as a tree, made ready for layout. */
final class Sheet {

    private static final String DOCTYPE = "<!DOCTYPE html>";
    /** The note on boxes, which only a page with boxes keeps. */
    private static final String ON_MISSING = "missing";

    private final Document page;
    private final List<Element> notes;

    private Sheet(Document page) {
        this.page = page;
        this.notes = elements("p").stream()
                .filter(each -> each.getAttribute("class").equals(ON_MISSING))
                .toList();
        notes.forEach(each -> each.getParentNode().removeChild(each));
    }

    /**
     * {@return the tree of a page}
     *
     * @param html that is well-formed XML too
     */
    static Sheet of(String html) {
        var text = Normalizer.normalize(written(html), Normalizer.Form.NFC);
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // No type of document, so no entity that could name a file or an address.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Sheet(factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalArgumentException("The page is no XML: " + broken.getMessage(), broken);
        }
    }

    /** {@return the page without its type, and without characters that cannot be written or laid out} */
    private static String written(String html) {
        var body = html.strip();
        var text = new StringBuilder();
        (body.startsWith(DOCTYPE) ? body.substring(DOCTYPE.length()) : body)
                .codePoints()
                .filter(each -> !vowelSign(each))
                .map(each -> inXml(each) ? each : 0xfffd)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /** The layout gives the small signs above and below Arabic letters a place of their own; Arabic is read without them. */
    private static boolean vowelSign(int character) {
        return character >= 0x64b && character <= 0x652;
    }

    private static boolean inXml(int character) {
        return (character >= ' ' && character < 0xd800)
                || (character > 0xdfff && character != 0xfffe && character != 0xffff)
                || character == '\t'
                || character == '\n'
                || character == '\r';
    }

    String language() {
        return page.getDocumentElement().getAttribute("lang");
    }

    boolean rightToLeft() {
        return page.getDocumentElement().getAttribute("dir").equals("rtl");
    }

    String title() {
        return page.getElementsByTagName("title").item(0).getTextContent();
    }

    String text() {
        return page.getDocumentElement().getTextContent();
    }

    Document page() {
        return page;
    }

    /** Puts the style in, and takes out what would be fetched. */
    Sheet styled(String css) {
        List.of("link", "script", "style", "img", "object", "iframe").forEach(this::remove);
        var style = page.createElement("style");
        style.setTextContent(css);
        page.getElementsByTagName("head").item(0).appendChild(style);
        return this;
    }

    /** Makes every section one that a reader may jump to; addresses that only the service has lead nowhere on paper. */
    Sheet bookmarked() {
        var marks = page.createElement("bookmarks");
        elements("h2").stream().filter(each -> each.hasAttribute("id")).forEach(each -> {
            var mark = page.createElement("bookmark");
            mark.setAttribute("name", each.getTextContent());
            mark.setAttribute("href", "#" + each.getAttribute("id"));
            marks.appendChild(mark);
        });
        page.getElementsByTagName("head").item(0).appendChild(marks);
        elements("a").stream()
                .filter(each -> !each.getAttribute("href").startsWith("http"))
                .forEach(each -> each.removeAttribute("href"));
        return this;
    }

    private void remove(String tag) {
        elements(tag).forEach(each -> each.getParentNode().removeChild(each));
    }

    /** Puts a box where a character cannot be drawn, and the note on boxes at the end. */
    Sheet boxed(IntPredicate missing) {
        if (text().codePoints().anyMatch(missing)) {
            box(page.getDocumentElement(), missing);
            notes.forEach(page.getElementsByTagName("body").item(0)::appendChild);
        }
        return this;
    }

    private static void box(Node node, IntPredicate missing) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            var text = new StringBuilder();
            node.getNodeValue().codePoints().forEach(each -> {
                if (missing.test(each)) {
                    text.append(Fonts.BOX);
                } else {
                    text.appendCodePoint(each);
                }
            });
            node.setNodeValue(text.toString());
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            box(child, missing);
        }
    }

    /** The layout knows no tables that run from right to left, so their cells are turned round. */
    Sheet turned() {
        if (rightToLeft()) {
            elements("tr").forEach(Sheet::turn);
        }
        return this;
    }

    private static void turn(Element row) {
        var cells = new ArrayList<Node>();
        for (var child = row.getFirstChild(); child != null; child = child.getNextSibling()) {
            cells.add(child);
        }
        cells.forEach(each -> row.insertBefore(each, row.getFirstChild()));
    }

    private List<Element> elements(String tag) {
        var found = page.getElementsByTagName(tag);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
