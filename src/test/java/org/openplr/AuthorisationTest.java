package org.openplr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openplr.edge.rest.Needs;
import org.openplr.edge.web.Places;
import org.openplr.party.Right;

/**
 * The table of rights as people read it, {@code src/docs/authorisation.md}: written out of the code by {@code mvn test
 * -Dtest=AuthorisationTest -Dauthorisation.update=true}, read by people, and walked by {@code AuthorisationIT}.
 */
class AuthorisationTest {
    private static final java.nio.file.Path TABLE = java.nio.file.Path.of("src/docs/authorisation.md");
    private static final java.nio.file.Path DESCRIPTION = java.nio.file.Path.of("src/docs/openapi.json");
    private static final java.nio.file.Path PAGES = java.nio.file.Path.of("src/main/webapp");
    private static final JavaClasses REST = imported("org.openplr.edge.rest");
    private static final JavaClasses WEB = imported("org.openplr.edge.web");

    private static JavaClasses imported(String name) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(name);
    }

    private record Call(String method, String path, Optional<Right> right) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void everyCallAndEveryPageNeedsARightAndEveryRightIsNeededSomewhere() {
        assertThat(calls())
                .hasSizeGreaterThan(20)
                .allSatisfy(call -> assertThat(call.right)
                        .as("the right that %s needs", call)
                        .isPresent());
        assertThat(pages())
                .hasSizeGreaterThan(40)
                .allSatisfy(page -> assertThat(Places.right(page))
                        .as("the right that %s needs", page)
                        .isPresent());
        assertThat(Places.names().stream()
                        .filter(name -> !name.isEmpty() && !name.endsWith("/"))
                        .filter(name -> !pages().contains(name)))
                .as("names of places that are none")
                .isEmpty();
    }

    /** The published description is committed, and {@code OpenApiIT} holds it against the server's. */
    @Test
    void theDescriptionAsksForATokenWhereARightNeedsOneAndNowhereElse() throws IOException {
        var paths = new ObjectMapper().readTree(Files.readString(DESCRIPTION)).path("paths");
        var described = 0;
        for (var call : calls()) {
            var operation = paths.path("/api/v1" + call.path).path(call.method.toLowerCase(java.util.Locale.ROOT));
            if (operation.isMissingNode()) continue;
            described++;
            assertThat(operation.has("security"))
                    .as(call.toString())
                    .isEqualTo(!call.right.orElseThrow().isForAnybody());
        }
        assertThat(described).isGreaterThan(20);
    }

    @Test
    void theTableThatPeopleReadIsTheOneInTheCode() throws IOException {
        if (Boolean.getBoolean("authorisation.update")) Files.writeString(TABLE, table());

        assertThat(Files.readString(TABLE)).isEqualTo(table());
    }

    private static String table() {
        var lines = new ArrayList<>(List.of(
                "# Who may do what",
                "",
                "Everything that anybody may do here. What is not in this table nobody may do, and to whoever may not,"
                        + " it is as",
                "if it were not there: a call answers 404 as for something that never was, or 401 without a token; a"
                        + " page asks to",
                "sign in, or is not found. The rows are `org.openplr.party.Right`; the contexts keep the conditions."
                        + " This file is",
                "written out of the code, and `AuthorisationIT` walks every call and page of it as everybody.",
                "",
                "*anybody*: with an account or without. *organisation*: a person or a system of one, whatever their"
                        + " roles.",
                "*app*: with a token that a learner allowed it. *recipient*: somebody of an employer without a UKPRN"
                        + " that was approved.",
                "",
                "| right | who | may | what | if | calls | pages |",
                "|---|---|---|---|---|---|---|"));
        for (var right : Right.values()) lines.add(row(right));
        return String.join("\n", lines) + "\n";
    }

    private static String row(Right right) {
        var who = right.who().stream().map(Right.Who::text).collect(Collectors.joining(", "));
        var calls = calls().stream()
                .filter(call -> call.right.filter(right::equals).isPresent())
                .map(call -> "`" + call + "`")
                .collect(Collectors.joining(" "));
        var pages = pages().stream()
                .filter(page -> Places.right(page).filter(right::equals).isPresent())
                .map(page -> "`" + (page.isEmpty() ? "/" : page) + "`")
                .collect(Collectors.joining(" "));
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        right.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                        who,
                        right.action(),
                        right.resource(),
                        right.condition(),
                        calls,
                        pages)
                .replaceAll(" +\\|", " |");
    }

    private static List<Call> calls() {
        var calls = new TreeMap<String, Call>();
        for (var resource : REST) {
            if (!resource.isAnnotatedWith(Path.class)) continue;
            var type = resource.reflect();
            var root = type.getAnnotation(Path.class).value();
            for (var method : type.getDeclaredMethods())
                method(method)
                        .map(verb -> new Call(verb, path(root, method), right(method)))
                        .ifPresent(call -> calls.put(call.path + " " + call.method, call));
        }
        return List.copyOf(calls.values());
    }

    private static Optional<String> method(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(String root, Method method) {
        var own = method.getAnnotation(Path.class);
        var path = "/" + root + (own == null ? "" : "/" + own.value());
        return path.replaceAll("\\{(\\w+)[^}]*}", "{$1}").replaceFirst("\\|.*", "");
    }

    private static Optional<Right> right(Method method) {
        return Optional.ofNullable(method.getAnnotation(Needs.class))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(Needs.class)))
                .map(Needs::value);
    }

    /** The pages of the WAR and the servlets beside them, as {@link Places} calls them. */
    private static Set<String> pages() {
        var pages = new TreeSet<String>();
        try (Stream<java.nio.file.Path> files = Files.walk(PAGES)) {
            files.map(file -> "/" + PAGES.relativize(file))
                    .filter(name -> name.endsWith(".xhtml") && !name.startsWith("/WEB-INF/"))
                    .map(name -> name.replaceFirst("\\.xhtml$", "").replaceFirst("/index$", ""))
                    .forEach(pages::add);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        for (var servlet : WEB)
            if (servlet.isAnnotatedWith(WebServlet.class)) {
                var mapped = servlet.reflect().getAnnotation(WebServlet.class);
                pages.addAll(List.of(mapped.value()));
                pages.addAll(List.of(mapped.urlPatterns()));
            }
        return pages;
    }
}
