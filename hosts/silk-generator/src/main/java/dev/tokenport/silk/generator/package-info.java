/** Which classes must Silk see to know an operator, its parameters and their defaults? Runs when the plugin is built. */
@NullMarked
package dev.tokenport.silk.generator;

import org.jspecify.annotations.NullMarked;
