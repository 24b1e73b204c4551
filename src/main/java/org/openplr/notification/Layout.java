package org.openplr.notification;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The one form of every letter, as text and as HTML that says the same: no picture, no script, nothing from elsewhere
 * that would tell who reads it.
 *
 * @param address the one link, to a page of ours
 * @param why why they get it
 */
record Layout(
        Locale language,
        String subject,
        String hello,
        List<String> paragraphs,
        String link,
        String address,
        String why) {
    String text() {
        return String.join("\n\n", hello, String.join("\n\n", paragraphs), link + ":\n" + address, "-- \n" + why)
                + "\n";
    }

    String html() {
        var said = paragraphs.stream().map(p -> "<p>" + escaped(p) + "</p>").collect(Collectors.joining("\n"));
        return """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
            <body style="margin:0;padding:24px;background:#ffffff;color:#1d1d1f;font-family:Arial,sans-serif;font-size:18px;line-height:1.5">
            <div style="max-width:600px">
            <p style="color:#432a78;font-weight:bold">OpenPLR</p>
            <h1 style="font-size:24px;line-height:1.25">%s</h1>
            <p>%s</p>
            %s
            <p><a href="%s" style="color:#432a78">%s</a></p>
            <p style="border-top:1px solid #8a8a8f;padding-top:12px;font-size:16px">%s</p>
            </div>
            </body></html>
            """.formatted(
                        language.getLanguage(),
                        escaped(subject),
                        escaped(subject),
                        escaped(hello),
                        said,
                        escaped(address),
                        escaped(link),
                        escaped(why));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
