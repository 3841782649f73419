package dev.tokenport.cli;

import java.util.Objects;

/** The version of this build, as the JAR states it. */
final class Version {

    private Version() {}

    /** It, after the name of the product. */
    static String line() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "tokenport " + Objects.requireNonNullElse(version, "development");
    }
}
