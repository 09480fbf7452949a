using TenkTanken.Content;

namespace TenkTanken.Web.Hosting.Requests;

/// <summary>The one whose request this is, as far as we care to know: a language, and what was asked for.</summary>
public sealed class PageContext(ContentLibrary library)
{
    /// <summary>Characters. A lesson with all its parts chosen has some three hundred; what is longer is nothing of ours.</summary>
    private const int LongestQuery = 512;

    private string _path = "";
    private string _address = "";

    public Language Language { get; private set; } = library.Site.DefaultLanguage;

    public UiTexts Texts => library.Texts[Language.Code];

    public Edition Edition => library.Current;

    public EditionWords Words => library.CurrentIn(Language);

    /// <summary>Null where there is no such page, and where something went wrong.</summary>
    public RequestedPage? Requested { get; private set; }

    /// <summary>Something was filled in, and the page answers it.</summary>
    public bool HasPosted { get; private set; }

    public string SiteName => library.Site.Name;

    /// <summary>The code of the language that the site's name is a word of.</summary>
    public string SiteNameLanguage => library.Site.DefaultLanguage.Code;

    public string StartAddress => Start(Language);

    /// <summary>An editor reads a draft: what is shown is not yet to be found by readers, and answers no form.</summary>
    public bool IsDraft => library.Root.Length > 0;

    /// <summary>What <c>aria-current</c> says of a link to the page.</summary>
    public string? Current(Page page) => _path.TrimEnd('/') == page.Address.TrimEnd('/') ? "page" : null;

    /// <summary>The code of the language of the page's title: a page may bear the site's name.</summary>
    public string TitleLanguage(Page page) => page.Title == SiteName ? SiteNameLanguage : page.Language;

    /// <summary>
    /// The page that was asked for, in another language: of the same edition where that has it, or else as it is today. The
    /// start page where there is none.
    /// </summary>
    public string AddressIn(Language language)
    {
        var same = Requested?.Edition.ByLanguage.GetValueOrDefault(language.Code)?.Page(Requested.Page.Id);
        var today = Requested is null ? null : library.CurrentIn(language).Page(Requested.Page.Id);
        var lesson = Requested?.Lesson is { } asked ? library.Lessons[language.Code].FirstOrDefault(other => other.Id == asked.Id) : null;

        return lesson is null ? (same ?? today)?.Address ?? Start(language) : lesson.Address + Requested!.Below;
    }

    /// <summary>
    /// A place on the page one is on. In full: on a page with a base, <c>#place</c> alone would lead to the start page, and
    /// without the query a posted page would be left.
    /// </summary>
    public string Here(string place) => $"{_address}#{place}";

    internal void Use(Language language) => Language = language;

    /// <param name="findsPage">False where an error takes the place of the page.</param>
    internal void Use(Language language, HttpRequest request, bool findsPage)
    {
        (Language, _path) = (language, request.PathBase.Value + request.Path.Value);
        Requested = findsPage ? RequestedPage.Find(library, language, request.Path.Value ?? "") : null;
        HasPosted = findsPage && HttpMethods.IsPost(request.Method);

        // One slash in front: two would make what follows the name of another server.
        // Without a long query, which would stand in every link to a place on the page.
        var query = request.QueryString.ToUriComponent();
        _address = $"{request.PathBase.ToUriComponent()}/{request.Path.ToUriComponent().TrimStart('/')}{(query.Length > LongestQuery ? "" : query)}";
    }

    private string Start(Language language) => Addresses.Of(language.Code, "", library.Root);
}

public static class RequestLanguage
{
    /// <summary>The language stands first in the address; elsewhere (an unknown address, say) the browser is asked.</summary>
    public static void UseRequestLanguage(this WebApplication app) => app.Use((context, next) =>
    {
        Apply(context);

        return next(context);
    });

    /// <summary>Tells the request's <see cref="PageContext"/> which language it is.</summary>
    internal static void Apply(HttpContext context, bool findsPage = true)
    {
        var site = context.RequestServices.GetRequiredService<ContentLibrary>().Site;
        var first = context.Request.Path.Value?.Split('/', 3) is [_, { } segment, ..] ? segment : "";
        context.RequestServices.GetRequiredService<PageContext>().Use(site.Language(first) ?? Preferred(context.Request, site), context.Request, findsPage);
    }

    private static Language Preferred(HttpRequest request, Site site)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is null or > 0)
            .OrderByDescending(language => language.Quality ?? 1);
        foreach (var language in wanted)
        {
            if (Match(language.Value.Value ?? "", site) is { } match)
            {
                return match;
            }
        }

        return site.DefaultLanguage;
    }

    /// <summary>Browsers ask for <c>nb-NO</c> or <c>nb</c>; older ones for <c>no</c>, by which bokmål is meant.</summary>
    private static Language? Match(string tag, Site site)
    {
        var language = tag.Split('-')[0].ToLowerInvariant();

        return site.Language(language == "no" ? "nb" : language);
    }
}
