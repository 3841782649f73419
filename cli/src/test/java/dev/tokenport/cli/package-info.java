/** Tests of the command's arguments, output and exit codes. */
@NullMarked
package dev.tokenport.cli;

import org.jspecify.annotations.NullMarked;
