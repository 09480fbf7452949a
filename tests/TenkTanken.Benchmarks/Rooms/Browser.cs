using System.Net;
using System.Text.RegularExpressions;

namespace TenkTanken.Benchmarks.Rooms;

/// <summary>Somebody's browser, with connections of its own: as many as one opens for a page and for a stream.</summary>
internal sealed partial class Browser(Uri site) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        MaxConnectionsPerServer = 2,
        UseCookies = false,
        UseProxy = false,
    })
    {
        BaseAddress = site,
        Timeout = TimeSpan.FromSeconds(60),
    };

    // A client that is let go of leaves open what is still being read.
    private readonly CancellationTokenSource _closed = new();

    public async Task<string> GetAsync(string address)
    {
        using var answer = await _client.GetAsync(address);

        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync()
            : throw new UnexpectedAnswerException(answer.StatusCode);
    }

    /// <summary>Sends a form, and gives the address to which that leads.</summary>
    public async Task<string> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        post.Headers.Add("Origin", site.GetLeftPart(UriPartial.Authority));
        using var answer = await _client.SendAsync(post);

        return answer is { StatusCode: HttpStatusCode.SeeOther, Headers.Location: { } next }
            ? next.OriginalString
            : throw new UnexpectedAnswerException(answer.StatusCode);
    }

    /// <summary>Comes into a room, and gives the address of the phone there.</summary>
    public async Task<string> JoinAsync(string code)
    {
        const string join = "/nb/bli-med";

        return await PostAsync(join, ("_handler", "join-room"), ("deltaker", Fields(await GetAsync(join), "deltaker")[0]), ("kode", code));
    }

    /// <summary>Reads the events of a stream, until the browser is closed.</summary>
    public async Task FollowAsync(string stream, Func<Task> changed)
    {
        using var answer = await _client.GetAsync(stream, HttpCompletionOption.ResponseHeadersRead, _closed.Token);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new UnexpectedAnswerException(answer.StatusCode);
        }

        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(_closed.Token));
        while (await lines.ReadLineAsync(_closed.Token) is { } line)
        {
            if (line == "event: state")
            {
                await changed();
            }
        }
    }

    /// <summary>What is filled in already in a field of a page, in each that has the name.</summary>
    public static IReadOnlyList<string> Fields(string page, string name) =>
    [
        .. Input().Matches(page).Select(input => input.Value)
            .Where(input => input.Contains($"name=\"{name}\"", StringComparison.Ordinal))
            .Select(input => Value().Match(input).Groups[1].Value),
    ];

    public void Dispose()
    {
        _closed.Cancel();
        _client.Dispose();
    }

    [GeneratedRegex("<(?:input|button)[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();
}

internal sealed class UnexpectedAnswerException(HttpStatusCode status) : Exception($"{(int)status}");
