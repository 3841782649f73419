/** The tokenport command: arguments, output, exit codes; nothing else. */
@NullMarked
package dev.tokenport.cli;

import org.jspecify.annotations.NullMarked;
