package dev.tokenport.web.site;

import dev.tokenport.web.folder.WorkflowFolder;
import dev.tokenport.workflow.serve.ServeOptions;
import dev.tokenport.workflow.serve.Workbench;
import java.time.InstantSource;

/**
 * What topics work with. Thread-safe.
 *
 * @param workbench does what a person asks for
 * @param options how pages are served
 * @param folder the workflows
 * @param pages how an answer gets its form
 * @param clock tells the time
 */
public record Site(
        Workbench workbench, ServeOptions options, WorkflowFolder folder, Pages pages, InstantSource clock) {}
