package org.openplr.edge.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openplr.learner.LearnerFile;

/**
 * The messages of the LRS's web services in which learners or achievements come many at a time. In those of 2008
 * ({@code batchlearner.xsd} and {@code verifybatchlearner.xsd}) only the roots are in a namespace, and whatever is within them in
 * none; in that of the external service of today ({@code ExternalService.wsdl}) everything is in one.
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
            List.of("MISIdentifier", "ULN", "FamilyName", "GivenName", "DateOfBirth", "Gender")),
    ACHIEVEMENTS(
            BatchForm.ACHIEVEMENTS,
            "http://api.lrs.qcf.gov.uk/services",
            "SubmitAchievementBatchJob",
            "GetAchievementBatchJobResponse",
            List.of(
                    "AchievementAwardDate",
                    "Action",
                    "ActionDate",
                    "ActionReason",
                    "DateOfBirth",
                    "FamilyName",
                    "Gender",
                    "GivenName",
                    "Grade",
                    "LanguageForAssessment",
                    "LearnerPostcode",
                    "MISIdentifier",
                    "ProviderUkprn",
                    "ULN",
                    "UnitOrQualificationReferenceNumber"));

    static final String LEARNER_NAMESPACE = "http://api.lrs.miap.gov.uk/learner";

    /** The elements that are called otherwise than the columns. */
    private static final Map<String, String> ELEMENTS = Map.of(
            "FamilyNameAt16", "FamilyNameAtAge16",
            "LastKnownAddressCountyorCity", "LastKnownAddressCountyOrCity");

    /** An achievement has no reference of its organisation's own: what it is of stands for it. */
    private static final Map<String, String> ACHIEVEMENT_ELEMENTS = Map.of(
            "ULN", "Uln",
            "DateOfBirth", "DateofBirth",
            "MISIdentifier", "MisIdentifier",
            "Status", "submissionType",
            "Reference", "UnitOrQualificationReferenceNumber");

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
            case AWARDS -> ACHIEVEMENTS;
            case RELATE, CHALLENGES -> throw new IllegalArgumentException("these are CSV");
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

    String element(String column) {
        return (this == ACHIEVEMENTS ? ACHIEVEMENT_ELEMENTS : ELEMENTS).getOrDefault(column, column);
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
