using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TenkTanken.Content;
using TenkTanken.Web.Features.Checklist;
using TenkTanken.Web.Features.Practice;
using TenkTanken.Web.Hosting.ContentFolder;
using TenkTanken.Web.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(TestSite))]

namespace TenkTanken.Web.Tests;

/// <summary>The site as it is, on a real Kestrel, with a data folder of its own and a clock the test can turn.</summary>
/// <remarks>
/// One is started for all classes that only ask it for pages. Who turns its clock, looks at its log or counts what it keeps has
/// one of its own: <c>IClassFixture&lt;TestSite&gt;</c>.
/// </remarks>
public sealed class TestSite : WebApplicationFactory<Program>
{
    public const string Checklist = "/nb/sjekkliste";
    public const string ComeBack = "/nb/kom-tilbake";
    public const string Practice = "/nb/ov";

    private readonly HttpClient _client;
    private readonly string _content;
    private readonly bool _ownData;
    private readonly bool _editing;
    private readonly string? _hosts;

    public TestSite()
        : this(content: null)
    {
    }

    /// <param name="content">Another folder of words than the tests' own.</param>
    /// <param name="data">The data folder of a site before: it is not deleted with this one.</param>
    /// <param name="editing">Whether whoever sits at the machine sees drafts.</param>
    /// <param name="hosts">Those the site answers for; null: any.</param>
    internal TestSite(string? content, string? data = null, bool editing = false, string? hosts = null)
    {
        (_editing, _hosts) = (editing, hosts);
        _content = content ?? TestContent.Folder;
        _ownData = data is null;
        Data = data ?? Directory.CreateTempSubdirectory("tenktanken-site-").FullName;
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress.ToString().TrimEnd('/');
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };
    }

    public string Data { get; }

    public string Address { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public ContentLibrary Library => Live.Current;

    internal LiveContent Live => Services.GetRequiredService<LiveContent>();

    /// <summary>What our own code has said. What it looks like when it is written is for those who test that.</summary>
    internal CollectedLog Log { get; } = new();

    public EditionWords Words => Library.CurrentIn(Library.Site.DefaultLanguage);

    public UiTexts Texts => Library.Texts["nb"];

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers) =>
        SendAsync(method, new Uri(path, UriKind.RelativeOrAbsolute), headers);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _client.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>Posts as a browser does from our own page.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, fields, ("Origin", Address));

    public Task<HttpResponseMessage> PostAsync(string path, (string Name, string Value)[] fields, params (string Name, string Value)[] headers)
    {
        const string Form = "_handler";
        (string Name, string Value)[] form = fields.Any(field => field.Name == Form) ? [] : [(Form, path == Practice ? PracticeForm.Name : ChecklistForm.Name)];
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(form.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _client.SendAsync(request);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // As its readers meet it: in Development the framework tells of errors in its own words.
        builder.UseEnvironment("Production");
        builder.UseSetting("Data:Folder", Data);
        builder.UseSetting("Content:Folder", _content);
        builder.UseSetting("Data:Keys", Path.Combine(Data, "keys"));
        if (_hosts is not null)
        {
            builder.UseSetting("AllowedHosts", _hosts);
        }

        if (_editing)
        {
            builder.UseSetting("Editing:Enabled", "true");
        }

        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time).AddSingleton<ILoggerFactory>(Log));
    }

    public override async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await base.DisposeAsync();
        if (_ownData)
        {
            Directory.Delete(Data, recursive: true);
        }
    }
}

internal static class Answer
{
    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    public static async Task<IHtmlDocument> PageAsync(this Task<HttpResponseMessage> response) => await (await response).PageAsync();

    public static string Heading(this IHtmlDocument page) => page.QuerySelector("h1")!.TextContent;

    public static string? Field(this IHtmlDocument page, string name) => page.QuerySelector($"input[name='{name}']")?.GetAttribute("value");
}
