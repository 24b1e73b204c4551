package org.openplr.edge.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One HTML {@code input} of any type, or a {@code textarea} as if that were one, named and identified as the page says, whose empty attributes are left out.
 *
 * <p>Faces' own radios come as tables, and Facelets writes an empty attribute as {@code checked=""}: neither makes the
 * patterns that people know. With {@code option} it is a radio or a tick box, on when the value is, or holds, it.
 */
@FacesComponent(FormInput.TYPE)
public final class FormInput extends UIInput {
    static final String TYPE = "openplr.Input";
    private static final String AREA = "textarea";
    private static final Set<String> HIDES_WHAT_IT_HOLDS = Set.of("password", AREA);
    private static final Set<String> CHOICES = Set.of("radio", "checkbox");
    private static final List<String> COPIED =
            List.of("autocomplete", "inputmode", "spellcheck", "maxlength", "describedby", "fromfragment");
    private static final Map<String, String> RENAMED =
            Map.of("describedby", "aria-describedby", "fromfragment", "data-from-fragment");

    /** It draws itself: a renderer of text would make text of what is ticked. */
    @Override
    public @Nullable String getRendererType() {
        return null;
    }

    @Override
    public void decode(FacesContext context) {
        var given = context.getExternalContext().getRequestParameterValuesMap().get(text("name"));
        if (many()) setSubmittedValue(given == null ? List.of() : List.of(given));
        else if (given != null) setSubmittedValue(isTyped() ? typed(given[0]) : given[0]);
    }

    private String typed(String text) {
        return CDI.current().select(TypedText.class).get().typed(text("field"), text("name"), text);
    }

    /** Whether somebody sees it and types into it. */
    private boolean isTyped() {
        return !text("field").isEmpty() && !CHOICES.contains(text("type")) && !"hidden".equals(text("type"));
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        var out = context.getResponseWriter();
        var type = text("type").isEmpty() ? "text" : text("type");
        var element = AREA.equals(type) ? AREA : "input";
        out.startElement(element, this);
        if (AREA.equals(type)) out.writeAttribute("rows", text("rows"), null);
        else out.writeAttribute("type", type, null);
        writeNames(out);
        if (CHOICES.contains(type)) {
            out.writeAttribute("value", text("option"), null);
            if (chosen()) out.writeAttribute("checked", "checked", null);
        } else if (!HIDES_WHAT_IT_HOLDS.contains(type)) {
            out.writeAttribute("value", held(), null);
        }
        for (var name : COPIED)
            if (!text(name).isEmpty()) out.writeAttribute(RENAMED.getOrDefault(name, name), text(name), null);
        // A line break that follows the tag is no part of what it holds.
        if (AREA.equals(type)) out.writeText("\n" + held(), null);
        out.endElement(element);
    }

    private void writeNames(ResponseWriter out) throws IOException {
        if (!text("field").isEmpty()) out.writeAttribute("id", text("field"), null);
        out.writeAttribute("name", text("name"), null);
        if (!text("styleClass").isEmpty()) out.writeAttribute("class", text("styleClass"), null);
    }

    private String held() {
        return getValue() == null ? "" : getValue().toString();
    }

    private boolean chosen() {
        var value = getValue();
        if (value instanceof Collection<?> several) return several.contains(text("option"));
        return value != null && value.toString().equals(text("option"));
    }

    private boolean many() {
        return "checkbox".equals(text("type"));
    }

    private String text(String attribute) {
        var value = getAttributes().get(attribute);
        return value == null ? "" : value.toString().strip();
    }
}
