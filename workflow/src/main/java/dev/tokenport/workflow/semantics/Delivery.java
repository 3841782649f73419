package dev.tokenport.workflow.semantics;

import dev.tokenport.operator.Entity;
import dev.tokenport.workflow.Connection;
import java.util.Optional;

/**
 * What one config connection delivers. Immutable.
 *
 * @param connection the connection
 * @param entity the first entity of its source, empty if there was none
 */
public record Delivery(Connection.Config connection, Optional<Entity> entity) {}
