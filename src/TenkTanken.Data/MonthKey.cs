using System.Security.Cryptography;

namespace TenkTanken.Data;

/// <summary>The secret shared by all sessions that are forgotten in the same month. It finds and seals, with a code, never without.</summary>
internal sealed class MonthKey(DateOnly forgottenAfter, byte[] secret)
{
    public const int SecretLength = 32;
    public const int LookupLength = HMACSHA256.HashSizeInBytes;
    public const int CheckLength = HMACSHA256.HashSizeInBytes;
    public const int SealedLength = NonceLength + TagLength + PackedSession.Length;
    private const int NonceLength = 12; // what GCM is made for; NIST SP 800-38D, 5.2.1.1
    private const int TagLength = 16;

    private static readonly byte[] SealPurpose = "seal-v1"u8.ToArray();

    /// <summary>The last day of its month.</summary>
    public DateOnly ForgottenAfter => forgottenAfter;

    public byte[] Secret => secret;

    /// <summary>By what the key is known again: HMAC-SHA256 of a name that no code has, keyed with the secret. It tells nothing of it.</summary>
    public byte[] Check => HMACSHA256.HashData(secret, "check-v1"u8);

    /// <summary>The name the session of a code is stored under: HMAC-SHA256 of the code, keyed with the secret.</summary>
    public byte[] LookupOf(ReturnCode code)
    {
        byte[] named = [.. "lookup:"u8, .. code.Bytes];
        return HMACSHA256.HashData(secret, named);
    }

    /// <summary>AES-256-GCM, bound to its lookup so that two rows cannot trade places. Nonce, tag, ciphertext.</summary>
    public byte[] Seal(ReturnCode code, byte[] packed)
    {
        var blob = new byte[SealedLength];
        var (nonce, tag, ciphertext) = Parts(blob);

        // A new nonce each time. One code seals some ten times with one key, so that two agree by chance is out of the question.
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(SealingKey(code), TagLength);
        aes.Encrypt(nonce.Span, packed, ciphertext.Span, tag.Span, LookupOf(code));
        return blob;
    }

    /// <summary>Null for a blob that was not sealed with this key and this code.</summary>
    public byte[]? Open(ReturnCode code, byte[] blob)
    {
        if (blob.Length != SealedLength)
        {
            return null;
        }

        var packed = new byte[PackedSession.Length];
        var (nonce, tag, ciphertext) = Parts(blob);
        using var aes = new AesGcm(SealingKey(code), TagLength);
        try
        {
            aes.Decrypt(nonce.Span, ciphertext.Span, tag.Span, packed, LookupOf(code));
            return packed;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private byte[] SealingKey(ReturnCode code) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, code.Bytes, outputLength: 32, salt: secret, info: SealPurpose);

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Ciphertext) Parts(byte[] blob) => (
        blob.AsMemory(0, NonceLength),
        blob.AsMemory(NonceLength, TagLength),
        blob.AsMemory(NonceLength + TagLength));
}
