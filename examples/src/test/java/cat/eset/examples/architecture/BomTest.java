package cat.eset.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The BOM has no parent, so that it brings nothing of our build; it must not drift away from it either. */
class BomTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void itNamesTheVersionsThatTheBuildUses() throws Exception {
        Map<String, String> ours = properties(project("pom.xml"));
        Map<String, String> published = properties(project("eset-bom/pom.xml"));

        assertThat(published).isNotEmpty();
        assertThat(ours).containsAllEntriesOf(published);
    }

    @Test
    void itHasTheVersionOfTheBuild() throws Exception {
        assertThat(text(project("eset-bom/pom.xml"), "version")).isEqualTo(text(project("pom.xml"), "version"));
    }

    @Test
    void itNamesEveryPublishedModule() throws Exception {
        NodeList names = project("eset-bom/pom.xml").getElementsByTagName("artifactId");
        Set<String> listed = new HashSet<>();
        IntStream.range(0, names.getLength()).mapToObj(names::item).forEach(name -> listed.add(name.getTextContent()));

        assertThat(listed)
                .containsAll(ReactorModule.all().map(ReactorModule::folder).toList());
    }

    private static Element project(String file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(ROOT.resolve(file).toFile())
                .getDocumentElement();
    }

    private static Map<String, String> properties(Element project) {
        return children(child(project, "properties"))
                .collect(Collectors.toMap(Node::getNodeName, Node::getTextContent));
    }

    private static String text(Element project, String name) {
        return child(project, name).getTextContent();
    }

    private static Node child(Element parent, String name) {
        return children(parent)
                .filter(node -> node.getNodeName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Node> children(Node parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance);
    }
}
