/** Which plugins are there, what is in each, and how is each kept apart from the others? */
@NullMarked
package dev.tokenport.cli.plugin;

import org.jspecify.annotations.NullMarked;
