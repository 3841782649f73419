/** What became of earlier runs, and where is it kept? */
@NullMarked
package dev.tokenport.web.history;

import org.jspecify.annotations.NullMarked;
