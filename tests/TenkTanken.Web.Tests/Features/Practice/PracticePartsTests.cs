using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using TenkTanken.Content;
using TenkTanken.Web.Features.Practice;
using TenkTanken.Web.Hosting.Requests;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Practice;

/// <summary>The parts of the island, as they are before there is a circuit and when there is one.</summary>
public sealed class PracticePartsTests : BunitContext
{
    private static readonly Case CarWash = TestContent.Words.Case("case-car-wash")!;

    private readonly List<string> _steps = [];

    public PracticePartsTests()
    {
        Services.AddSingleton(TestContent.Library);
        Services.AddScoped<PageContext>();
        Services.AddSingleton(TestContent.NoFiles);
    }

    [Fact]
    public void A_sign_that_is_not_ticked_is_only_a_question()
    {
        var sign = RenderSign("controlled-by-others", isTicked: false);

        Assert.False(sign.Find("input[type=checkbox]").HasAttribute("checked"));
        Assert.Empty(sign.FindAll(".part"));
    }

    [Theory]
    [InlineData("controlled-by-others", "seen ordinary next", "Sjefen har bestilt timen.")]
    [InlineData("no-control-of-papers", "seen ordinary next", "Historien sier ingenting om dette.")]
    [InlineData("from-known-country", "seen ordinary", "Historien sier ingenting om dette.")]
    public void A_ticked_sign_shows_the_story_the_ordinary_explanations_and_unless_it_is_context_a_next_step(string sign, string parts, string story)
    {
        var ticked = RenderSign(sign, isTicked: true);

        Assert.Equal(parts.Split(' '), ticked.FindAll(".part").Select(part => part.GetAttribute("data-part")));
        Assert.Contains(story, ticked.Find("[data-part=seen]").TextContent, StringComparison.Ordinal);
        Assert.Equal(!parts.Contains("next", StringComparison.Ordinal), ticked.FindAll(".tag").Count == 1);
    }

    [Theory]
    [InlineData(false, "show next undo finish")]
    [InlineData(true, "next undo finish")]
    public void Explanations_are_asked_for_only_where_nothing_answers_at_once(bool isLive, string buttons)
    {
        var shown = RenderCase("", isLive);

        Assert.Equal(buttons.Split(' '), shown.FindAll("button[name=practice-step]").Select(button => button.GetAttribute("value")));
        Assert.Contains(TestContent.Words.Checklist.Caveat.Title, shown.Markup, StringComparison.Ordinal);
        Assert.Empty(shown.FindAll("#whole-case ~ .part"));
    }

    [Fact]
    public void Pressing_a_button_with_a_circuit_tells_the_island()
    {
        var shown = RenderCase("controlled-by-others", isLive: true);

        shown.Find("button[value=undo]").Click();
        shown.Find("button[value=finish]").Click();

        Assert.Equal(["undo", "finish"], _steps);
    }

    [Theory]
    [InlineData("controlled-by-others", "wonder ordinary next")]
    [InlineData("from-known-country,seen-at-known-places", "wonder ordinary context-only")]
    [InlineData("from-known-country,controlled-by-others", "wonder ordinary next")]
    public void The_whole_story_has_a_next_step_unless_only_context_was_ticked(string ticked, string parts)
    {
        var shown = RenderCase(ticked, isLive: true);

        Assert.Equal(parts.Split(' '), shown.FindAll("section > .part").Select(part => part.GetAttribute("data-part")));
    }

    [Fact]
    public void What_a_room_may_choose_is_no_part_of_practising()
    {
        var draft = ((EditionWords)TestContent.Library.Editions[LaterEditions.Second].ByLanguage["nb"]).Case(CarWash.Id)!;
        Assert.NotEmpty(draft.Choices);

        var shown = RenderCase("controlled-by-others", isLive: true, of: draft);

        Assert.Equal(["wonder", "ordinary", "next"], shown.FindAll("section > .part").Select(part => part.GetAttribute("data-part")));
        Assert.All(draft.Choices, choice => Assert.DoesNotContain(choice.Value, shown.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void When_every_other_situation_was_tried_no_next_one_is_offered()
    {
        var others = TestContent.Words.Cases.Where(other => other != CarWash).Select(other => other.Id);

        var shown = RenderCase("", isLive: true, done: string.Join(',', others));

        Assert.Equal(["undo", "finish"], shown.FindAll("button[name=practice-step]").Select(button => button.GetAttribute("value")));
    }

    [Fact]
    public void The_end_has_what_to_take_along_and_the_next_step_of_what_was_tried()
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));

        var end = Render<TakeAlong>(parameters => parameters
            .Add(part => part.State, PracticeState.Read("*||case-car-wash", TestContent.Words))
            .Add(part => part.OnStep, EventCallback.Factory.Create<string>(this, _steps.Add)));

        Assert.Equal(TestContent.Words.Practice.TakeAlong.Title, end.Find("h1").TextContent);
        Assert.Equal("I vaskehallen", end.Find("article h3").TextContent);
        Assert.Contains("Behandle sårene.", end.Find("article [data-part=next]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<PracticeSign> RenderSign(string sign, bool isTicked) => Render<PracticeSign>(parameters => parameters
        .Add(part => part.Sign, TestContent.Words.Checklist.Sign(sign)!)
        .Add(part => part.Case, CarWash)
        .Add(part => part.IsTicked, isTicked));

    private IRenderedComponent<PracticeCase> RenderCase(string toggles, bool isLive, string done = "", Case? of = null)
    {
        SetRendererInfo(new RendererInfo(isLive ? "Server" : "Static", isLive));

        return Render<PracticeCase>(parameters => parameters
            .Add(part => part.Case, of ?? CarWash)
            .Add(part => part.State, PracticeState.Read($"case-car-wash|{toggles}|{done}", TestContent.Words))
            .Add(part => part.OnStep, EventCallback.Factory.Create<string>(this, _steps.Add)));
    }
}
