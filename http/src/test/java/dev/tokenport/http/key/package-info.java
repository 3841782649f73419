@NullMarked
package dev.tokenport.http.key;

import org.jspecify.annotations.NullMarked;
