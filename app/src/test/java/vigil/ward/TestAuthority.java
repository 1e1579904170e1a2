package vigil.ward;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A hospital's certificate authority, made by the test: writes certificates and keys as files. */
public final class TestAuthority {
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private final Path folder;
    private final String name;
    private final KeyPair keys = pair();
    private int serial = 1;

    /** Files of a certificate and its key. */
    public record Issued(Path certificate, Path key) {}

    public TestAuthority(Path folder, String name) throws IOException {
        this.folder = folder;
        this.name = name;
        Files.createDirectories(folder);
        write(root(), pem("CERTIFICATE", certificate(name, keys, Instant.now().plus(Duration.ofDays(90)), true)));
    }

    public Path root() {
        return folder.resolve(name + ".crt");
    }

    /** A certificate for 90 days, valid for localhost. */
    public Issued issue(String commonName) throws IOException {
        return issue(commonName, Instant.now().plus(Duration.ofDays(90)));
    }

    Issued issue(String commonName, Instant until) throws IOException {
        KeyPair pair = pair();
        Path certificate = folder.resolve(commonName + ".crt");
        Path key = folder.resolve(commonName + ".pem");
        Path binary = folder.resolve(commonName + ".pk8");
        write(certificate, pem("CERTIFICATE", certificate(commonName, pair, until, false)));
        write(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.deleteIfExists(binary);
        Files.write(binary, pair.getPrivate().getEncoded());
        Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rw-------"));
        return new Issued(certificate, key);
    }

    /** The certificate part of a JDBC URL for who has this name. */
    public String proof(String commonName) {
        return "user=%s&sslmode=verify-full&sslrootcert=%s&sslcert=%s&sslkey=%s"
                .formatted(
                        commonName, root(), folder.resolve(commonName + ".crt"), folder.resolve(commonName + ".pk8"));
    }

    private byte[] certificate(String subject, KeyPair pair, Instant until, boolean authority) throws IOException {
        try {
            V3TBSCertificateGenerator tbs = new V3TBSCertificateGenerator();
            tbs.setSerialNumber(new ASN1Integer(BigInteger.valueOf(serial++)));
            tbs.setSignature(ECDSA);
            tbs.setIssuer(new X500Name("CN=" + name));
            tbs.setSubject(new X500Name("CN=" + subject));
            tbs.setStartDate(new Time(Date.from(Instant.now().minus(Duration.ofDays(30)))));
            tbs.setEndDate(new Time(Date.from(until)));
            tbs.setSubjectPublicKeyInfo(
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            extensions.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
            tbs.setExtensions(extensions.generate());
            TBSCertificate content = tbs.generateTBSCertificate();
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getEncoded());
            ASN1EncodableVector parts = new ASN1EncodableVector();
            parts.add(content);
            parts.add(ECDSA);
            parts.add(new DERBitString(signature.sign()));
            return new DERSequence(parts).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] content) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, body, what);
    }

    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, text, StandardCharsets.US_ASCII);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
