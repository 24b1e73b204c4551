package org.openplr.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/** A caller of the REST interface; each variation is a new caller, so that one never changes another. */
public final class Rest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INPUT = Pattern.compile("<(?:input|button)\\b[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    private final URI base;
    private final Map<String, String> headers;

    Rest(URI base) {
        this(base, Map.of());
    }

    private Rest(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** This caller, signed in with a demo account. */
    public Rest signIn(String username) {
        return signIn(username, DemoAccount.of(username).password());
    }

    public Rest signIn(String username, String password) {
        var who = JSON.createObjectNode().put("username", username).put("password", password);
        return bearer(post("/session", who.toString())
                .expect(200)
                .json()
                .required("token")
                .asText());
    }

    /** This caller as a demo system, by its secret. */
    public Rest system(String clientId) {
        var form = "grant_type=client_credentials&client_id=" + clientId + "&client_secret="
                + DemoAccount.of(clientId).password();
        return bearer(post("/token", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .required("access_token")
                .asText());
    }

    /** This caller with a token. */
    public Rest bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** This caller with one more header in every request. */
    public Rest with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Rest(base, more);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Posts JSON. */
    public Answer post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, BodyPublishers.ofString(json));
    }

    public Answer post(String path, JsonNode json) {
        return post(path, json.toString());
    }

    /** Posts whatever it is. */
    public Answer post(String path, String contentType, byte[] body) {
        return with("Content-Type", contentType).send("POST", path, BodyPublishers.ofByteArray(body));
    }

    /**
     * Sends the form of a page as a browser without script does, with what somebody typed into it. Where the page has several
     * buttons, all of them are sent, but the one that changes the language.
     */
    public Answer submit(String path, Answer page, Map<String, String> typed) {
        var fields = new LinkedHashMap<String, String>();
        var inputs = INPUT.matcher(page.text());
        while (inputs.find()) {
            var name = NAME.matcher(inputs.group());
            var value = VALUE.matcher(inputs.group());
            if (name.find() && !name.group(1).equals("lang"))
                fields.put(name.group(1), value.find() ? value.group(1) : "");
        }
        fields.putAll(typed);
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Any method; a path that begins with {@code //} is not under {@code /api/v1}. */
    public Answer send(String method, String path, BodyPublisher body) {
        var place = path.startsWith("//") ? path.substring(1) : "/api/v1" + path;
        var request = HttpRequest.newBuilder(URI.create(base + place))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        headers.forEach(request::setHeader);
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            var answer = new Answer(method + " " + place, response.statusCode(), response.headers(), response.body());
            Told.by(answer);
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /**
     * What the server answered.
     *
     * @param call method and path, for messages
     */
    @SuppressWarnings("ArrayRecordComponent") // answers are read, never compared as wholes
    public record Answer(String call, int status, HttpHeaders headers, byte[] body) {
        /** This answer, which has to have this status. */
        public Answer expect(int expected) {
            Assertions.assertThat(status).as(() -> call + ": " + text()).isEqualTo(expected);
            return this;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new AssertionError(call + " answered no JSON: " + text(), notJson);
            }
        }

        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        /** The stable code of a problem. */
        public String code() {
            return json().path("code").asText();
        }
    }
}
