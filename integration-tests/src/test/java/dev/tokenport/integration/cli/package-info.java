/** Does the command behave as a process: exit codes, streams, signals, secrets? */
@NullMarked
package dev.tokenport.integration.cli;

import org.jspecify.annotations.NullMarked;
