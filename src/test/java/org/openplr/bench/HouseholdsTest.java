package org.openplr.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseholdsTest {
    @TempDir
    private Path folder;

    private NameBook book;

    @BeforeEach
    void aFewNames() throws IOException {
        var given = new StringBuilder("firstname,freq,sex,birthyear\n");
        for (var year = 1996; year <= 2018; year++)
            for (var name : List.of("amy", "bea", "cat", "dee", "eve", "fay", "gwen", "hana"))
                given.append(name + ",0.1,female," + year + "\n" + name + "o,0.1,male," + year + "\n");
        Files.writeString(folder.resolve("firstname_uk.csv"), given);
        Files.writeString(folder.resolve("lastname_uk.csv"), "surname,freq\nsmith,0.5\nmccarthy,0.5\n");
        Files.writeString(folder.resolve("address_uk.csv"), "postcode,country\nLS6 2AB,England\nM1 4BT,England\n");
        Files.writeString(folder.resolve("nicknames.csv"), "name1,relationship,name2\namy,has_nickname,ames\n");
        book = new NameBook(folder, 50);
    }

    private List<Someone> people(long seed) {
        var households = new Households(book, seed);
        return IntStream.range(0, 2_000)
                .boxed()
                .flatMap(_ -> households.next().stream())
                .toList();
    }

    @Test
    void theSameSeedMakesTheSamePeopleAndAnotherOneOthers() {
        assertThat(people(1)).isEqualTo(people(1)).isNotEqualTo(people(2));
    }

    @Test
    void nobodysNameIsLongerThanTheRegisterHoldsWhateverTheNames() throws IOException {
        var households = new Households(NameBook.of(Optional.empty(), 50), 6);

        for (var i = 0; i < 60_000; i++)
            assertThat(households.next()).allSatisfy(one -> {
                assertThat(one.familyName()).hasSizeLessThanOrEqualTo(35);
                assertThat(one.givenName()).hasSizeLessThanOrEqualTo(35);
            });
    }

    @Test
    void everybodyIsBetween13And110AndNobodyHasTwoChildrenOfOneNameAndDay() {
        assertThat(people(3))
                .allSatisfy(one -> assertThat(one.dateOfBirth().getYear()).isBetween(1914, 2013));
        var households = new Households(book, 4);
        for (var i = 0; i < 2_000; i++) {
            var home = households.next();
            assertThat(home.stream().map(one -> one.givenName() + one.familyName() + one.dateOfBirth()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void faultsAreTheSameForTheSameSeedAndLeaveMostAsTheyAre() {
        var corrupter = new Corrupter(book, 5);
        var again = new Corrupter(book, 5);
        var people = people(6);

        var corrupted = people.stream().map(corrupter::corrupted).toList();

        assertThat(people.stream().map(again::corrupted).toList()).isEqualTo(corrupted);
        assertThat(IntStream.range(0, people.size())
                        .filter(i -> people.get(i)
                                .dateOfBirth()
                                .equals(corrupted.get(i).dateOfBirth()))
                        .count())
                .isBetween(people.size() * 93L / 100, people.size() * 99L / 100);
    }
}
