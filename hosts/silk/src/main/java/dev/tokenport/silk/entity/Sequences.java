package dev.tokenport.silk.entity;

import java.util.List;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Lists as Scala has them: copies that nobody changes. Stateless. */
public final class Sequences {

    private Sequences() {}

    /** The same elements. */
    public static <T> IndexedSeq<T> of(List<T> list) {
        return CollectionConverters.asScala(list).toIndexedSeq();
    }

    /** The same elements. */
    public static <T> List<T> list(Seq<T> sequence) {
        return List.copyOf(CollectionConverters.asJava(sequence));
    }
}
