package dev.tokenport.operators.http;

import dev.tokenport.operator.Entity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request is for. Immutable.
 *
 * @param entity what its templates see; null without an input
 * @param key the key that it carries, if it carries one
 */
record Subject(@Nullable Entity entity, Optional<IdempotencyKey> key) {}
