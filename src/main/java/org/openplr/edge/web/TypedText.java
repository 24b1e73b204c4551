package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIViewAction;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.openplr.platform.CleanText;

/**
 * Sees to it that nothing comes out of a page's form with a character that no text may have: where somebody typed one, the
 * field says so, holds the rest, and no button does anything; anywhere else the whole form is refused.
 */
@RequestScoped
public class TypedText {
    @Inject
    private Faults faults;

    private final Set<String> mended = new HashSet<>();

    /** What was typed into a field, without what no text may have. */
    String typed(String field, String name, String text) {
        if (CleanText.is(text)) return text;
        mended.add(name);
        faults.at(field, "fault.typed-character");
        return CleanText.of(text);
    }

    private static TypedText now() {
        return CDI.current().select(TypedText.class).get();
    }

    boolean isMended() {
        return !mended.isEmpty();
    }

    boolean isMended(String name) {
        return mended.contains(name);
    }

    /** Presses no button of a form that was mended; what a page does to be shown is done. */
    public static final class Buttons implements ActionListener {
        private final ActionListener usual;

        /** Faces gives the one it has. */
        public Buttons(ActionListener usual) {
            this.usual = usual;
        }

        @Override
        public void processAction(ActionEvent event) {
            if (event.getComponent() instanceof UIViewAction || !now().isMended()) usual.processAction(event);
        }
    }

    /** Refuses what nobody can have typed, before anything is done with it. */
    public static final class Untyped implements PhaseListener {
        @Override
        public PhaseId getPhaseId() {
            return PhaseId.APPLY_REQUEST_VALUES;
        }

        @Override
        public void afterPhase(PhaseEvent event) {
            var context = event.getFacesContext();
            var outside = context.getExternalContext();
            var typed = now();
            var isClean = outside.getRequestParameterValuesMap().entrySet().stream()
                    .allMatch(one -> typed.isMended(one.getKey())
                            || Arrays.stream(one.getValue()).allMatch(CleanText::is));
            if (isClean) return;
            SmallForms.refuse(
                    (HttpServletResponse) outside.getResponse(),
                    HttpServletResponse.SC_BAD_REQUEST,
                    "error.control-character");
            context.responseComplete();
        }
    }
}
