package org.multipolar.rulebook;

import java.util.Map;
import java.util.regex.Pattern;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.multipolar.catalog.BadInput;

/** Compiles linted rule files with Drools. */
final class Compiler {

    private static final Pattern ANNOTATION = Pattern.compile("(?m)^ *@[a-zA-Z]+\\(.*\\) *$");

    private Compiler() {}

    static KieBase compile(Map<String, String> files) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        // Drools finds its services through this loader; a plain thread has one that does not see them.
        thread.setContextClassLoader(Compiler.class.getClassLoader());
        try {
            return build(files);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The cards have read the annotations; Drools would evaluate each as an expression. Lines keep their numbers. */
    private static String withoutAnnotations(String text) {
        return ANNOTATION.matcher(text).replaceAll("");
    }

    private static KieBase build(Map<String, String> files) {
        var services = KieServices.Factory.get();
        var system = services.newKieFileSystem();
        files.forEach((path, text) ->
                system.write("src/main/resources/rules/" + path.replace('-', '_'), withoutAnnotations(text)));
        var builder = services.newKieBuilder(system, Compiler.class.getClassLoader());
        builder.buildAll();
        for (var message : builder.getResults().getMessages(Message.Level.ERROR)) {
            var path = String.valueOf(message.getPath()).replaceFirst("^.*?rules/", "");
            throw new BadInput(
                    path,
                    Math.max(message.getLine(), 0),
                    "",
                    "the rule does not compile: "
                            + message.getText().lines().findFirst().orElse(""),
                    null);
        }
        var release = builder.getKieModule().getReleaseId();
        var container = services.newKieContainer(release, Compiler.class.getClassLoader());
        try {
            return container.getKieBase();
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }
}
