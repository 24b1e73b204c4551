package org.openplr.edge.batch;

import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openplr.organisation.AwardingOrganisations;
import org.openplr.organisation.OrganisationRegister;
import org.openplr.platform.Service;
import org.openplr.qualification.QualificationRegister;
import org.openplr.qualification.SectorSubjectAreas;

/** Loads register files, each recognised by its columns: organisations, awarding organisations, areas, qualifications. */
@Service
public class RegisterImport {
    /** The register files of a folder of demo data, in the order in which they build on each other. */
    static final List<String> OF_A_FOLDER = List.of(
            "organisations.csv", "awarding-organisations.csv", "sector-subject-areas.csv", "qualifications.csv");

    private final OrganisationRegister organisations;
    private final AwardingOrganisations awarding;
    private final SectorSubjectAreas areas;
    private final QualificationRegister qualifications;

    @Inject
    RegisterImport(
            OrganisationRegister organisations,
            AwardingOrganisations awarding,
            SectorSubjectAreas areas,
            QualificationRegister qualifications) {
        this.organisations = organisations;
        this.awarding = awarding;
        this.areas = areas;
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
        if (OrganisationFiles.isOwn(file)) {
            var rows = OrganisationFiles.own(file);
            return ImportReport.of(rows, organisations.take(rows.values()));
        }
        if (OrganisationFiles.isAwarding(file)) {
            var rows = OrganisationFiles.awarding(file);
            return ImportReport.of(rows, awarding.take(rows.values()));
        }
        if (AreaFiles.fits(file)) {
            var rows = AreaFiles.read(file);
            return ImportReport.of(rows, areas.take(AreaFiles.once(rows)));
        }
        var form = QualificationForm.ALL.stream()
                .filter(one -> one.fits(file))
                .findFirst()
                .orElseThrow(() -> new UnreadableFile("its columns are those of no register that is known here:"
                        + " Qualification Number and Qualification Title, QualificationNumber and QualificationName,"
                        + " AwardOrgCode, SectorSubjectAreaTier1 or 2, or ukprn, name, kind"));
        var rows = form.read(file);
        return ImportReport.of(rows, qualifications.take(rows.values()));
    }
}
