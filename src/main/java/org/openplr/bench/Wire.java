package org.openplr.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection that speaks just enough HTTP/1.1 to measure with: the client shares the processors with the
 * server, so it does as little as it can.
 */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Wire(URI base) throws IOException {
        socket = new Socket(base.getHost(), base.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 32_768);
        out = socket.getOutputStream();
    }

    /** A request as it goes over the wire. */
    static byte[] request(String method, String path, String headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var length = bytes.length > 0 || "POST".equals(method) ? "Content-Length: " + bytes.length + "\r\n" : "";
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + length + "\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An answer, as far as it matters here. */
    record Answer(int status, String body) {}

    /** Sends a request and reads the whole answer; its body only where it is wanted. */
    Answer send(byte[] request, boolean wanted) throws IOException {
        out.write(request);
        out.flush();
        var status = Integer.parseInt(line().substring(9, 12));
        var length = 0L;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:"))
                length = Long.parseLong(header.substring(15).strip());
            if (name.startsWith("transfer-encoding:")) chunked = name.contains("chunked");
        }
        var body = new StringBuilder();
        if (!chunked) {
            read(length, wanted, body);
        } else {
            for (var size = size(); size > 0; size = size()) {
                read(size, wanted, body);
                line();
            }
            line();
        }
        return new Answer(status, body.toString());
    }

    private long size() throws IOException {
        return Long.parseLong(line().split(";", 2)[0].strip(), 16);
    }

    private void read(long length, boolean wanted, StringBuilder body) throws IOException {
        if (wanted) body.append(new String(in.readNBytes((int) length), StandardCharsets.UTF_8));
        else in.skipNBytes(length);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the server closed the connection");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
