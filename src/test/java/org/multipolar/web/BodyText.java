package org.multipolar.web;

import org.multipolar.advice.Snapshot;

/** Lets tests of hostile bodies reach the readers of requests. */
public final class BodyText {

    private BodyText() {}

    public static void webhook(byte[] body) {
        var unused = WebhookRequest.wanted(body, "somebody");
    }

    public static void since(byte[] body) {
        var unused = WebhookRequest.since(body);
    }

    public static void index(Snapshot snapshot, byte[] body) {
        var unused = IndexRequest.read(snapshot, body);
    }
}
