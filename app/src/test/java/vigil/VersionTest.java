package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class VersionTest {
    @Test
    void theProgramsVersionIsThePoms() throws Exception {
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getDocumentElement();
        Element parent = (Element) project.getElementsByTagName("parent").item(0);
        assertThat(parent.getElementsByTagName("version").item(0).getTextContent())
                .isEqualTo(Version.NUMBER);
    }
}
