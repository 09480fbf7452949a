using System.Buffers;
using System.Collections.Concurrent;
using System.Text;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>
/// Pages that are alike for everybody but for one word: drawn for the first who asks, and written for all others with their word in its place.
/// Of what anybody has answered nothing may stand on such a page.
/// </summary>
internal sealed class KeptPages
{
    private readonly ConcurrentDictionary<string, KeptPage> _kept = new();

    /// <param name="kind">Which page it is. One of each kind is kept, so there have to be few.</param>
    /// <param name="state">What it shows. Where states are equal, it shows the same.</param>
    /// <param name="word">The word that is somebody's own, drawn by chance: it stands for nothing else on the page.</param>
    /// <param name="draw">Draws it for whoever asks now.</param>
    public async Task AnswerAsync(HttpContext context, string kind, object state, string word, RequestDelegate draw)
    {
        if (_kept.TryGetValue(kind, out var kept) && kept.State.Equals(state))
        {
            await kept.WriteAsync(context.Response, word);
            return;
        }

        var drawn = await DrawAsync(context, draw);
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            _kept[kind] = KeptPage.Of(state, drawn, word);
        }

        await context.Response.Body.WriteAsync(drawn, context.RequestAborted);
    }

    private static async Task<byte[]> DrawAsync(HttpContext context, RequestDelegate draw)
    {
        var body = context.Response.Body;
        using var drawn = new MemoryStream();
        try
        {
            context.Response.Body = drawn;
            await draw(context);
        }
        finally
        {
            // An error's page is for the one who asked.
            context.Response.Body = body;
        }

        return drawn.ToArray();
    }

    /// <param name="Parts">What stands between the places of the word, in UTF-8.</param>
    private sealed record KeptPage(object State, IReadOnlyList<byte[]> Parts)
    {
        public static KeptPage Of(object state, byte[] drawn, string word)
        {
            ReadOnlySpan<byte> page = drawn;
            var parts = new List<byte[]>();
            foreach (var part in page.Split(Encoding.UTF8.GetBytes(word)))
            {
                parts.Add(page[part].ToArray());
            }

            return new KeptPage(state, parts);
        }

        public async Task WriteAsync(HttpResponse response, string word)
        {
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.CacheControl = "no-store";
            response.BodyWriter.Write(Parts[0]);
            foreach (var part in Parts.Skip(1))
            {
                Encoding.UTF8.GetBytes(word, response.BodyWriter);
                response.BodyWriter.Write(part);
            }

            await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
        }
    }
}
