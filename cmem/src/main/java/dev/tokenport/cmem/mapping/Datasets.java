package dev.tokenport.cmem.mapping;

import dev.tokenport.cmem.xml.ProjectTask;
import java.util.Optional;

/** The datasets of a project. */
@FunctionalInterface
public interface Datasets {

    /** The dataset of an id; empty if there is none. */
    Optional<ProjectTask> dataset(String id);
}
