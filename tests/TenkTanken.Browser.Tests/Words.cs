using System.Net;
using System.Text.RegularExpressions;
using TenkTanken.Content;

namespace TenkTanken.Browser.Tests;

/// <summary>The words a reader of the site under test is to see.</summary>
internal static partial class Words
{
    public static readonly ContentLibrary Library = Load();

    private static readonly Language Bokmål = Library.Site.Language("nb")!;

    public static UiTexts Texts => Library.Texts[Bokmål.Code];

    public static EditionWords Edition => Library.CurrentIn(Bokmål);

    public static Checklist Checklist => Edition.Checklist;

    /// <summary>Where one who leaves in a hurry ends up.</summary>
    public static string LeaveAddress => Library.Site.Leave.AbsoluteUri;

    /// <summary>A step of the conversation, or a note.</summary>
    public static Section Step(string id) =>
        Edition.Pages.SelectMany(page => page.Sections).Single(section => section.Id == id);

    /// <summary>What is read of a piece of markup.</summary>
    public static string Text(this Html html) => WebUtility.HtmlDecode(Tag().Replace(html.Value, "")).Trim();

    public static string Text(this Part part) => part.Text.Text();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    private static ContentLibrary Load()
    {
        var loaded = ContentLoader.Load(Folders.Content);

        return loaded.Library
            ?? throw new InvalidOperationException("The content has problems:\n" + string.Join('\n', loaded.Problems));
    }
}

/// <summary>Signs by their permanent ids.</summary>
internal static class Signs
{
    public static readonly Sign FearOrStress = Sign("fear-or-stress");
    public static readonly Sign ControlledByOthers = Sign("controlled-by-others");
    public static readonly Sign DistrustOfStaff = Sign("distrust-of-staff");
    public static readonly Sign NoControlOfPapers = Sign("no-control-of-papers");
    public static readonly Sign DegradingHousing = Sign("degrading-housing");

    /// <summary>These two say nothing alone.</summary>
    public static readonly Sign SeenAtKnownPlaces = Sign("seen-at-known-places");
    public static readonly Sign FromKnownCountry = Sign("from-known-country");

    public static IReadOnlyList<Sign> All => Words.Checklist.Signs;

    private static Sign Sign(string id) => Words.Checklist.Sign(id)
        ?? throw new InvalidOperationException($"The edition has no sign {id}. Journeys need it; name another one here.");
}

/// <summary>Situations by their permanent ids.</summary>
internal static class Cases
{
    public static readonly Case CarWash = Case("case-car-wash");
    public static readonly Case Backpack = Case("case-backpack");

    public static IReadOnlyList<Case> All => Words.Edition.Cases;

    /// <summary>The one that is offered next; after the last, the first.</summary>
    public static Case After(Case situation) => All[(All.ToList().FindIndex(other => other.Id == situation.Id) + 1) % All.Count];

    private static Case Case(string id) => Words.Edition.Case(id)
        ?? throw new InvalidOperationException($"The edition has no situation {id}. Journeys need it; name another one here.");
}

/// <summary>Plans by their permanent ids.</summary>
internal static class Plans
{
    public static readonly PlannedStep TalkAlone = Plan("plan-talk-alone");
    public static readonly PlannedStep Interpreter = Plan("plan-interpreter");
    public static readonly PlannedStep Record = Plan("plan-record");

    private static PlannedStep Plan(string id) => Words.Checklist.Plan(id)
        ?? throw new InvalidOperationException($"The edition has no plan {id}. Journeys need it; name another one here.");
}
