package dev.tokenport.cmem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.cmem.archive.Limits;
import dev.tokenport.cmem.archive.ProjectException;
import dev.tokenport.cmem.archive.Resources;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.fuzz.ScratchFile;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.workflow.WorkflowException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/**
 * The zip of a project: its workflows are translated, its resources unpacked, into their folder and nowhere else and no
 * more of them than allowed; or it is refused with a message that can be shown.
 */
final class ProjectZipFuzzTest {

    private static final ScratchFile ZIP = ScratchFile.named("orders.zip");
    private static final Limits LIMITS = new Limits(1 << 20, 100, 1 << 16);
    private static final OperatorRegistry OPERATORS = OperatorRegistry.load(ProjectZipFuzzTest.class.getClassLoader());

    /** The octets of a zip. */
    @FuzzTest
    void octets(byte[] input) throws Exception {
        ZIP.write(input);
        Bounds.within(input, ProjectZipFuzzTest::open);
    }

    /** The entries of a zip: {@code == NAME}, and below it the content. */
    @FuzzTest
    void entries(byte[] input) throws Exception {
        ZIP.write(zip(new String(input, UTF_8)));
        Bounds.within(input, ProjectZipFuzzTest::open);
    }

    private static void open() throws Exception {
        Path folder = ZIP.folder().resolve("resources");
        try (CmemProject project = CmemProject.open(ZIP.path(), LIMITS)) {
            for (String workflow : project.workflows()) {
                translate(project, workflow, folder);
            }
            Resources.unpack(project.files(), folder);
            assertThat(size(folder)).isLessThanOrEqualTo(LIMITS.bytes());
        } catch (ProjectException e) {
            Messages.fit(e);
        } finally {
            delete(folder);
        }
        // Beside the folder stands nothing but the zip.
        assertThat(names(ZIP.folder())).containsExactly("orders.zip");
    }

    private static void translate(CmemProject project, String workflow, Path folder) throws ProjectException {
        try {
            project.translate(workflow, Map.of(), OPERATORS, folder)
                    .problems()
                    .forEach(problem -> Messages.fit(problem.message()));
        } catch (WorkflowException e) {
            e.problems().forEach(problem -> Messages.fit(problem.message()));
        }
    }

    private static byte[] zip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String entry : text.split("(?m)^== ", -1)) {
                String[] parts = entry.split("\n", 2);
                if (parts.length == 2 && parts[0].length() < 5000) {
                    add(zip, parts[0], parts[1]);
                }
            }
        }
        return out.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(UTF_8));
            zip.closeEntry();
        } catch (ZipException e) {
            // The same name a second time: this writer does not write that.
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
