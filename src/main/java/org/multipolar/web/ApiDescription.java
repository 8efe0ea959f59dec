package org.multipolar.web;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Completes the description of the interface, when the program is built, by what holds of every operation: how it is refused,
 * and which parts of an answer are always there, which may be null.
 *
 * <p>Requests are described by hand in {@code META-INF/openapi.yaml}, because what they hold is read as profiles are.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {

    private static final String OURS = "org.multipolar.";
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final String PROBLEM = "#/components/schemas/ProblemDetails";

    /** A parameter that asks for so much work that there is a queue for it. */
    private static final String WORK = "uncertainty";

    private final Map<String, List<ClassInfo>> records;

    /** @param index of all classes, given by the build */
    public ApiDescription(IndexView index) {
        records = index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .collect(groupingBy(ClassInfo::simpleName));
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().getSchemas().forEach(this::complete);
        api.getPaths().getPathItems().values().forEach(ApiDescription::refusals);
    }

    // ---- answers

    /** Two records of one name come as Name and Name1; they are told apart by their components. */
    private void complete(String name, Schema schema) {
        var properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        records.getOrDefault(name.replaceAll("\\d+$", ""), List.of()).stream()
                .filter(type -> type.recordComponents().stream()
                        .map(RecordComponentInfo::name)
                        .allMatch(properties::containsKey))
                .filter(type -> type.recordComponents().size() == properties.size())
                .findFirst()
                .ifPresent(type -> complete(type, schema));
    }

    private static void complete(ClassInfo type, Schema schema) {
        boolean nullsShown = type.declaredAnnotation(INCLUDE) == null;
        var required = new ArrayList<String>();
        var properties = new LinkedHashMap<>(schema.getProperties());
        for (var component : type.recordComponents()) {
            boolean nullable = nullable(component);
            if (!leftOut(type, component) && (!nullable || nullsShown)) {
                required.add(component.name());
            }
            if (nullable && nullsShown) {
                properties.compute(component.name(), (name, of) -> orNull(Objects.requireNonNull(of)));
            }
        }
        schema.setProperties(properties);
        schema.setRequired(required);
    }

    /** The annotation may not stand on components, so it stands on their fields. */
    private static boolean leftOut(ClassInfo type, RecordComponentInfo component) {
        var field = type.field(component.name());
        return field != null && field.hasAnnotation(INCLUDE);
    }

    private static boolean nullable(RecordComponentInfo component) {
        return component.annotations().stream().map(AnnotationInstance::name).anyMatch(NULLABLE::equals);
    }

    private static Schema orNull(Schema schema) {
        var types = schema.getType();
        if (types != null && schema.getRef() == null) {
            var more = new ArrayList<>(types);
            more.add(SchemaType.NULL);
            return schema.type(more);
        }
        return OASFactory.createSchema()
                .addAnyOf(schema)
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }

    // ---- refusals

    private static void refusals(PathItem item) {
        item.getOperations().values().forEach(ApiDescription::refusals);
    }

    private static void refusals(Operation operation) {
        var responses = operation.getResponses();
        possible(operation).forEach((status, why) -> {
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().description(why));
            }
        });
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                refusal(response);
            }
        });
    }

    /** {@return descriptions by status} */
    private static Map<String, String> possible(Operation operation) {
        var parameters = operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters();
        boolean body = operation.getRequestBody() != null;
        boolean key = parameters.stream().anyMatch(each -> Once.KEY.equals(each.getName()));
        var possible = new TreeMap<String, String>();
        possible.put("401", "The token is missing or does not hold");
        possible.put("403", "The caller may not do this, or may not ask about this buyer");
        if (body || !parameters.isEmpty()) {
            possible.put("400", "The request is at fault; file, line and field say where");
        }
        if (body || parameters.stream().anyMatch(each -> each.getIn() != In.HEADER)) {
            possible.put("404", "Nothing has the id or name that the request gives");
        }
        possible.put("429", "The caller asks more often than it may; Retry-After says when to come back");
        possible.put("406", "The answer has none of the media types that are accepted");
        if (body) {
            possible.put("413", "The body is larger than 2 MiB");
            possible.put("415", "A body of this media type is not read here");
        }
        if (body || parameters.stream().anyMatch(each -> WORK.equals(each.getName()))) {
            possible.put("503", "Too many questions wait; Retry-After says when to come back");
        }
        if (key) {
            possible.put("409", "The request with this Idempotency-Key is being answered");
            possible.put("422", "The Idempotency-Key was used for another request");
        }
        return possible;
    }

    private static void refusal(APIResponse response) {
        if (response.getRef() == null && response.getContent() == null) {
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            ProblemDetails.MEDIA_TYPE,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref(PROBLEM))));
        }
    }
}
