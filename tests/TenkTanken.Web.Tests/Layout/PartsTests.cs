using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using TenkTanken.Content;
using TenkTanken.Web.Hosting.Requests;
using TenkTanken.Web.Layout;
using Xunit;

namespace TenkTanken.Web.Tests.Layout;

/// <summary>The small parts that every feature's pages are made of.</summary>
public sealed class PartsTests : BunitContext
{
    public PartsTests()
    {
        Services.AddSingleton(TestContent.Library);
        Services.AddScoped<PageContext>();
        Services.AddSingleton(TestContent.NoFiles);
    }

    [Fact]
    public void The_top_of_a_page_says_its_title_what_it_is_about_and_then_what_is_its_own()
    {
        var page = TestContent.Words.The(PageKind.Checklist);

        var content = Render<PageTop>(parameters => parameters.Add(top => top.Page, page).AddChildContent("<nav></nav>"));
        var own = Render<PageTop>(parameters => parameters.Add(top => top.Title, "Lagret").Add(top => top.Lead, "Skriv ned koden."));

        Assert.Equal(["H1", "DIV", "NAV"], content.Find("header").Children.Select(part => part.NodeName));
        Assert.Equal(page.Title, content.Find("h1").TextContent);
        Assert.Equal("Lagret Skriv ned koden.", string.Join(' ', own.Find("header").Children.Select(part => part.TextContent)));
    }

    [Fact]
    public void A_notice_is_found_by_its_own_heading()
    {
        var section = TestContent.Words.Checklist.OnlyContext;

        var content = Render<SectionNotice>(parameters => parameters.Add(notice => notice.Section, section));
        var own = Render<SectionNotice>(parameters => parameters
            .Add(notice => notice.Id, "here").Add(notice => notice.Title, "Her").AddChildContent("<p>Ja.</p>"));

        foreach (var (notice, title) in new[] { (content, section.Title), (own, "Her") })
        {
            Assert.Equal(title, notice.Find($"#{notice.Find("section").GetAttribute("aria-labelledby")}").TextContent);
        }

        Assert.Equal("Ja.", own.Find("section > :last-child").TextContent);
    }

    [Fact]
    public void A_button_sends_its_form_and_is_whatever_else_is_said_of_it()
    {
        var button = Render<Button>(parameters => parameters.AddUnmatched("name", "do").AddUnmatched("value", "save").AddChildContent("Lagre")).Find("button");

        Assert.Equal(("submit", "do", "save", "Lagre"),
            (button.GetAttribute("type"), button.GetAttribute("name"), button.GetAttribute("value"), button.TextContent));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_press_that_is_answered_at_once_sends_no_form(bool isLive)
    {
        SetRendererInfo(new RendererInfo(isLive ? "Server" : "Static", isLive));
        var presses = 0;

        var button = Render<Button>(parameters => parameters.Add(button => button.OnPress, () => presses++).AddChildContent("Neste"));
        button.Find("button").Click();

        Assert.Equal(1, presses);
        Assert.Equal(isLive, button.Markup.Contains("onclick:preventDefault", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_of_another_language_are_marked_as_such_by_whatever_shows_them()
    {
        var english = Around("en");
        var own = Around("nb");

        Assert.Equal(["en", "en"], english.FindAll("[lang]").Select(words => words.GetAttribute("lang")));
        Assert.Equal(english.Find("div").TextContent, own.Find("div").TextContent);
        Assert.Empty(own.FindAll("[lang]"));
    }

    [Fact]
    public void Where_there_is_no_text_nothing_takes_its_place() =>
        Assert.Empty(Render<Prose>(parameters => parameters.Add(prose => prose.Text, Html.Empty)).Markup);

    private IRenderedComponent<CascadingValue<string>> Around(string language) => Render<CascadingValue<string>>(parameters => parameters
        .Add(around => around.Name, InLanguage.OfWords)
        .Add(around => around.Value, language)
        .AddChildContent<Prose>(prose => prose.Add(prose => prose.Text, new Html("<p>One</p>")))
        .AddChildContent<InLanguage>(words => words.AddChildContent("Two")));
}
