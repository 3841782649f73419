package dev.tokenport.service.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MemberNamesTest {

    private final MemberNames names = new MemberNames();

    @Test
    void add_aNameTwice_isNotNew() {
        names.begin();

        assertThat(added("a", "b", "a", "c", "b")).containsExactly(true, true, false, true, false);
    }

    @Test
    void add_behindAnObjectWithTheSameNames_isNew() {
        names.begin();
        added("a", "b", "c");
        names.begin();

        assertThat(added("a", "b", "c")).containsOnly(true);
    }

    @Test
    void add_behindAnObjectWithOtherNames_isComparedWithItsOwnOnly() {
        names.begin();
        added("a", "b", "c", "d");
        names.begin();

        assertThat(added("a", "c", "b", "d", "c")).containsExactly(true, true, true, true, false);
    }

    @Test
    void add_behindALongerObject_findsWhatComesTwice() {
        names.begin();
        added("a", "b", "c");
        names.begin();
        added("a");
        names.begin();

        assertThat(added("a", "b", "a", "c")).containsExactly(true, true, false, true);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18, 100})
    void add_toManyNames_findsEachThatComesTwice(int size) {
        List<String> all = IntStream.range(0, size).mapToObj(i -> "n" + i).toList();
        names.begin();
        all.forEach(names::add);
        names.begin();

        assertThat(all).allMatch(names::add);
        assertThat(all).noneMatch(names::add);
        assertThat(names.add("other")).isTrue();
        assertThat(names.add("other")).isFalse();
    }

    private List<Boolean> added(String... all) {
        return List.of(all).stream().map(names::add).toList();
    }
}
