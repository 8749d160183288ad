package cat.eset.transport.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XmlParserTest {

    static Stream<String> refused() {
        return Stream.of(
                "",
                "no xml",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<a><b/></a>trailing",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;&x;'>]><a>&z;</a>",
                "<a>&undefined;</a>",
                "<a b='1' b='2'/>",
                "<p:a/>",
                "<a>\u0001</a>",
                "<a>&#0;</a>",
                "<d>".repeat(10_000) + "</d>".repeat(10_000),
                "<r>" + "<e/>".repeat(400_001) + "</r>");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void badDocumentsAreRefusedAsOneKindOfError(String document) {
        assertThatThrownBy(() -> XmlParser.strict().parse(document.getBytes(UTF_8)))
                .isInstanceOf(XmlException.class);
    }

    @Test
    void anErrorDoesNotQuoteTheDocument() {
        assertThatThrownBy(() -> XmlParser.strict().parse("<a>00000000T</b00000000T>".getBytes(UTF_8)))
                .satisfies(e -> {
                    for (Throwable t = e; t != null; t = t.getCause()) {
                        assertThat(t.toString()).doesNotContain("00000000T");
                    }
                });
    }

    @Test
    void childrenAreFoundByNameInAnyOrderAndUnknownOnesTolerated() {
        XmlElement e = XmlParser.strict()
                .parse("<r xmlns='urn:r' xmlns:o='urn:o'><new/><o:b>other</o:b><b> text <!-- c -->x</b><a k='v'/></r>"
                        .getBytes(UTF_8));
        assertThat(e.text("b")).contains("text x");
        assertThat(e.child("urn:o", "b").map(XmlElement::text)).contains("other");
        assertThat(e.path("a").flatMap(a -> a.attribute("k"))).contains("v");
        assertThat(e.text("missing")).isEmpty();
        assertThat(new String(e.child("a").orElseThrow().canonical(), UTF_8))
                .isEqualTo("<a xmlns=\"urn:r\" k=\"v\"></a>");
    }

    @Test
    void xopReferencesBecomeTheTextTheyStandFor() {
        String document = "<a><x:Include xmlns:x='http://www.w3.org/2004/08/xop/include' href='cid:p%401'/></a>";
        XmlElement e = XmlParser.strict().parse(document.getBytes(UTF_8), Map.of("p@1", new byte[] {1, 2, 3}));
        assertThat(e.text()).isEqualTo("AQID");
        assertThatThrownBy(() -> XmlParser.strict().parse(document.getBytes(UTF_8)))
                .isInstanceOf(XmlException.class)
                .hasMessageContaining("MIME part that is not there");
    }
}
