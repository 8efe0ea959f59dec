package org.multipolar.web;

import org.multipolar.advice.Snapshot;
import org.multipolar.bundle.Bundle;
import org.multipolar.catalog.BadInput;
import org.multipolar.decision.AdviceRequest.Around;

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

    public static void sweep(Bundle bundle, Around around, byte[] body) {
        try {
            var unused = SweepsResource.asked(bundle, SweepsResource.request(body, around));
        } catch (UnknownId unknown) {
            // Answered by another status, and refused like the others.
            throw new BadInput("request", 1, "sweep", unknown.what(), null);
        }
    }

    public static void watch(Around around, byte[] body) {
        var asked = WatchRequest.read(body);
        if (asked.review() == null) {
            var unused = asked.question(around);
        }
    }
}
