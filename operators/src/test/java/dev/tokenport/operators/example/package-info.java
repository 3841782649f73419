/** The operator of {@code docs/write-an-operator.md}. */
@NullMarked
package dev.tokenport.operators.example;

import org.jspecify.annotations.NullMarked;
