using System.Text.RegularExpressions;

namespace TenkTanken.Endurance.Running;

/// <summary>Somebody who fills in the forms of the site, with connections that are kept.</summary>
internal sealed partial class Helper : IDisposable
{
    public const string Reading = "/nb/tegn";
    public const string Checklist = "/nb/sjekkliste";
    public const string ComeBack = "/nb/kom-tilbake";
    public const string Action = "do";

    private readonly HttpClient _client;

    public Helper(Site site)
        : this(site.Address)
    {
    }

    public Helper(Uri address)
    {
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 2000 })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(60),
        };
        _client.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
    }

    public Task<Reply> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public Task<Reply> PostAsync(Form form, string action) => PostAsync(form.Action, [.. form.Fields, (Action, action)]);

    public Task<Reply> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields) => SendAsync(new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    /// <summary>The checklist filled in as chance has it, up to the reflection: its form has only to be saved.</summary>
    public async Task<Form> ReflectAsync(Random random)
    {
        var questions = (await GetAsync(Checklist)).Form ?? throw new InvalidOperationException("There is no checklist.");

        return (await PostAsync(Answered(questions, random), "reflect")).Form ?? throw new InvalidOperationException("There is no reflection.");
    }

    public Task<Reply> SaveAsync(Form reflection) => PostAsync(reflection, "save");

    /// <summary>Saves under a code that is drawn in the moment, as for a form whose token cannot be read: one post.</summary>
    public Task<Reply> SaveAtOnceAsync() =>
        PostAsync(Checklist, ("_handler", "checklist"), ("sign-fear-or-stress", "noticed"), ("sign-distrust-of-staff", "unsure"), (Action, "save"));

    public Task<Reply> ComeBackAsync(string code) => PostAsync(ComeBack, ("_handler", "checklist"), (Action, "open"), ("code", code));

    /// <summary>Whether the code opens what was saved.</summary>
    public async Task<bool> OpensAsync(string code) => (await ComeBackAsync(code)) is { Status: 200, Form: { } form } && form.Has("token");

    /// <summary>Of so many, one after the other.</summary>
    public async Task<int> MissingAsync(IEnumerable<string> codes)
    {
        var missing = 0;
        foreach (var code in codes)
        {
            missing += await OpensAsync(code) ? 0 : 1;
        }

        return missing;
    }

    /// <summary>Opens a room, and so many streams of its wall. Nobody answers there.</summary>
    public async Task<IReadOnlyList<Stream>> FollowAsync(int many)
    {
        var room = (await PostAsync("/nb/presentasjon", ("_handler", "open-room"), ("adresse", "http://192.168.1.20"))).Next;
        var wall = WallLink().Match((await GetAsync(room!)).Body).Groups["id"].Value;
        var streams = new List<Stream>();
        for (var i = 0; i < many; i++)
        {
            var answer = await _client.GetAsync($"/rom/{wall}", HttpCompletionOption.ResponseHeadersRead);
            if (answer.IsSuccessStatusCode)
            {
                streams.Add(await answer.Content.ReadAsStreamAsync());
            }
        }

        return streams;
    }

    public static Form Answered(Form questions, Random random)
    {
        string[] answers = ["noticed", "unsure", "not-noticed", ""];
        foreach (var (name, _) in questions.Fields.Where(field => field.Name.StartsWith("sign-", StringComparison.Ordinal)).ToList())
        {
            questions = questions.With(name, answers[random.Next(answers.Length)]);
        }

        return questions;
    }

    public void Dispose() => _client.Dispose();

    private async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        try
        {
            using (request)
            {
                using var response = await _client.SendAsync(request);

                return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.OriginalString);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return new(Reply.None, "");
        }
    }

    /// <param name="Status"><see cref="None"/>: no answer came.</param>
    /// <param name="Next">Where it leads.</param>
    internal sealed record Reply(int Status, string Body, string? Next = null)
    {
        public const int None = 0;

        public Form? Form => Form.In(Body);

        /// <summary>What is acknowledged: a whole page that shows the code.</summary>
        public string? Code => Status == 200 && Body.EndsWith("</html>", StringComparison.Ordinal) && Shown().Match(Body) is { Success: true } shown
            ? shown.Groups["code"].Value
            : null;

        /// <summary>A whole page that says in so many words that it did not go well, with the answers still in it.</summary>
        public bool IsHonestRefusal => Status == 503 && Body.Contains("message-title", StringComparison.Ordinal)
            && Form?.Has("token") == true;
    }

    [GeneratedRegex("href=\"[^\"]*/rom/skjerm/(?<id>[^\"]*)\"")]
    private static partial Regex WallLink();

    [GeneratedRegex("data-code[^>]*>(?<code>[0-9A-Z-]{19})<")]
    private static partial Regex Shown();
}
