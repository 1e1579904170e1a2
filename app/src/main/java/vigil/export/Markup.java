package vigil.export;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Builds the XHTML tree of a print node by node, so that no text can ever be read as markup. Not thread-safe; one tree a
 * print.
 */
final class Markup {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String SVG = "http://www.w3.org/2000/svg";

    private final Document document;
    private final PrintFonts fonts;

    Markup(PrintFonts fonts) {
        this.fonts = fonts;
        try {
            this.document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform can build a document", e);
        }
    }

    Document document() {
        return document;
    }

    Element root(String name) {
        Element root = document.createElementNS(XHTML, name);
        document.appendChild(root);
        return root;
    }

    Element add(Element parent, String name, String styleClass) {
        Element child = document.createElementNS(XHTML, name);
        if (!styleClass.isEmpty()) {
            child.setAttribute("class", styleClass);
        }
        parent.appendChild(child);
        return child;
    }

    Element add(Element parent, String name, String styleClass, String text) {
        Element child = add(parent, name, styleClass);
        write(child, text);
        return child;
    }

    Element addSvg(Element parent, String name) {
        Element child = document.createElementNS(SVG, name);
        parent.appendChild(child);
        return child;
    }

    /** Text in the sans faces. */
    void write(Element parent, String text) {
        parent.appendChild(document.createTextNode(fonts.sans(text)));
    }

    /** Text in the fixed-width face; the element's class chooses it. */
    void writeFixedWidth(Element parent, String text) {
        parent.appendChild(document.createTextNode(fonts.mono(text)));
    }

    /** Text for a style sheet or an attribute-like use, written as it is. */
    void writeRaw(Element parent, String text) {
        parent.appendChild(document.createTextNode(text));
    }

    /** Words for a reader who cannot see the picture; any character will do. */
    static void describe(Element picture, String words) {
        picture.setAttribute("alt", words);
    }
}
