package org.multipolar.web.audit;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.multipolar.catalog.read.Digests;

/** Notes the digest of a request's body: what exactly was asked, without writing it down. */
@Provider
public class BodyDigest implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        // At most 2 MiB, which the endpoints hold in memory anyway.
        var body = context.getInputStream().readAllBytes();
        if (body.length > 0) {
            Audit.question(Digests.of(body));
        }
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }
}
