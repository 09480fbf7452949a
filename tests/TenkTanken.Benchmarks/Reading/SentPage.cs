namespace TenkTanken.Benchmarks.Reading;

/// <summary>A page as the site sends it: its bytes and its headers.</summary>
internal sealed record SentPage(string Encoding, byte[] Bytes, IReadOnlyList<(string Name, string Value)> Sent, string Tag)
{
    /// <summary>What every server adds by itself.</summary>
    private static readonly string[] Own = ["Date", "Content-Length", "ETag", "Connection", "Transfer-Encoding", "Content-Type", "Content-Encoding"];

    public string Name => Encoding.Length == 0 ? "plain" : Encoding;

    public static async Task<SentPage> AskAsync(Uri site, string page, string encoding, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = site };

        // Asked for until it is compressed as well as can be.
        SentPage? before = null;
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
            using var answer = await client.SendAsync(request, cancellationToken);
            var sent = answer.Headers.Concat(answer.Content.Headers).Where(header => !Own.Contains(header.Key));
            var now = new SentPage(
                encoding,
                await answer.Content.ReadAsByteArrayAsync(cancellationToken),
                [.. sent.Select(header => (header.Key, string.Join(", ", header.Value)))],
                answer.Headers.ETag!.ToString());
            if (now.Tag == before?.Tag)
            {
                return now;
            }

            before = now;
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }
    }

    public IReadOnlyList<string> Headers(string page, bool unchanged) =>
    [
        .. Encoding.Length == 0 ? [] : new[] { $"Accept-Encoding: {Encoding}" },
        .. unchanged ? new[] { $"If-None-Match: {Tag}" } : [],
    ];
}
