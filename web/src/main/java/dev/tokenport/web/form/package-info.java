/** Which form do a task's parameters make, and what does it say of their values? */
@NullMarked
package dev.tokenport.web.form;

import org.jspecify.annotations.NullMarked;
