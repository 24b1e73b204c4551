package org.openplr.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openplr.party.Gender;

class PeopleFileTest {
    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    private List<PeopleFile.Line> read(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("people.csv"), bytes);
        var lines = new ArrayList<PeopleFile.Line>();
        new PeopleFile(file, told::add).read(lines::add);
        return lines;
    }

    @Test
    void columnsOfAnyNameAndOrderWithAByteOrderMarkAndOthersBesideThem() throws IOException {
        var lines = read(
                "\ufeffstate,Surname, given_name,rec_id,date_of_birth,postcode\r\nnsw,\"O\"\"Brien, x\",Amy,r1,19810214,2000\r\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo("r1");
            assertThat(line.person().familyName()).isEqualTo("O\"Brien, x");
            assertThat(line.person().dateOfBirth()).isEqualTo("1981-02-14");
            assertThat(line.person().postcode()).isEqualTo("2000");
            assertThat(line.person().gender()).isEqualTo(Gender.UNKNOWN);
        });
        assertThat(told).isEmpty();
    }

    @Test
    void windows1252SemicolonsAndOtherDates() throws IOException {
        var lines = read("id;givenName;familyName;dob;sex\n1;Zoë;Jones;3/11/2001;f\n2;Bo;Li;1999-01-02T00:00:00;m\n"
                .getBytes(Charset.forName("windows-1252")));

        assertThat(lines).extracting(line -> line.person().givenName()).containsExactly("Zoë", "Bo");
        assertThat(lines)
                .extracting(line -> String.valueOf(line.person().dateOfBirth()))
                .containsExactly("2001-11-03", "1999-01-02");
    }

    @Test
    void aLineThatCannotBeReadIsToldByItsNumberAndTheRestGoesOn() throws IOException {
        var lines = read("id,givenName,familyName,dateOfBirth\n1,\"Amy,Jones,2001-01-01\n2,Bo,Li,2001-02-31\n3,Cy,Fry\n"
                .getBytes(StandardCharsets.UTF_8));

        assertThat(lines).extracting(PeopleFile.Line::id).containsExactly("2", "3");
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).contains("line 2");
        assertThat(told.getLast()).contains("line 3", "2001-02-31");
    }
}
