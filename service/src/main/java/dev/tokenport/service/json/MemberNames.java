package dev.tokenport.service.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the members of one object, of which no two may be the same. Objects of one array mostly have the same names in
 * the same order, so each name is compared with that of the object before, and nothing is hashed or made. For one thread.
 */
final class MemberNames {

    /** Up to here it is cheaper to look through the names than to keep a set. */
    private static final int FEW = 16;

    private @Nullable String[] names = new String[FEW];
    private int size;
    private int before;
    private @Nullable Set<String> many;

    /** Begins another object. */
    void begin() {
        before = size;
        size = 0;
        many = null;
    }

    /** Takes the next name; returns whether it is a new one. */
    boolean add(String name) {
        if (size < before) {
            if (name.equals(names[size])) {
                size++;
                return true;
            }
            before = 0;
        }
        if (!isNew(name)) {
            return false;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
        }
        names[size] = name;
        size++;
        return true;
    }

    private boolean isNew(String name) {
        if (size > FEW) {
            return set().add(name);
        }
        for (int i = 0; i < size; i++) {
            if (name.equals(names[i])) {
                return false;
            }
        }
        return true;
    }

    private Set<String> set() {
        Set<String> set = many;
        if (set == null) {
            set = new HashSet<>(Arrays.asList(names).subList(0, size));
            many = set;
        }
        return set;
    }
}
