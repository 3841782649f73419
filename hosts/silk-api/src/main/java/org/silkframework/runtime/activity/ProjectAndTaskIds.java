package org.silkframework.runtime.activity;

import scala.Option;

/** Where an activity belongs to. */
public class ProjectAndTaskIds {

    private final String projectId;
    private final Option<String> taskId;

    public ProjectAndTaskIds(String projectId, Option<String> taskId) {
        this.projectId = projectId;
        this.taskId = taskId;
    }

    public String projectId() {
        return projectId;
    }

    public Option<String> taskId() {
        return taskId;
    }
}
