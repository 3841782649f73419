/** Which file does a template name, how is it sent, and how does an answer become one? */
@NullMarked
package dev.tokenport.operators.http.file;

import org.jspecify.annotations.NullMarked;
