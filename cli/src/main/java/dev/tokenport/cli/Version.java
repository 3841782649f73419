package dev.tokenport.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, as the JAR states it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"tokenport " + Objects.requireNonNullElse(version, "development")};
    }
}
