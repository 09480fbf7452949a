using Microsoft.Playwright;
using TenkTanken.Content;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>What the law asks: three questions, and below them all the rules.</summary>
public sealed class DutiesPage(IPage page) : SitePage(page)
{
    public static string Address => Words.Edition.The(PageKind.Duties).Address;

    public static IReadOnlyList<DutyAnswer> Answers => [.. Words.Edition.Duties.Questions.SelectMany(question => question.Answers)];

    /// <summary>What answers have brought forth, whichever they are; as long as no rule in the list below is open.</summary>
    public ILocator GuidanceInSight => Main.GetByRole(AriaRole.Heading, new() { Level = 3 });

    public static async Task<DutiesPage> Open(Visitor visitor)
    {
        await visitor.GoAsync(Address);

        return new DutiesPage(visitor.Page);
    }

    public ILocator Choice(string answer) => Question(answer).GetByRole(AriaRole.Radio, new() { Name = Titled(answer).Title, Exact = true });

    /// <summary>The choice that takes an answer back.</summary>
    public ILocator NothingChosenBeside(string answer) =>
        Question(answer).GetByRole(AriaRole.Radio, new() { Name = Words.Texts.Duties.NotAnswered, Exact = true });

    public ILocator GuidanceOf(string answer) =>
        Question(answer).GetByRole(AriaRole.Heading, new() { Name = Words.Texts.Duties.Answered.With(("answer", Titled(answer).Title)), Exact = true });

    /// <summary>The link to a rule that an answer has brought forth.</summary>
    public ILocator RuleUnder(string answer, DutyRule rule) => Question(answer).GetByRole(AriaRole.Link, new() { Name = rule.Title, Exact = true });

    /// <summary>A rule in the list of all of them.</summary>
    public ILocator InFull(DutyRule rule) => Page.Locator("details").Filter(new() { Has = Page.GetByText(rule.Title, new() { Exact = true }) });

    public static DutyAnswer Titled(string answer) => Answers.Single(other => other.Id == answer);

    private ILocator Question(string answer)
    {
        var question = Words.Edition.Duties.Questions.Single(question => question.Answers.Any(other => other.Id == answer));

        return Page.GetByRole(AriaRole.Group, new() { Name = question.Title, Exact = true });
    }
}
