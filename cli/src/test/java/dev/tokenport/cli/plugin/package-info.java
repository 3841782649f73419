/** Tests of plugins: JARs that are compiled and packed here. */
@NullMarked
package dev.tokenport.cli.plugin;

import org.jspecify.annotations.NullMarked;
