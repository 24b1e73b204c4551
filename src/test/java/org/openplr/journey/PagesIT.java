package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor.Manner;

class PagesIT {
    static Stream<Manner> manners() {
        return Stream.of("en", "cy")
                .flatMap(language -> Stream.of(1280, 320).map(width -> new Manner(language, width, true)));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void everyPublicPageIsInOrder(Manner manner) throws IOException {
        var pages = publicPages();
        try (var visitor = Browser.visitor(Server.running(), manner)) {
            for (var page : pages) {
                var answer = visitor.go("/" + page);

                assertThat(answer.status()).as(page).isEqualTo(200);
                visitor.look("public-" + (page.isEmpty() ? "start" : page));
            }
        }
        assertThat(pages).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aPageThatIsNotThereSaysSo(Manner manner) {
        try (var visitor = Browser.visitor(Server.running(), manner)) {
            var answer = visitor.go("/no-such-page");

            assertThat(answer.status()).isEqualTo(404);
            visitor.look("not-found");
        }
    }

    /** Every page at the top of the web application is for everyone. */
    private static List<String> publicPages() throws IOException {
        try (var files = Files.list(Path.of("src/main/webapp"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .map(name -> name.equals("index.xhtml") ? "" : name.replace(".xhtml", ""))
                    .sorted()
                    .toList();
        }
    }
}
