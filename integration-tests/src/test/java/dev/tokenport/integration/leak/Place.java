package dev.tokenport.integration.leak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.tokenport.integration.leak.Canary.Characters;
import dev.tokenport.integration.leak.Canary.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A folder in which a command finds secrets and leaves its files. For one thread. */
final class Place {

    private static final ECKey KEY = key();

    private final Path folder;
    private final List<Canary> canaries = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();

    Place(Path folder, Characters characters) throws IOException {
        this.folder = folder;
        for (Canary canary : Canary.all(characters)) {
            boolean key = canary.kind() == Kind.DPOP_KEY;
            canaries.add(key ? Canary.of(Kind.DPOP_KEY, KEY.getD().toString()) : canary);
            if (canary.kind().isGiven()) {
                variables.put(canary.kind().variable(), key ? KEY.toJSONString() : canary.text());
            }
        }
        variables.put("HOME", folder.resolve("home").toString());
        for (String name : List.of("home", "given", "tmp")) {
            Files.createDirectories(folder.resolve(name));
        }
    }

    Path folder() {
        return folder;
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    Map<String, String> variables() {
        return variables;
    }

    Canary canary(Kind kind) {
        return canaries.get(List.of(Kind.values()).indexOf(kind));
    }

    List<Canary> canaries() {
        return canaries;
    }

    /** Makes a file that a command is given: what stands in it has not leaked. */
    Path given(String name, String text) throws IOException {
        return Files.writeString(folder.resolve("given").resolve(name), text);
    }

    /** Which secrets stand in a text, each with where that is. */
    List<String> leaks(String where, String text, List<Kind> allowed) {
        return canaries.stream()
                .filter(canary -> !allowed.contains(canary.kind()) && canary.isIn(text))
                .map(canary -> canary + " in " + where)
                .toList();
    }

    /** Which secrets stand in files that the command has made, or in their names; the kept logins are to have two. */
    List<String> leaksInFiles() throws IOException {
        var leaks = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("given")))
                    .toList()) {
                String name = Objects.toString(file.getFileName());
                List<Kind> allowed =
                        name.equals("logins.json") ? List.of(Kind.ISSUED_TOKEN, Kind.ISSUED_REFRESH_TOKEN) : List.of();
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                String text = new String(content.getBytes(StandardCharsets.ISO_8859_1), UTF_8);
                leaks.addAll(leaks(name, name + " " + text, allowed));
            }
        }
        return leaks;
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
