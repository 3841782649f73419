package dev.tokenport.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code openssl} of this machine, in a folder. */
record OpenSsl(Path folder) {

    /** Whether there is one, of version 3 or later. */
    static boolean present() {
        try {
            return run(Path.of("").toAbsolutePath(), "version").matches("(?s)OpenSSL [3-9]\\..*");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs it with arguments that blanks separate, and gives the file of this name, which they are to write. */
    Path making(String file, String arguments) throws IOException, InterruptedException {
        run(folder, arguments);
        return folder.resolve(file);
    }

    private static String run(Path folder, String arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("openssl " + arguments + " failed: " + output);
        }
        return output;
    }
}
