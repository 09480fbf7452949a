using System.Net;
using System.Text.RegularExpressions;

namespace TenkTanken.Browser.Tests.Hosting;

/// <summary>Saves and opens as forms do, without a browser: as many as are wanted at once.</summary>
/// <param name="headers">What it tells of itself besides where it is.</param>
internal sealed partial class SavingClient(string address, params (string Name, string Value)[] headers) : IDisposable
{
    private readonly HttpClient _client = Client(address, headers);

    public void Dispose() => _client.Dispose();

    /// <summary>Gives the code that was shown; null where none was, or nobody answered.</summary>
    public async Task<string?> SaveAsync()
    {
        try
        {
            using var answer = await PostAsync("sjekkliste", ("sign-fear-or-stress", "noticed"), ("do", "save"));
            var code = DataCode().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;

            return answer.StatusCode == HttpStatusCode.OK && code.Length > 0 ? code : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (IOException)
        {
            return null; // cut off in the middle of an answer
        }
    }

    public async Task<bool> OpensAsync(string code)
    {
        using var answer = await PostAsync("kom-tilbake", ("code", code));

        return answer.StatusCode == HttpStatusCode.OK;
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path) => _client.SendAsync(new(method, path));

    public Task<HttpResponseMessage> PostAsync(string page, params (string Name, string Value)[] fields) =>
        _client.PostAsync($"/nb/{page}", new FormUrlEncodedContent(
            fields.Prepend(("_handler", "checklist")).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));

    private static HttpClient Client(string address, (string Name, string Value)[] headers)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        foreach (var (name, value) in headers.Append(("Origin", address)))
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        return client;
    }

    [GeneratedRegex("data-code[^>]*>([^<]+)<")]
    private static partial Regex DataCode();
}
