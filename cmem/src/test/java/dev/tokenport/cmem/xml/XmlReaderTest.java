package dev.tokenport.cmem.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.WorkflowException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link XmlReader}: places, encodings, and nothing from outside the file. */
final class XmlReaderTest {

    @Test
    void elements_theirPositions_areWhereTheyBegin() throws Exception {
        XmlElement root =
                read("<?xml version='1.0'?>\r\n<!-- < -->\n<A x='1'\n   y='2'>\n  <B z='1'/><C/>\n\té<D>t</D></A>");

        assertThat(root.position()).isEqualTo(new Position("f.xml", 3, 1));
        assertThat(root.children())
                .extracting(XmlElement::position)
                .containsExactly(
                        new Position("f.xml", 5, 3), new Position("f.xml", 5, 13), new Position("f.xml", 6, 3));
    }

    @Test
    void positions_farInTheFile_areRight() throws Exception {
        XmlElement root = read("<A>" + ("<B>" + "ü".repeat(99) + "</B>\n").repeat(5000) + "<C/></A>");

        assertThat(root.child("C").orElseThrow().position()).isEqualTo(new Position("f.xml", 5001, 1));
    }

    @Test
    void text_fromPiecesAndEntitiesOfXml_isOne() throws Exception {
        XmlElement root = read("<A>a &lt;&amp;&#x20AC; <![CDATA[<b>]]>\r\nc<!-- no --></A>");

        assertThat(root.text()).isEqualTo("a <&€ <b>\nc");
    }

    @Test
    void names_withNamespaces_areLocal() throws Exception {
        XmlElement root = read("<s:A xmlns:s='urn:s' xml:space='preserve' id=' 1 '/>");

        assertThat(root.name()).isEqualTo("A");
        assertThat(root.attribute("id")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252"})
    void encoding_declaredOrMarked_isTaken(String encoding) throws Exception {
        String mark = encoding.equals("UTF-16LE") ? "\uFEFF" : "";
        byte[] bytes = (mark + "<?xml version='1.0' encoding='" + encoding + "'?><A>ä</A>")
                .getBytes(Charset.forName(encoding));

        assertThat(XmlReader.read("f.xml", bytes).text()).isEqualTo("ä");
    }

    @Test
    void encoding_utf8WithMark_isTaken() throws Exception {
        assertThat(read("\uFEFF<A>ä</A>").text()).isEqualTo("ä");
    }

    @Test
    void encoding_thatIsNotTheDeclaredOne_isRefused() {
        byte[] bytes = "<A>ä</A>".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> XmlReader.read("f.xml", bytes))
                .isInstanceOf(WorkflowException.class)
                .hasMessage("f.xml:1:1: the file is not in the encoding that it declares, or UTF-8");
    }

    @Test
    void encoding_unknown_isRefused() {
        assertRefused(
                "<?xml version='1.0' encoding='klingon'?><A/>",
                "f.xml:1:1: the file declares an encoding that is unknown");
    }

    @Test
    void documentType_withEntitiesThatMultiply_isRefused() {
        assertRefused(
                "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><a>&b;</a>",
                "f.xml:1:79: a document type (<!DOCTYPE …>) is not allowed");
    }

    @Test
    void documentType_withAFileAsEntity_isRefusedUnread(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "geheim");

        assertThatThrownBy(() -> read("<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><a>&x;</a>"))
                .isInstanceOf(WorkflowException.class)
                .hasMessageContaining("a document type (<!DOCTYPE …>) is not allowed")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void documentType_thatIsElsewhere_isRefusedUnread() {
        assertThatThrownBy(() -> read("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>"))
                .hasMessageContaining("a document type (<!DOCTYPE …>) is not allowed");
    }

    @Test
    void entity_unknown_isRefused() {
        assertRefused("<a>&x;</a>", "f.xml:1:7: the entity '&x;' is unknown");
    }

    @Test
    void nesting_tooDeep_isRefused() {
        assertRefused("<a>".repeat(51) + "</a>".repeat(51), "f.xml:1:151: more than 50 elements stand in each other");
    }

    @Test
    void elements_tooMany_areRefused() {
        assertRefused(
                "<a>" + "<b/>".repeat(200_000) + "</a>", "f.xml:1:800000: the file has more than 200000 elements");
    }

    @Test
    void file_notWellFormed_isRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("<a>\n  <b></a>"))
                .isInstanceOf(WorkflowException.class)
                .hasMessageStartingWith("f.xml:2:")
                .hasMessageContaining("this is no well-formed XML: ")
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "text", "<a/><b/>", "<a>\u0001</a>", "<a b='1' b='2'/>", "<a"})
    void file_thatIsNoXml_isRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(WorkflowException.class)
                .hasMessageContaining("this is no well-formed XML: ");
    }

    @Test
    void element_printed_showsNoText() throws Exception {
        assertThat(read("<a b='x'>secret</a>").toString()).isEqualTo("a[1:1]");
    }

    /** The JDK's parser throws a MissingResourceException at this. */
    @Test
    void documentType_broken_isRefused() {
        assertRefused(
                "<!DOCTYPE a [<!;ENTITY x \ud83d\ude00 SYSTEM \"y\">]><a/>",
                "f.xml:1:1: this is no well-formed XML, and a document type (<!DOCTYPE …>) is not allowed");
    }

    private static XmlElement read(String text) throws WorkflowException {
        return XmlReader.read("f.xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(WorkflowException.class)
                .hasMessage(message);
    }
}
