package dev.tokenport.integration.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/** Starts the command from a script, which first brings the process into a difficult situation. */
final class WrappedLauncher {

    private WrappedLauncher() {}

    /**
     * A launcher in a folder.
     *
     * @param body lines for bash, in which {@code "$tokenport" "$@"} is the command
     */
    static Launcher in(Path folder, String body) throws IOException {
        Path script = folder.resolve("wrapped");
        Files.writeString(
                script, "#!/bin/bash\ntokenport=" + Launcher.DISTRIBUTION.resolve("tokenport") + "\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return Launcher.in(folder).command(script);
    }

    /** Whether this user may mount file systems that nobody else sees. */
    static boolean canMount() throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(
                            "unshare", "-rm", "mount", "-t", "tmpfs", "-o", "size=64k", "none", "/mnt")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
