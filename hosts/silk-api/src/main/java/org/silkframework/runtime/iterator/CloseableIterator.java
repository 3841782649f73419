package org.silkframework.runtime.iterator;

import java.io.Closeable;
import scala.collection.Iterator;

/** An iterator that is closed. */
public interface CloseableIterator<T> extends Iterator<T>, Closeable {}
