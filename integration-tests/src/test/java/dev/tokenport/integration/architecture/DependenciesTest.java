package dev.tokenport.integration.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A dependency is a decision, and {@code docs/dependencies.md} is where it is told. */
final class DependenciesTest {

    private static final Pattern ARTIFACT =
            Pattern.compile("<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    private static final Pattern TOLD = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    @Test
    void dependencies_ofAllPoms_areExactlyThoseTold() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path pom : Product.files("pom.xml")) {
            Matcher artifact = ARTIFACT.matcher(Files.readString(pom));
            while (artifact.find()) {
                // An asterisk excludes all that an artifact would bring along.
                if (!artifact.group(1).startsWith("dev.tokenport")
                        && !artifact.group(2).equals("*")) {
                    used.add(artifact.group(2));
                }
            }
        }

        Set<String> told = new TreeSet<>();
        Matcher line = TOLD.matcher(Product.text("docs/dependencies.md"));
        while (line.find()) {
            told.add(line.group(1));
        }

        assertThat(told).isEqualTo(used);
    }
}
