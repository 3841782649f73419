/** What happens when the other side misbehaves: what is seen, how long it takes, what it costs, what leaves the process? */
@NullMarked
package dev.tokenport.integration.fault;

import org.jspecify.annotations.NullMarked;
