package dev.tokenport.integration.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A workflow of a folder, run by the packaged command.
 *
 * @param folder where its files are and what it writes goes
 */
record WorkflowRun(Path folder) {

    /** A folder's workflow; the secret of the realm's plain clients stands in a file there. */
    static WorkflowRun in(Path folder) throws IOException {
        Files.writeString(folder.resolve("plain"), Realm.PLAIN_SECRET + "\n");
        return new WorkflowRun(folder);
    }

    /** Runs tasks. */
    Tokenport.Ended run(String tasks) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("workflow.yaml"), "workflow: it\ntasks:\n" + tasks.indent(2));
        return Tokenport.run(folder, "run", "workflow.yaml", "--report", "report.json");
    }

    /** The text of a file. */
    String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** The values of a member in a JSON file, as they stand there but for quotes around them, in order. */
    List<String> values(String file, String member) throws IOException {
        return Pattern.compile("\"" + member + "\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([-+.\\w]+))")
                .matcher(text(file))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    /** A task {@code auth} that gets tokens for one of the realm's plain clients. */
    static String auth(Object tokenEndpoint, String client, String... more) {
        return """
                auth:
                  operator: oauth2-authentication
                  parameters:
                    oauth_token_url: TOKEN_URL
                    oauth_client_id: CLIENT
                    oauth_client_secret: ${file:plain}
                """.replace("TOKEN_URL", tokenEndpoint.toString()).replace("CLIENT", client)
                + String.join("\n", more).indent(4);
    }
}
