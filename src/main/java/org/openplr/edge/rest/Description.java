package org.openplr.edge.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds to the description at {@code /openapi} what holds for every call: who may, and what a problem looks like. */
public class Description implements OASFilter {
    private static final Set<String> FOR_ANYONE = Set.of(
            "/api/v1/session",
            "/api/v1/token",
            "/api/v1/shares/open",
            "/api/v1/.well-known/jwks.json",
            "/api/v1/code-lists",
            "/api/v1/code-lists/{name}",
            "/api/v1/code-lists/{name}/table.csv",
            "/api/v1/statistics",
            "/api/v1/statistics/{table}",
            "/api/v1/statistics/{table}/table.csv",
            "/api/v1/timeliness",
            "/api/v1/references/{reference}",
            "/api/v1/qualifications",
            "/api/v1/qualifications/{qan}",
            "/api/v1/ledger/key",
            "/api/v1/ledger/checkpoint");

    /** What is asked alike wherever it is asked. */
    private static final Map<String, String> ALIKE = Map.of(
            "cursor", "Where to go on: what the page before gave as next",
            "limit", "How many at most, 1 to 100; without it 20",
            "lang", "The language of words for people: en or cy",
            "from", "From this day (ISO 8601)",
            "to", "To this day, itself included (ISO 8601)",
            "Idempotency-Key",
                    "1 to 64 visible ASCII characters for this request: sent again, it is done once and answered alike",
            "If-Match", "The entity tag that was read: where it was changed since, nothing is done (412)");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSchema("Problem", problem());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, call) -> describe(path, method, call)));
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation call) {
        var words = path.replace("/api/v1/", "").replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
        if (call.getOperationId() == null) call.operationId(method.name().toLowerCase(Locale.ROOT) + "-" + words);
        for (var parameter : Objects.requireNonNullElse(call.getParameters(), List.<Parameter>of()))
            if (ALIKE.containsKey(parameter.getName())) parameter.description(ALIKE.get(parameter.getName()));
        if (!FOR_ANYONE.contains(path))
            call.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("bearer"));
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        call.getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("A problem (RFC 9457)")
                                .content(OASFactory.createContent().addMediaType(Problems.MEDIA_TYPE, media)));
    }

    private static Schema problem() {
        var fault = object().addProperty("pointer", text("Where in the body: a JSON pointer (RFC 6901)"))
                .addProperty("code", text("Stable"))
                .addProperty("detail", text("The words for the code, in English or Welsh"));
        return object().addProperty("type", text("urn:openplr:problem:<code>"))
                .addProperty("title", text("The words for the code, in English or Welsh"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("The same, longer where there is more to say"))
                .addProperty("code", text("Stable: clients may rely on it"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(fault))
                .addProperty("instance", text("Only where something of ours broke: a reference to tell us"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text(String meaning) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(meaning);
    }
}
