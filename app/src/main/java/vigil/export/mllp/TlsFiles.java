package vigil.export.mllp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The files of a TLS connection, in PEM.
 *
 * @param authority certificates of whom to believe
 * @param own our certificate and its key (PKCS #8), where the receiver asks who we are
 */
record TlsFiles(Path authority, Optional<Own> own) {
    record Own(Path certificate, Path key) {}

    private static final char[] NO_PASSWORD = {};
    private static final List<String> KEYS = List.of("EC", "RSA", "Ed25519");

    /** @param query {@code ca=FILE}, and {@code &cert=FILE&key=FILE} where we prove who we are */
    static TlsFiles parse(String query) {
        Map<String, String> files = new HashMap<>();
        for (String part : query.split("&")) {
            String[] nameAndFile = part.split("=", 2);
            if (nameAndFile.length != 2 || !List.of("ca", "cert", "key").contains(nameAndFile[0])) {
                throw new IllegalArgumentException(
                        "mllps:// takes ca=FILE, cert=FILE and key=FILE, not '%s'".formatted(part));
            }
            files.put(nameAndFile[0], nameAndFile[1]);
        }
        Optional<Path> authority = Optional.ofNullable(files.get("ca")).map(Path::of);
        Optional<Path> certificate = Optional.ofNullable(files.get("cert")).map(Path::of);
        Optional<Path> key = Optional.ofNullable(files.get("key")).map(Path::of);
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException("cert=FILE and key=FILE go together");
        }
        return new TlsFiles(
                authority.orElseThrow(() -> new IllegalArgumentException(
                        "mllps:// needs ca=FILE: no message goes to a receiver that has not proven its name")),
                certificate.flatMap(it -> key.map(own -> new Own(it, own))));
    }

    /** @throws IOException one line that names the file that cannot be used */
    SSLContext context() throws IOException {
        try {
            KeyStore trusted = empty();
            for (Certificate certificate : certificates(authority)) {
                trusted.setCertificateEntry("authority " + trusted.size(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(ownKeys(), NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS with %s cannot be set up: %s".formatted(authority, e.getMessage()), e);
        }
    }

    private KeyStore ownKeys() throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        if (own.isPresent()) {
            Certificate[] chain = certificates(own.get().certificate()).toArray(Certificate[]::new);
            store.setKeyEntry("own", privateKey(own.get().key()), NO_PASSWORD, chain);
        }
        return store;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        String body = Files.readString(file, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
        byte[] encoded;
        try {
            encoded = Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new IOException("%s holds no key in PEM".formatted(file), e);
        }
        for (String algorithm : KEYS) {
            Optional<PrivateKey> key = privateKey(algorithm, encoded);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new IOException("%s holds no private key in PKCS #8".formatted(file));
    }

    private static Optional<PrivateKey> privateKey(String algorithm, byte[] encoded) throws GeneralSecurityException {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (InvalidKeySpecException e) {
            // Of another algorithm: the next one may know it, and none of them is told by the caller.
            return Optional.empty();
        }
    }
}
