package org.openplr.edge.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.openplr.platform.Mistake;

/** The one reader and writer of JSON: takes exactly what is documented, and says where it was not that. */
@Provider
@Consumes("application/json")
@Produces("application/json")
public class Json implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private static final int DEEPEST = 16;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 40;

    private static final ObjectMapper MAPPER = strict();

    private static ObjectMapper strict() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return JsonMapper.builder(factory)
                .addModules(new JavaTimeModule(), new Jdk8Module(), StrictText.module())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(EnumFeature.READ_ENUM_KEYS_USING_INDEX)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .build();
    }

    /** Exactly the bytes of an answer. */
    static byte[] bytes(Object answer) {
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an answer of ours cannot be written", broken);
        }
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isOurs(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isOurs(type);
    }

    private static boolean isOurs(Class<?> type) {
        return type != byte[].class
                && !CharSequence.class.isAssignableFrom(type)
                && !InputStream.class.isAssignableFrom(type)
                && !StreamingOutput.class.isAssignableFrom(type)
                && !MultivaluedMap.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(generic, body);
    }

    /**
     * What the body says, as this type.
     *
     * @throws Mistake MALFORMED where it is no JSON, UNPROCESSABLE with the place where it is another thing than asked
     */
    static Object read(Type type, InputStream body) throws IOException {
        Object read;
        try {
            read = MAPPER.readValue(body, MAPPER.constructType(type));
        } catch (JsonProcessingException wrong) {
            throw JsonFaults.mistake(wrong);
        }
        if (read == null) throw Mistake.of(Mistake.Kind.MALFORMED, "malformed");
        return read;
    }

    /**
     * The members of a merge patch (RFC 7396).
     *
     * @throws Mistake MALFORMED where it is no JSON object
     */
    static ObjectNode patch(byte[] body) {
        try {
            if (MAPPER.readTree(body) instanceof ObjectNode members) return members;
            throw Mistake.of(Mistake.Kind.MALFORMED, "malformed");
        } catch (JsonProcessingException wrong) {
            throw JsonFaults.mistake(wrong);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What a patch says beside its changes, taken out of them.
     *
     * @param member the only one of the type
     * @throws Mistake UNPROCESSABLE with the place where it says another thing
     */
    static <T> T taken(ObjectNode patch, String member, Class<T> type) {
        var said = MAPPER.createObjectNode().set(member, patch.remove(member));
        return read(said, type);
    }

    /**
     * A thing as it is, changed by a patch: members that are not there stay, null takes one away.
     *
     * @throws Mistake UNPROCESSABLE with the place where it says another thing
     */
    static <T> T patched(T now, ObjectNode patch, Class<T> type) {
        ObjectNode before = MAPPER.valueToTree(now);
        return read(before.setAll(patch), type);
    }

    private static <T> T read(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException wrong) {
            throw JsonFaults.mistake(wrong);
        }
    }

    @Override
    public void writeTo(
            Object entity,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(bytes(entity));
    }
}
