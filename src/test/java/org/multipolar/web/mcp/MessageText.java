package org.multipolar.web.mcp;

/** Lets tests of hostile messages reach the gate in front of the tools. */
public final class MessageText {

    private MessageText() {}

    /** {@return why a message is refused; empty where it is handed on} */
    public static String refusal(byte[] message) {
        var envelope = Envelope.read(message);
        return envelope.code() == 0 && !envelope.body().isEmpty() ? "" : envelope.refusal();
    }
}
