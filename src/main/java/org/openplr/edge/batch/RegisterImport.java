package org.openplr.edge.batch;

import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openplr.organisation.AssessmentOrganisations;
import org.openplr.organisation.AwardingOrganisations;
import org.openplr.organisation.OrganisationRegister;
import org.openplr.organisation.ProviderRegister;
import org.openplr.platform.Part;
import org.openplr.platform.Service;
import org.openplr.qualification.AwardingRights;
import org.openplr.qualification.QualificationRegister;
import org.openplr.qualification.SectorSubjectAreas;

/**
 * Loads register files, each recognised by its columns: providers, awarding and assessment organisations, areas,
 * qualifications.
 */
@Service
public class RegisterImport {
    /** The register files of a folder of demo data, in the order in which they build on each other. */
    static final List<String> OF_A_FOLDER = List.of(
            "organisations.csv",
            "providers.csv",
            "awarding-organisations.csv",
            "sector-subject-areas.csv",
            "qualifications.csv",
            "awarding-rights.csv");

    private final OfOrganisations organisations;
    private final OfQualifications qualifications;

    @Inject
    RegisterImport(OfOrganisations organisations, OfQualifications qualifications) {
        this.organisations = organisations;
        this.qualifications = qualifications;
    }

    /**
     * Loads one file, or the register files that a folder has, in one transaction.
     *
     * @throws UnreadableFile if a file cannot be read at all or is none of the forms known
     */
    public ImportReport load(Path fileOrFolder) {
        if (!Files.isDirectory(fileOrFolder)) return load(CsvFile.open(fileOrFolder));
        return OF_A_FOLDER.stream()
                .map(fileOrFolder::resolve)
                .filter(Files::exists)
                .map(file -> load(CsvFile.open(file)))
                .reduce(ImportReport.NOTHING, ImportReport::plus);
    }

    /** Loads one file that is open already. */
    public ImportReport load(CsvFile file) {
        return organisations
                .load(file)
                .or(() -> qualifications.load(file))
                .orElseThrow(() -> new UnreadableFile("its columns are those of no register that is known here:"
                        + " Qualification Number and Qualification Title, QualificationNumber and"
                        + " QualificationName, AwardOrgCode, SectorSubjectAreaTier1 or 2,"
                        + " UnitedKingdomProviderReferenceNumber and ProviderName, AwardUkprn and"
                        + " AwardReference, apprenticeship-end-point-assessment-organisation, or ukprn, name,"
                        + " kind"));
    }

    /** Providers, awarding and assessment organisations. */
    @Part
    static class OfOrganisations {
        private final OrganisationRegister organisations;
        private final ProviderRegister providers;
        private final AwardingOrganisations awarding;
        private final AssessmentOrganisations assessment;

        @Inject
        OfOrganisations(
                OrganisationRegister organisations,
                ProviderRegister providers,
                AwardingOrganisations awarding,
                AssessmentOrganisations assessment) {
            this.organisations = organisations;
            this.providers = providers;
            this.awarding = awarding;
            this.assessment = assessment;
        }

        private Optional<ImportReport> load(CsvFile file) {
            if (UkrlpFile.fits(file)) {
                var rows = UkrlpFile.read(file);
                return Optional.of(ImportReport.of(rows, providers.take(rows.values())));
            }
            if (OrganisationFiles.isOwn(file)) {
                var rows = OrganisationFiles.own(file);
                var full = file.has("status", "alias");
                return Optional.of(ImportReport.of(
                        rows, full ? organisations.take(rows.values()) : organisations.takeNames(rows.values())));
            }
            if (OrganisationFiles.isAwarding(file)) {
                var rows = OrganisationFiles.awarding(file);
                return Optional.of(ImportReport.of(rows, awarding.take(rows.values())));
            }
            if (OrganisationFiles.isAssessment(file)) {
                var rows = OrganisationFiles.assessment(file);
                return Optional.of(ImportReport.of(rows, assessment.take(rows.values())));
            }
            return Optional.empty();
        }
    }

    /** Areas, qualifications, and who may award what beside them. */
    @Part
    static class OfQualifications {
        private final SectorSubjectAreas areas;
        private final QualificationRegister qualifications;
        private final AwardingRights rights;

        @Inject
        OfQualifications(SectorSubjectAreas areas, QualificationRegister qualifications, AwardingRights rights) {
            this.areas = areas;
            this.qualifications = qualifications;
            this.rights = rights;
        }

        private Optional<ImportReport> load(CsvFile file) {
            if (AreaFiles.fits(file)) {
                var rows = AreaFiles.read(file);
                return Optional.of(ImportReport.of(rows, areas.take(AreaFiles.once(rows))));
            }
            if (AwardingRightsFile.fits(file)) {
                var rows = AwardingRightsFile.read(file);
                return Optional.of(ImportReport.of(rows, rights.take(rows.values())));
            }
            return QualificationForm.ALL.stream()
                    .filter(one -> one.fits(file))
                    .findFirst()
                    .map(form -> {
                        var rows = form.read(file);
                        return ImportReport.of(rows, qualifications.take(rows.values()));
                    });
        }
    }
}
