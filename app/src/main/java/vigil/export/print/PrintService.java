package vigil.export.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vigil.export.print.IppMessage.Attribute;
import vigil.export.print.IppMessage.Group;
import vigil.export.print.IppMessage.ValueTag;

/**
 * A conversation with the print service of a machine (CUPS) about its queues and jobs, over HTTP. Immutable, thread-safe.
 *
 * @param address for example {@code http://localhost:631/}
 */
record PrintService(URI address) {
    private static final int PRINT_JOB = 0x0002;
    private static final int GET_JOB_ATTRIBUTES = 0x0009;
    private static final int GET_PRINTER_ATTRIBUTES = 0x000B;
    private static final int GET_DEFAULT = 0x4001;
    private static final int GET_PRINTERS = 0x4002;
    private static final String USER = "vigil";
    private static final String A4 = "iso_a4_210x297mm";

    /** The queue that is used unless told otherwise. Fails with a status when there is none. */
    IppMessage standard(Duration patience) throws IOException {
        return exchange(request(GET_DEFAULT, List.of()), "", new byte[0], patience);
    }

    IppMessage all(Duration patience) throws IOException {
        return exchange(request(GET_PRINTERS, List.of()), "", new byte[0], patience);
    }

    IppMessage queue(String name, Duration patience) throws IOException {
        return exchange(request(GET_PRINTER_ATTRIBUTES, List.of(uri(name))), path(name), new byte[0], patience);
    }

    /** Hands a PDF over. The paper is named: a queue whose default is another size would cut the sheet. */
    IppMessage print(String name, String title, byte[] pdf, Duration patience) throws IOException {
        List<Attribute> about = List.of(
                uri(name),
                new Attribute(ValueTag.NAME, "requesting-user-name", USER),
                new Attribute(ValueTag.NAME, "job-name", title),
                new Attribute(ValueTag.MIME_TYPE, "document-format", "application/pdf"));
        List<Group> groups = new ArrayList<>(request(PRINT_JOB, about).groups());
        groups.add(new Group(IppMessage.JOB, List.of(new Attribute(ValueTag.KEYWORD, "media", A4))));
        return exchange(new IppMessage(PRINT_JOB, groups), path(name), pdf, patience);
    }

    IppMessage job(String name, int number, Duration patience) throws IOException {
        List<Attribute> about = List.of(
                uri(name),
                new Attribute(ValueTag.INTEGER, "job-id", Integer.toString(number)),
                new Attribute(ValueTag.NAME, "requesting-user-name", USER));
        return exchange(request(GET_JOB_ATTRIBUTES, about), path(name), new byte[0], patience);
    }

    private Attribute uri(String name) {
        return new Attribute(ValueTag.URI, "printer-uri", "ipp://" + address.getAuthority() + "/" + path(name));
    }

    private static String path(String name) {
        return "printers/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static IppMessage request(int operation, List<Attribute> about) {
        List<Attribute> all = new ArrayList<>();
        all.add(new Attribute(ValueTag.CHARSET, "attributes-charset", "utf-8"));
        all.add(new Attribute(ValueTag.LANGUAGE, "attributes-natural-language", "en"));
        all.addAll(about);
        return new IppMessage(operation, List.of(new Group(IppMessage.OPERATION, all)));
    }

    private IppMessage exchange(IppMessage request, String path, byte[] document, Duration patience)
            throws IOException {
        HttpURLConnection http =
                (HttpURLConnection) address.resolve("/" + path).toURL().openConnection();
        int millis = Math.toIntExact(Math.max(1, patience.toMillis()));
        http.setConnectTimeout(millis);
        http.setReadTimeout(millis);
        http.setDoOutput(true);
        http.setUseCaches(false);
        http.setInstanceFollowRedirects(false);
        http.setRequestProperty("Content-Type", "application/ipp");
        byte[] head = request.encoded();
        http.setFixedLengthStreamingMode(head.length + document.length);
        try (OutputStream out = http.getOutputStream()) {
            out.write(head);
            out.write(document);
        }
        if (http.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("HTTP status " + http.getResponseCode());
        }
        try (InputStream in = http.getInputStream()) {
            return IppMessage.read(in);
        }
    }
}
