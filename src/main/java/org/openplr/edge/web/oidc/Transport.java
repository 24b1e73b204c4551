package org.openplr.edge.web.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.openplr.platform.OpenIdProvider;

/**
 * HTTP to one provider: only by TLS (in development also on this machine), never further than where it was asked, two
 * seconds to connect, five for the whole answer, and no answer over 256 KB.
 */
final class Transport implements ResourceRetriever {
    static final Duration CONNECT = Duration.ofSeconds(2);
    static final Duration ANSWER = Duration.ofSeconds(5);
    static final int MOST = 262_144;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final OpenIdProvider provider;

    Transport(OpenIdProvider provider) {
        this.provider = provider;
    }

    /** An answer. */
    record Reply(int status, String type, String body) {}

    Reply get(URI address, Map<String, String> headers) throws Unreachable {
        var request = HttpRequest.newBuilder(allowed(address)).timeout(ANSWER).header("Accept", "application/json");
        headers.forEach(request::header);
        return send(request.build());
    }

    Reply post(URI address, Map<String, String> form) throws Unreachable {
        return send(HttpRequest.newBuilder(allowed(address))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build());
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private URI allowed(URI address) throws Unreachable {
        if (!provider.reaches(address)) throw new Unreachable("an address that is not asked");
        return address;
    }

    /** The time is for all of it: the request's own timeout ends with the headers. */
    private static Reply send(HttpRequest request) throws Unreachable {
        var answer = CLIENT.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST));
        try {
            return reply(answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException silent) {
            answer.cancel(true);
            throw new Unreachable("no answer", silent);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unreachable("stopped", stopped);
        }
    }

    private static Reply reply(HttpResponse<byte[]> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return new Reply(answer.statusCode(), type, new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** The keys, for the library that keeps them. */
    @Override
    public Resource retrieveResource(URL url) throws IOException {
        var reply = get(URI.create(url.toString()), Map.of());
        if (reply.status != 200) throw new Unreachable("keys: status " + reply.status);
        return new Resource(DidDocument.keys(reply.body), reply.type);
    }
}
