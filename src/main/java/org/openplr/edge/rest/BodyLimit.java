package org.openplr.edge.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.openplr.evidence.Examining;
import org.openplr.learner.LearnerFiles;
import org.openplr.platform.Mistake;

/** Takes no body over 64 KB, or where files are sent over what they may have, whether its length was said or not. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {
    static final int MOST = 65_536;

    private static final Pattern SLASHES = Pattern.compile("^/|/$");
    private static final Pattern EVIDENCE = Pattern.compile("(me/)?challenges/[^/]+/evidence");

    @Override
    public void filter(ContainerRequestContext request) {
        var most = most(request, path(request));
        if (request.getLength() > most) throw tooLarge();
        if (request.hasEntity()) request.setEntityStream(new Limited(request.getEntityStream(), most));
    }

    private static int most(ContainerRequestContext request, String path) {
        if (takesFiles(path)) return LearnerFiles.LARGEST;
        var isWords = MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType());
        return !isWords && EVIDENCE.matcher(path).matches() ? Examining.LARGEST : MOST;
    }

    private static boolean takesFiles(String path) {
        return path.equals(LearnerFilesResource.PATH)
                || path.equals(AchievementFilesResource.PATH)
                || path.equals(ChallengeFilesResource.PATH)
                || path.startsWith(LearnerUploadsResource.PATH + "/");
    }

    private static String path(ContainerRequestContext request) {
        return SLASHES.matcher(request.getUriInfo().getPath()).replaceAll("");
    }

    private static Mistake tooLarge() {
        return Mistake.of(Mistake.Kind.TOO_LARGE, "too-large");
    }

    static final class Limited extends FilterInputStream {
        private final long most;
        private long read;

        Limited(InputStream body, long most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var some = super.read(bytes, from, length);
            if (some > 0) count(some);
            return some;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int more) {
            read += more;
            if (read > most) throw tooLarge();
        }
    }
}
