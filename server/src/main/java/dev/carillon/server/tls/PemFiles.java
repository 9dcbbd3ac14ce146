package dev.carillon.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** A certificate with its chain in one PEM file, and its private key in another (RFC 7468). */
public record PemFiles(Path certificate, Path key) {
  private static final List<String> KINDS = List.of("EC", "RSA", "EdDSA");

  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----");

  /**
   * What the two files looked like.
   *
   * @param changes their times and sizes
   */
  record Stamp(List<Object> changes) {}

  /** A key and the certificates that speak for it, its own first. */
  record Pair(PrivateKey key, List<X509Certificate> chain) {
    X509Certificate own() {
      return chain.getFirst();
    }
  }

  /** What tells whether they were changed since. */
  Stamp stamp() {
    try {
      return new Stamp(
          List.of(
              Files.getLastModifiedTime(certificate),
              Files.size(certificate),
              Files.getLastModifiedTime(key),
              Files.size(key)));
    } catch (IOException away) {
      return new Stamp(List.of());
    }
  }

  /**
   * Reads both.
   *
   * @throws BadCertificate when they cannot be read or do not belong together
   */
  Pair read() {
    var chain = chain();
    var algorithm = chain.getFirst().getPublicKey().getAlgorithm();
    if (!KINDS.contains(algorithm)) {
      throw new BadCertificate(
          certificate + " has a key of the kind " + algorithm + ": take one of " + KINDS);
    }
    var secret = secret(algorithm);
    if (!belongTogether(secret, chain.getFirst().getPublicKey())) {
      throw new BadCertificate(
          "the key in " + key + " is not that of the certificate in " + certificate);
    }
    return new Pair(secret, chain);
  }

  private List<X509Certificate> chain() {
    try {
      var found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes(certificate)));
      if (!found.isEmpty()) {
        return found.stream().map(X509Certificate.class::cast).toList();
      }
    } catch (GeneralSecurityException unreadable) {
      throw new BadCertificate(
          certificate + " holds no certificate in PEM: " + unreadable.getMessage());
    }
    throw new BadCertificate(certificate + " holds no certificate in PEM");
  }

  private PrivateKey secret(String algorithm) {
    var text = new String(bytes(key), StandardCharsets.US_ASCII);
    var found = PRIVATE_KEY.matcher(text);
    if (!found.find()) {
      throw new BadCertificate(
          key
              + " holds no private key in PEM (PKCS #8, not encrypted); make one of another form with:"
              + " openssl pkcs8 -topk8 -nocrypt -in "
              + key.getFileName());
    }
    try {
      var bytes = Base64.getMimeDecoder().decode(found.group(1));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (InvalidKeySpecException | IllegalArgumentException other) {
      throw new BadCertificate(
          "the key in " + key + " is not that of the certificate in " + certificate);
    } catch (GeneralSecurityException unknown) {
      throw new BadCertificate("keys of the kind " + algorithm + " are not known here");
    }
  }

  /** Whether the one signs what the other accepts. */
  private static boolean belongTogether(PrivateKey secret, PublicKey open) {
    var method =
        switch (open.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> open.getAlgorithm();
        };
    try {
      var signing = Signature.getInstance(method);
      signing.initSign(secret);
      signing.update((byte) 1);
      var verifying = Signature.getInstance(method);
      verifying.initVerify(open);
      verifying.update((byte) 1);
      return verifying.verify(signing.sign());
    } catch (GeneralSecurityException apart) {
      return false;
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new BadCertificate(file + " cannot be read: " + unreadable.getClass().getSimpleName());
    }
  }
}
