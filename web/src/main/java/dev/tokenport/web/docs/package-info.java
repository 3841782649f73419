/** What does an operator do, and which parameters has it? */
@NullMarked
package dev.tokenport.web.docs;

import org.jspecify.annotations.NullMarked;
