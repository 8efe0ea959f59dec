package org.multipolar.web;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work that pages ask for and that takes longer than a moment. Safe for use by many threads.
 *
 * <p>A key names work and what it came to, so that a form that is sent twice, or again after going back, does its work once.
 */
@Singleton
public class Background {

    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 16;
    private static final int REMEMBERED = 200;

    /**
     * One piece of work.
     *
     * @param leadsTo address of what it made
     */
    record Work(Asked asked, CompletableFuture<String> leadsTo) {}

    /**
     * What names a piece of work.
     *
     * @param caller whose it is; nobody else learns of it
     * @param title what is worked out, as its page says
     * @param back address of what was asked, or empty
     * @param request what was asked, as the body of a request for advice; empty where it is something else
     */
    record Asked(String key, String caller, String title, String back, String request) {}

    private final Map<String, Work> begun = new LinkedHashMap<>();
    private final ExecutorService workers = Begun.workers("page-work", AT_ONCE);

    /**
     * Begins work, unless it has begun and did not fail.
     *
     * @param doing does it; told whether it was cancelled meanwhile, so that it leaves nothing behind
     * @return the address at which it can be watched
     * @throws Busy where too much waits
     */
    String begin(Asked asked, Function<BooleanSupplier, String> doing) {
        synchronized (begun) {
            var before = begun.get(asked.key());
            if (before == null || before.leadsTo().isCompletedExceptionally()) {
                if (begun.values().stream()
                                .filter(each -> !each.leadsTo().isDone())
                                .count()
                        >= MOST_WAITING) {
                    throw new Busy();
                }
                begun.remove(asked.key());
                begun.put(asked.key(), begun(asked, doing));
                forgetOldest();
            }
        }
        return address(asked.key());
    }

    static String address(String key) {
        return "/ask/" + key;
    }

    private Work begun(Asked asked, Function<BooleanSupplier, String> doing) {
        var leadsTo = new CompletableFuture<String>();
        workers.execute(() -> {
            try {
                if (!leadsTo.isDone()) {
                    leadsTo.complete(doing.apply(leadsTo::isDone));
                }
            } catch (RuntimeException | Error failure) {
                leadsTo.completeExceptionally(failure);
            }
        });
        return new Work(asked, leadsTo);
    }

    private void forgetOldest() {
        var oldest = begun.values().iterator();
        while (begun.size() > REMEMBERED && oldest.hasNext()) {
            if (oldest.next().leadsTo().isDone()) {
                oldest.remove();
            }
        }
    }

    /** {@return the caller's work of a key; null where there is none} */
    @Nullable
    Work find(String key, String caller) {
        synchronized (begun) {
            var work = begun.get(key);
            return work == null || !work.asked().caller().equals(caller) ? null : work;
        }
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
