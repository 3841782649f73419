package dev.tokenport.integration.keycloak;

import dev.tokenport.integration.resource.ResourceServer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Workflows that ask the service which checks tokens. */
@ExtendWith(KeycloakExtension.class)
abstract class ServiceCase {

    @TempDir
    Path folder;

    final ResourceServer service;
    WorkflowRun workflow;

    ServiceCase(ResourceServer service) {
        this.service = service;
    }

    @BeforeEach
    final void begin() throws Exception {
        workflow = WorkflowRun.in(folder);
        service.clear();
    }

    /**
     * Runs tasks behind a task {@code auth} that gets tokens for a client. In them, {@code SERVICE}, {@code QUERIES} and
     * {@code UPDATES} stand for the URLs of the service and of its SPARQL endpoints.
     */
    final Tokenport.Ended run(String client, String tasks) throws Exception {
        return workflow.run(auth(client)
                + tasks.replace("SERVICE", service.url(""))
                        .replace("QUERIES", service.sparql().queries())
                        .replace("UPDATES", service.sparql().updates()));
    }

    /** A task {@code auth} that gets tokens for a client. */
    final String auth(String client, String... more) {
        return WorkflowRun.auth(service.tokenEndpoint(), client, more);
    }
}
