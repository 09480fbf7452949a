using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace TenkTanken.Web.Hosting.RenderedPages;

/// <summary>A page as it goes over the wire: its headers, and its bytes plain and compressed, each with an ETag of its own.</summary>
internal sealed class RenderedPage
{
    private const int Window = 22; // bits, of the largest there is to be had everywhere
    private const int QuickBrotli = 5;
    private const int BestBrotli = 11;

    private readonly byte[] _drawn;
    private readonly string _fingerprint;
    private volatile Encoded[] _encoded;
    private KeyValuePair<string, StringValues>[] _headers = [];

    private RenderedPage(byte[] drawn)
    {
        _drawn = drawn;
        _fingerprint = Convert.ToHexStringLower(SHA256.HashData(drawn))[..32];
        _encoded =
        [
            Encoded.As("br", Brotli(drawn, QuickBrotli), $"{_fingerprint}-b{QuickBrotli}"),
            Encoded.As("gzip", Gzip(drawn, CompressionLevel.Optimal), $"{_fingerprint}-g"),
            Encoded.As(null, drawn, _fingerprint),
        ];
    }

    /// <summary>Whether reading it leaves something in the log.</summary>
    public required bool IsLogged { get; init; }

    /// <summary>In memory. The best compression is not larger.</summary>
    public long Bytes => _encoded.Sum(encoded => (long)encoded.Bytes.Length);

    public static RenderedPage Of(byte[] drawn, bool isLogged) => new(drawn) { IsLogged = isLogged };

    /// <summary>Compresses it as well as can be, which takes some twenty milliseconds.</summary>
    public void CompressBest() => _encoded =
    [
        Encoded.As("br", Brotli(_drawn, BestBrotli), $"{_fingerprint}-b{BestBrotli}"),
        Encoded.As("gzip", Gzip(_drawn, CompressionLevel.SmallestSize), $"{_fingerprint}-gs"),
        _encoded[^1],
    ];

    /// <summary>Answers the one for whom it was drawn, and remembers what all the others add to an answer.</summary>
    public async Task AnswerFirstAsync(HttpContext context)
    {
        var encoded = For(context.Request);
        encoded.Announce(context.Response);
        await context.Response.StartAsync(context.RequestAborted);
        _headers = [.. context.Response.Headers.Where(header => !Encoded.Owns(header.Key) && header.Key is not "Date" and not "Connection")];
        await encoded.WriteAsync(context);
    }

    public Task AnswerAsync(HttpContext context)
    {
        var encoded = For(context.Request);
        var headers = context.Response.Headers;
        foreach (var (name, value) in _headers)
        {
            headers[name] = value;
        }

        encoded.Announce(context.Response);
        if (!IsUnchanged(context.Request, encoded.Tag))
        {
            return encoded.WriteAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        headers.ContentType = default;
        headers.ContentLength = null;
        headers.ContentEncoding = default;

        return Task.CompletedTask;
    }

    private Encoded For(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding;
        var encoded = _encoded;

        return Accepts(accepted, "br") ? encoded[0] : Accepts(accepted, "gzip") ? encoded[1] : encoded[2];
    }

    /// <summary>As every browser says it, without looking closer; where somebody weighs, by what is said.</summary>
    private static bool Accepts(StringValues accepted, string encoding) =>
        accepted.Count == 1 && accepted[0] is { } said && !said.Contains(';', StringComparison.Ordinal)
            ? said.Split(',').Any(one => one.AsSpan().Trim().Equals(encoding, StringComparison.OrdinalIgnoreCase))
            : StringWithQualityHeaderValue.TryParseList(accepted, out var weighed)
                && weighed.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is null or > 0);

    private static bool IsUnchanged(HttpRequest request, string tag)
    {
        var asked = request.Headers.IfNoneMatch;

        return asked.Count > 0
            && EntityTagHeaderValue.TryParseList(asked, out var known)
            && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Tag.Equals(tag, StringComparison.Ordinal));
    }

    private static byte[] Brotli(byte[] drawn, int quality)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(drawn.Length)];

        return BrotliEncoder.TryCompress(drawn, compressed, out var written, quality, Window)
            ? compressed[..written]
            : throw new InvalidOperationException("A page is larger compressed than it can be.");
    }

    private static byte[] Gzip(byte[] drawn, CompressionLevel level)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, level))
        {
            gzip.Write(drawn);
        }

        return compressed.ToArray();
    }

    /// <param name="Encoding">Null: as it was drawn.</param>
    /// <param name="Tag">Strong, so it says which bytes they are and not only which page.</param>
    private sealed record Encoded(StringValues Encoding, byte[] Bytes, string Tag)
    {
        public static Encoded As(string? encoding, byte[] bytes, string name) => new(encoding, bytes, $"\"{name}\"");

        public static bool Owns(string header) => header is "Content-Length" or "Content-Encoding" or "ETag";

        public void Announce(HttpResponse response)
        {
            response.Headers.ETag = Tag;
            response.Headers.Vary = "Accept-Encoding";
            response.Headers.ContentLength = Bytes.Length;
            if (Encoding.Count > 0)
            {
                response.Headers.ContentEncoding = Encoding;
            }
        }

        public async Task WriteAsync(HttpContext context)
        {
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                context.Response.BodyWriter.Write(Bytes);
                await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            }
        }
    }
}
