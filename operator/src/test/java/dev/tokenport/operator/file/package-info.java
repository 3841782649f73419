@NullMarked
package dev.tokenport.operator.file;

import org.jspecify.annotations.NullMarked;
