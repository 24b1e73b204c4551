package org.openplr.edge.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openplr.edge.rest.LearnerFilesResource.LearnerFileJson;
import org.openplr.edge.rest.LearnerFilesResource.RemarkJson;
import org.openplr.learner.FileFormat;
import org.openplr.learner.FileRemark;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerFiles;
import org.openplr.platform.Mistake;

/** What calls about the files that an organisation sends have in common, whatever is in them. */
abstract class SentFiles {
    /** So many remarks are told of one file. */
    static final int REMARKS = 500;

    private final Caller caller;
    private final LearnerFiles files;
    private final About about;

    SentFiles(Caller caller, LearnerFiles files, About about) {
        this.caller = caller;
        this.files = files;
        this.about = about;
    }

    final Response taken(LearnerFile.Kind kind, String name, InputStream body, HttpHeaders headers, UriInfo uri)
            throws IOException {
        var sent = files.send(caller.organisation(), kind, name, language(headers), body.readAllBytes());
        return taken(LearnerFileJson.of(sent.file(), null), sent.file().id(), sent.again(), uri);
    }

    final PageJson<LearnerFileJson> listed() {
        return new PageJson<>(
                files.of(caller.organisation(), about).stream()
                        .map(file -> LearnerFileJson.of(file, null))
                        .toList(),
                null);
    }

    final LearnerFileJson found(String id, String lang, HttpHeaders headers) {
        var user = caller.organisation();
        var file = files.find(user, about, MySharesResource.id(id)).orElseThrow(Mistake::notFound);
        return LearnerFileJson.of(file, told(files.remarks(user, about, file.id(), REMARKS), lang, headers));
    }

    final Response answered(String id) {
        var user = caller.organisation();
        var file = files.find(user, about, MySharesResource.id(id)).orElseThrow(Mistake::notFound);
        return answered(files.answer(user, about, file.id()));
    }

    /** It is taken; the same content again is the same file. */
    static Response taken(Object json, UUID id, boolean again, UriInfo uri) {
        var place = uri.getAbsolutePathBuilder().path(id.toString()).build();
        return again
                ? Response.ok(json).contentLocation(place).build()
                : Response.accepted(json).location(place).build();
    }

    /** In which language the rows of a file are answered. */
    static Locale language(HttpHeaders headers) {
        return Locale.of(
                Texts.chosen(Optional.empty(), headers.getAcceptableLanguages()).tag());
    }

    /** Remarks in words. */
    static List<RemarkJson> told(List<FileRemark> remarks, String lang, HttpHeaders headers) {
        var texts =
                Texts.chosen(Optional.of(lang).filter(chosen -> !chosen.isEmpty()), headers.getAcceptableLanguages());
        return remarks.stream().map(remark -> RemarkJson.of(remark, texts)).toList();
    }

    /** What is sent back, once it is there. */
    static Response answered(Optional<byte[]> answer) {
        return answer.map(bytes ->
                        Response.ok(bytes, FileFormat.of(bytes).mediaType()).build())
                .orElseThrow(() -> Mistake.of(Mistake.Kind.CONFLICT, "file-not-done"));
    }
}
