package dev.tokenport.integration.leak;

import java.util.LinkedHashMap;
import java.util.Map;

/** Workflows with secrets in them. */
final class Workflows {

    private Workflows() {}

    /** Gets a token, asks a service with it and another secret, and writes what it answers. */
    static String orders(String issuer, String time, String service) {
        return """
                workflow: orders
                tasks:
                  auth:
                    operator: oauth2-authentication
                    parameters:
                      oauth_token_url: %s/token
                      oauth_client_id: reader
                      oauth_client_secret: ${env:OAUTH_CLIENT_SECRET}
                      oauth_attempts: 1
                      oauth_timeout: %s
                  orders:
                    operator: http-request
                    config: auth
                    parameters:
                      url: %s/api
                      headers: {X-Api-Key: "${env:OAUTH_ACCESS_TOKEN}"}
                      attempts: 1
                  file:
                    operator: json-dataset
                    inputs: orders
                    parameters: {file: ../orders.json}
                """.formatted(issuer, time, service);
    }

    /** Workflows that fail without any server, with a secret in the value that is at fault. */
    static Map<String, String> failing() {
        var tasks = new LinkedHashMap<String, String>();
        tasks.put("template of a path", transform("{{ key / 2 }}"));
        tasks.put("filter of a template", transform("{{ key | date('yyyy') }}"));
        tasks.put("call in a template", transform("{{ key.length.nothing }}"));
        tasks.put("url that is none", request("url: \"{{ key }}\""));
        tasks.put("url of a secret host", request("url: \"https://{{ key }}.invalid/\""));
        tasks.put("header with a line", request("url: https://nobody.invalid/\n      headers: {X: \"{{ key }}\\n\"}"));
        tasks.put("unknown host", request("url: https://nobody.invalid/{{ key }}"));
        tasks.put(
                "file of a secret",
                "    operator: json-dataset\n    inputs: settings\n    parameters: {file: ../x.json}\n");
        tasks.put("file that cannot be written", """
                    operator: json-dataset
                    inputs: changed
                    parameters: {file: ..}
                  changed:
                    operator: transform
                    inputs: settings
                    parameters: {drop: key, constants: {a: b}}
                """);
        var workflows = new LinkedHashMap<String, String>();
        tasks.forEach((name, task) -> workflows.put(name, """
                workflow: failing
                tasks:
                  settings:
                    operator: set-parameters
                    parameters:
                      parameters: {key: "${env:OAUTH_PASSWORD}"}
                  last:
                %s""".formatted(task)));
        return workflows;
    }

    private static String transform(String template) {
        return "    operator: transform\n    inputs: settings\n    parameters: {templates: {made: \"" + template
                + "\"}}\n";
    }

    private static String request(String parameters) {
        return "    operator: http-request\n    inputs: settings\n    parameters:\n      attempts: 1\n      "
                + parameters + "\n";
    }
}
