package org.openplr.edge.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the description of the REST interface what the sources say of it: of each call its comment, of its parameters and of
 * the members of what comes and goes their {@code @param}. So a vendor reads what we read.
 */
final class Documented {
    private static final Path SOURCES = Path.of("src/main/java/org/openplr/edge/rest");
    private static final String ROOT = "/api/v1/";
    private static final Set<String> VERBS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    /** By class, and for a call the method's name and how many parameters it has. */
    private final Map<String, Said> said = new HashMap<>();

    /**
     * What a comment says.
     *
     * @param names of the parameters or components, in their order
     * @param of each of them what is said of it
     */
    private record Said(String text, List<String> names, Map<String, String> of) {}

    private Documented() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                var sources = Files.list(SOURCES)) {
            var units = files.getJavaFileObjectsFromPaths(
                    sources.filter(file -> file.toString().endsWith(".java")).toList());
            var task = (JavacTask) compiler.getTask(null, files, _ -> {}, List.of("-proc:none"), null, units);
            var reader = new Reader(DocTrees.instance(task));
            for (var unit : task.parse()) reader.scan(unit, null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The description with what the sources say. */
    static JsonNode of(JsonNode description) {
        var documented = new Documented();
        var tags = ((ObjectNode) description).putArray("tags");
        classes().forEach(resource -> documented.calls(resource, description.required("paths"), tags));
        description.at("/components/schemas").properties().forEach(documented::schema);
        return description;
    }

    private static Stream<Class<?>> classes() {
        try (var sources = Files.list(SOURCES)) {
            return sources
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Resource.java"))
                    .map(name -> Documented.class.getPackageName() + "." + name.replace(".java", ""))
                    .<Class<?>>map(Documented::load)
                    .sorted(Comparator.comparing(Class::getSimpleName))
                    .toList()
                    .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    /** The calls of a resource stand together, under what is said of it. */
    private void calls(Class<?> resource, JsonNode paths, ArrayNode tags) {
        var words = resource.getSimpleName().replace("Resource", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        var tag = words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
        var calls = new LinkedHashMap<ObjectNode, Method>();
        for (var method : resource.getDeclaredMethods())
            for (var one : method.getAnnotations()) {
                var verb = one.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null
                        && paths.path(path(resource, method)).path(verb.value().toLowerCase(Locale.ROOT))
                                instanceof ObjectNode call) calls.put(call, method);
            }
        if (calls.isEmpty()) return;
        var of = said.get(resource.getSimpleName());
        tags.addObject().put("name", tag).put("description", of == null ? "" : of.text);
        calls.forEach((call, method) -> {
            call.putArray("tags").add(tag);
            describe(call, method);
        });
    }

    private static String path(Class<?> resource, Method method) {
        return ROOT
                + Stream.of(
                                resource.getAnnotation(jakarta.ws.rs.Path.class),
                                method.getAnnotation(jakarta.ws.rs.Path.class))
                        .flatMap(Stream::ofNullable)
                        .map(jakarta.ws.rs.Path::value)
                        .map(path -> path.replaceAll("^/|/$", "").replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}"))
                        .filter(path -> !path.isEmpty())
                        .collect(Collectors.joining("/"));
    }

    private void describe(ObjectNode call, Method method) {
        var of = said.get(
                method.getDeclaringClass().getSimpleName() + "#" + method.getName() + "/" + method.getParameterCount());
        if (of == null || of.text.isEmpty()) return;
        var end = of.text.indexOf(". ");
        call.put("summary", end < 0 ? of.text.replaceFirst("\\.$", "") : of.text.substring(0, end));
        if (end >= 0) call.put("description", of.text);
        for (var i = 0; i < of.names.size(); i++) {
            var name = name(method.getParameters()[i]);
            var words = of.of.get(of.names.get(i));
            if (name == null || words == null) continue;
            for (var parameter : call.path("parameters"))
                if (parameter.path("name").asText().equals(name)) ((ObjectNode) parameter).put("description", words);
        }
    }

    private static @Nullable String name(Parameter parameter) {
        var query = parameter.getAnnotation(QueryParam.class);
        if (query != null) return query.value();
        var header = parameter.getAnnotation(HeaderParam.class);
        if (header != null) return header.value();
        var path = parameter.getAnnotation(PathParam.class);
        return path == null ? null : path.value();
    }

    /** A schema is called as its record, with a number where there are more: they are told apart by their components. */
    private void schema(Map.Entry<String, JsonNode> schema) {
        var properties = schema.getValue().path("properties");
        var names = new TreeSet<String>();
        properties.fieldNames().forEachRemaining(names::add);
        var called = schema.getKey().replaceFirst("\\d+$", "");
        for (var one : said.entrySet())
            if (one.getKey().endsWith("." + called)
                    && Set.copyOf(one.getValue().names).equals(names))
                describe((ObjectNode) schema.getValue(), one.getValue());
    }

    private static void describe(ObjectNode schema, Said of) {
        if (!of.text.isEmpty()) schema.put("description", of.text);
        of.of.forEach((name, words) -> {
            var property = (ObjectNode) schema.path("properties").path(name);
            if (!property.has("$ref")) property.put("description", words);
        });
    }

    /** Collects the comments. */
    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees trees;

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            var components = type.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(member -> !member.getModifiers().getFlags().contains(Modifier.STATIC))
                    .map(member -> member.getName().toString())
                    .toList();
            if (type.getKind() == Tree.Kind.RECORD) keep(enclosing() + "." + type.getSimpleName(), components);
            else keep(type.getSimpleName().toString(), List.of());
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (method.getModifiers().getAnnotations().stream()
                    .noneMatch(one -> VERBS.contains(one.getAnnotationType().toString())))
                return super.visitMethod(method, null);
            var names = method.getParameters().stream()
                    .map(one -> one.getName().toString())
                    .toList();
            var parent = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            keep(parent.getSimpleName() + "#" + method.getName() + "/" + names.size(), names);
            return super.visitMethod(method, null);
        }

        private String enclosing() {
            return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree outer
                    ? outer.getSimpleName().toString()
                    : "";
        }

        private void keep(String key, List<String> names) {
            var comment = trees.getDocCommentTree(getCurrentPath());
            said.put(key, comment == null ? new Said("", names, Map.of()) : said(comment, names));
        }

        private Said said(DocCommentTree comment, List<String> names) {
            var of = new LinkedHashMap<String, String>();
            for (var tag : comment.getBlockTags())
                if (tag instanceof ParamTree one && names.contains(one.getName().toString()))
                    of.put(one.getName().toString(), text(one.getDescription()));
            return new Said(text(comment.getFullBody()), names, of);
        }
    }

    private static String text(List<? extends DocTree> words) {
        return words.stream()
                .map(word -> switch (word) {
                    case TextTree text -> text.getBody();
                    case LiteralTree code -> code.getBody().getBody();
                    case LinkTree link when !link.getLabel().isEmpty() -> text(link.getLabel());
                    case LinkTree link -> link.getReference().getSignature().replaceFirst("^.*[.#]", "");
                    case StartElementTree _ -> " ";
                    default -> word.toString();
                })
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }
}
