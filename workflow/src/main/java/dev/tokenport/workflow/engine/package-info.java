/** What does an engine offer whose tasks may run on other machines? Such engines are found with ServiceLoader. */
@NullMarked
package dev.tokenport.workflow.engine;

import org.jspecify.annotations.NullMarked;
