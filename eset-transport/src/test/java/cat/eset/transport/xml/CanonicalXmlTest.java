package cat.eset.transport.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Our canonical form is that of Apache Santuario, of whole documents and of every element inside them. */
class CanonicalXmlTest {

    private static final String[] PREFIX_LISTS = {"", "a", "b zz", "#default", "#default ns0 a"};

    @BeforeAll
    static void initialise() {
        Init.init();
    }

    @Test
    void everyElementOfRandomDocumentsIsCanonicalAsSantuarioSays() throws Exception {
        for (int seed = 0; seed < 600; seed++) {
            byte[] document = new RandomXml(seed).document();
            XmlElement ours = XmlParser.strict().parse(document);
            Document dom = dom(document);
            List<XmlElement> all = new ArrayList<>();
            ours.forEach(all::add);
            List<Element> theirs = new ArrayList<>();
            collect(dom.getDocumentElement(), theirs);
            assertThat(theirs).hasSameSizeAs(all);
            String list = PREFIX_LISTS[seed % PREFIX_LISTS.length];
            Random pick = new Random(seed);
            for (int i = 0; i < all.size(); i++) {
                if (i == 0 || pick.nextInt(5) == 0) {
                    assertThat(canonical(all.get(i), list))
                            .as("seed %s, element %s, prefixes '%s'", seed, i, list)
                            .isEqualTo(canonical(theirs.get(i), list));
                }
            }
        }
    }

    @Test
    void whatTheWriterWritesIsAlreadyCanonical() throws Exception {
        for (int seed = 0; seed < 300; seed++) {
            XmlElement source = XmlParser.strict().parse(new RandomXml(seed).document());
            byte[] written = CanonicalXml.of(out -> copy(source, out));
            assertThat(new String(written, UTF_8))
                    .as("seed %s", seed)
                    .isEqualTo(canonical(dom(written).getDocumentElement(), ""));
        }
    }

    @Test
    void documentsAreStreamedAsBase64() {
        byte[] bytes = new byte[100_003];
        new Random(1).nextBytes(bytes);
        byte[] written = CanonicalXml.of(out -> out.start("urn:a", "a", "doc")
                .base64(DocumentContent.of(bytes, MediaType.BINARY))
                .end());
        assertThat(new String(written, UTF_8))
                .isEqualTo("<a:doc xmlns:a=\"urn:a\">" + Base64.getEncoder().encodeToString(bytes) + "</a:doc>");
    }

    @Test
    void growingOverTheLimitIsRefusedBeforeTheDocumentIsRead() {
        DocumentContent large = DocumentContent.of(
                1_000_000,
                MediaType.BINARY,
                DocumentContent.of(new byte[0], MediaType.BINARY).sha256(),
                () -> {
                    throw new AssertionError("must not be opened");
                });
        assertThatThrownBy(() -> CanonicalXml.of(
                        10_000, out -> out.start("", "", "doc").base64(large).end()))
                .isInstanceOf(XmlTooLargeException.class);
    }

    @Test
    void charactersThatXmlForbidsAreRefused() {
        for (String bad : List.of("\u0000", "\u000B", "\uD800", "\uDC00x", "\uFFFE", "\uFFFF")) {
            assertThatThrownBy(() -> CanonicalXml.of(out -> out.element("", "", "e", bad)))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void namesCannotSmuggleMarkup() {
        for (String bad : List.of("", "a b", "1a", "a>b", "a:b", "-a", "a\"")) {
            assertThatThrownBy(() -> CanonicalXml.of(out -> out.empty("", "", bad)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** With and without an ancestor that gave the prefix one of its meanings. */
    @Test
    void aPrefixHasOneMeaningInAnElement() {
        for (String ancestor : List.of("urn:a", "urn:b", "urn:c")) {
            assertThatThrownBy(() -> CanonicalXml.of(out -> out.start(ancestor, "p", "x")
                            .start("urn:a", "p", "y")
                            .attribute("urn:b", "p", "z", "1")))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> CanonicalXml.of(out -> out.start(ancestor, "p", "x")
                            .start("", "", "y")
                            .attribute("urn:a", "p", "z", "1")
                            .attribute("urn:b", "p", "z", "1")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static void copy(XmlElement source, PayloadWriter out) {
        out.start(source.namespace, source.prefix, source.localName);
        for (int i = 0; i < source.attributes.length; i += 4) {
            if (source.attributes[i].isEmpty()) {
                out.attribute(source.attributes[i + 2], source.attributes[i + 3]);
            } else {
                out.attribute(
                        source.attributes[i],
                        source.attributes[i + 1],
                        source.attributes[i + 2],
                        source.attributes[i + 3]);
            }
        }
        for (Object node : source.content()) {
            if (node instanceof XmlElement child) {
                copy(child, out);
            } else if (node instanceof String text) {
                out.text(text);
            }
        }
        out.end();
    }

    private static String canonical(XmlElement element, String prefixList) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Set<String> prefixes = new HashSet<>();
        for (String p : prefixList.split(" ", -1)) {
            if (!p.isEmpty()) {
                prefixes.add(p.equals("#default") ? "" : p);
            }
        }
        element.canonical(out, prefixes);
        return out.toString(UTF_8);
    }

    private static String canonical(Element element, String prefixList) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Canonicalizer canonicalizer = Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
        if (prefixList.isEmpty()) {
            canonicalizer.canonicalizeSubtree(element, out);
        } else {
            canonicalizer.canonicalizeSubtree(element, prefixList, out);
        }
        return out.toString(UTF_8);
    }

    private static void collect(Element element, List<Element> into) {
        into.add(element);
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                collect(e, into);
            }
        }
    }

    private static Document dom(byte[] document) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
    }
}
