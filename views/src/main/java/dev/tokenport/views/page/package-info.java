/** What does the page of a run show? */
@NullMarked
package dev.tokenport.views.page;

import org.jspecify.annotations.NullMarked;
