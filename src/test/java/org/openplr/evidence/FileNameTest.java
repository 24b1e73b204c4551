package org.openplr.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {
    private static String clean(String name) {
        return FileName.clean(name, FileKind.PDF);
    }

    @Test
    void aNameWithAPathAndControlCharactersIsAName() {
        assertThat(clean("../../etc/passwd")).isEqualTo("passwd.pdf");
        assertThat(clean("C:\\Users\\ceri\\Tystysgrif Ŵyn.pdf")).isEqualTo("Tystysgrif Ŵyn.pdf");
        assertThat(clean("a\r\nContent-Type: text/html\r\n\r\n.pdf")).isEqualTo("html.pdf");
        assertThat(clean("certificate\0\u0007\u001b[31m.pdf")).isEqualTo("certificate[31m.pdf");
        assertThat(clean("folder\r\n/letter\u2028.pdf")).isEqualTo("letter.pdf");
    }

    /** Written backwards it would look as a picture. */
    @Test
    void nothingTurnsOrHidesWhatItSays() {
        assertThat(clean("photo\u202Egnp.exe")).isEqualTo("photognp.exe.pdf");
        assertThat(clean("a\u200Bb\uFEFFc\uD800.pdf")).isEqualTo("abc.pdf");
    }

    @Test
    void signsThatMeanSomethingElsewhereAreNone() {
        assertThat(clean("a\"b;c<d>.pdf")).isEqualTo("a_b_c_d_.pdf");
        assertThat(clean("  ...hidden . ")).isEqualTo("hidden.pdf");
    }

    @Test
    void itsEndSaysWhatItIs() {
        assertThat(clean("page.html")).isEqualTo("page.html.pdf");
        assertThat(clean("LETTER.PDF")).isEqualTo("LETTER.PDF");
        assertThat(FileName.clean("me.jpeg", FileKind.JPEG)).isEqualTo("me.jpeg");
        assertThat(clean("")).isEqualTo("file.pdf");
        assertThat(clean("/")).isEqualTo("file.pdf");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        var cut = clean("😀".repeat(300) + ".pdf");

        assertThat(cut).isEqualTo("😀".repeat(FileName.LONGEST) + ".pdf");
        assertThat(cut.length()).isLessThan(250);
    }
}
