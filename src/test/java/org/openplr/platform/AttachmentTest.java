package org.openplr.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentTest {
    @Test
    void aNameStandsInTheHeaderTwiceAndEndsItNever() {
        assertThat(Attachment.disposition("Tystysgrif Ŵyn*1.pdf"))
                .isEqualTo("attachment; filename=\"Tystysgrif _yn_1.pdf\";"
                        + " filename*=UTF-8''Tystysgrif%20%C5%B4yn%2A1.pdf");
        assertThat(Attachment.disposition("a\"\r\nSet-Cookie: b"))
                .isEqualTo("attachment; filename=\"a___Set-Cookie_ b\"; filename*=UTF-8''a%22%0D%0ASet-Cookie%3A%20b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename=\"My Letter.pdf\" | My Letter.pdf",
                "attachment; filename=letter.pdf; size=3 | letter.pdf",
                "attachment; filename=\"x.pdf\"; filename*=UTF-8''Tystysgrif%20%C5%B4yn.pdf | Tystysgrif Ŵyn.pdf",
                "ATTACHMENT; FILENAME*=utf-8'cy'%E2%82%AC.png | €.png",
                "attachment; filename=\"a\\\\b\\\"c.png\" | a\\b\"c.png",
                "attachment; filename*=UTF-8''%zz; filename=b.png | b.png",
                "attachment | ``"
            })
    void theNameThatSomebodySendsIsReadFromTheSameHeader(String header, String name) {
        assertThat(Attachment.name(header)).isEqualTo(name);
    }
}
