/** What is an operator? Parameters, ports, entities, values, context, report. */
@NullMarked
package dev.tokenport.operator;

import org.jspecify.annotations.NullMarked;
