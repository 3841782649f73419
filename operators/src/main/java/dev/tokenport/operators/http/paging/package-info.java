/** Where is the next page of an answer, and where does it end? */
@NullMarked
package dev.tokenport.operators.http.paging;

import org.jspecify.annotations.NullMarked;
