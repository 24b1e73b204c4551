package org.openplr.edge.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openplr.learner.LearnerFile;

/**
 * The messages of the LRS's web service of 2008 in which learners come many at a time: {@code batchlearner.xsd} and
 * {@code verifybatchlearner.xsd}. Only their roots are in a namespace, and whatever is within them in none.
 */
enum XmlForm {
    REGISTRATION(
            BatchForm.REGISTRATION,
            "http://api.lrs.miap.gov.uk/batchmsg",
            "SubmitBatch",
            "GetSubmitBatchOutputResponse",
            BatchForm.REGISTRATION
                    .columns()
                    .subList(4, BatchForm.REGISTRATION.columns().size())),
    VERIFICATION(
            BatchForm.VERIFICATION,
            "http://api.lrs.miap.gov.uk/vldmsg",
            "SubmitVerifyBatch",
            "GetVerifyBatchOutputResponse",
            List.of("MISIdentifier", "ULN", "FamilyName", "GivenName", "DateOfBirth", "Gender"));

    static final String LEARNER_NAMESPACE = "http://api.lrs.miap.gov.uk/learner";

    /** The elements that are called otherwise than the columns. */
    private static final Map<String, String> ELEMENTS = Map.of(
            "FamilyNameAt16", "FamilyNameAtAge16",
            "LastKnownAddressCountyorCity", "LastKnownAddressCountyOrCity");

    private final BatchForm form;
    private final String namespace;
    private final String root;
    private final String answer;
    private final List<String> columns;

    XmlForm(BatchForm form, String namespace, String root, String answer, List<String> columns) {
        this.form = form;
        this.namespace = namespace;
        this.root = root;
        this.answer = answer;
        this.columns = List.copyOf(columns);
    }

    static XmlForm of(LearnerFile.Kind kind) {
        return switch (kind) {
            case REGISTER -> REGISTRATION;
            case VERIFY -> VERIFICATION;
        };
    }

    BatchForm form() {
        return form;
    }

    String namespace() {
        return namespace;
    }

    String root() {
        return root;
    }

    String answer() {
        return answer;
    }

    /** The columns of a learner, in the order in which their elements stand. */
    List<String> columns() {
        return columns;
    }

    static String element(String column) {
        return ELEMENTS.getOrDefault(column, column);
    }

    Optional<String> column(XmlElement element) {
        return isOurs(element.namespace())
                ? columns.stream()
                        .filter(column -> element(column).equals(element.name()))
                        .findFirst()
                : Optional.empty();
    }

    /** None, or one that was given by mistake to what stands within a root. */
    boolean isOurs(String other) {
        return other.isEmpty() || other.equals(namespace) || other.equals(LEARNER_NAMESPACE);
    }
}
