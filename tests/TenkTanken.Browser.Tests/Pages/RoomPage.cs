using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TenkTanken.Content;

namespace TenkTanken.Browser.Tests.Pages;

/// <summary>The page from which a room is led that answers on its phones.</summary>
public sealed class RoomPage(IPage page) : SitePage(page)
{
    /// <summary>What a phone could use, were it somewhere else.</summary>
    public const string PhonesUse = "http://tenktanken.example";

    private static WorkshopTexts Texts => Words.Texts.Workshop;

    public ILocator Joined => Page.Locator(".room-steering .lead");

    /// <summary>What is asked, and how many have answered.</summary>
    public ILocator Asked => Page.Locator("section[aria-labelledby=asked-now]");

    /// <param name="lesson">What the room goes through; null: nothing.</param>
    public static async Task<RoomPage> Open(Visitor visitor, Lesson? lesson = null)
    {
        await visitor.GoAsync(WallPage.Lessons);
        if (lesson is not null)
        {
            await visitor.Page.GetByRole(AriaRole.Radio, new() { Name = lesson.Title, Exact = true }).CheckAsync();
        }

        await visitor.Page.GetByLabel(Texts.AddressLabel).FillAsync(PhonesUse);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = Texts.Open }).ClickAsync();
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("/rom/styring/"));

        return new RoomPage(visitor.Page);
    }

    /// <summary>What stands on the wall, in another window.</summary>
    public async Task<RoomWall> OpenWall(Visitor visitor)
    {
        await visitor.GoAsync((await Page.GetByRole(AriaRole.Link, new() { Name = Texts.ToWall }).GetAttributeAsync("href"))!);

        return new RoomWall(visitor.Page);
    }

    /// <summary>
    /// So many come and answer, sent as the forms send it: drawing each of the pages would take most of the time. The first ticks the first of the
    /// signs, the next one more.
    /// </summary>
    public static async Task AnswerUnseen(Visitor visitor, string code, int people, IReadOnlyList<Sign> signs)
    {
        for (var person = 0; person < people; person++)
        {
            var joined = await PostAsync(visitor, RoomPhone.JoinAddress, $"_handler=join-room&kode={Uri.EscapeDataString(code)}");
            var phone = joined.Headers["location"];
            var page = await (await visitor.Page.APIRequest.GetAsync(visitor.Address + phone)).TextAsync();
            var vote = page.Split("name=\"avstemning\" value=\"")[1].Split('"')[0];
            var chosen = string.Concat(signs.Take(person + 1).Select(sign => $"&valg={sign.Id}"));
            await PostAsync(visitor, phone, $"_handler=answer&avstemning={vote}{chosen}");
        }
    }

    public Task Ask(Case story) => PressAsync(Texts.Ask.With(("case", story.Title)));

    public Task AskAgain() => PressAsync(Texts.Again);

    public Task Close() => PressAsync(Texts.Close);

    public Task Reveal() => PressAsync(Texts.Reveal);

    public Task Hide() => PressAsync(Texts.Hide);

    public async Task End()
    {
        await Page.GetByText(Texts.End, new() { Exact = true }).ClickAsync();
        await PressAsync(Texts.EndYes);
    }

    private static Task<IAPIResponse> PostAsync(Visitor visitor, string address, string form) =>
        visitor.Page.APIRequest.PostAsync(visitor.Address + address, new()
        {
            DataString = form,
            Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded", ["Origin"] = visitor.Address },
            MaxRedirects = 0,
        });

    private Task PressAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}

/// <summary>What everybody in the room sees.</summary>
public sealed class RoomWall(IPage page) : SitePage(page)
{
    public ILocator Code => Page.Locator(".room-wall__code");

    public ILocator Totals => Page.Locator(".totals");

    /// <summary>The address, for phones to read.</summary>
    public ILocator Picture => Page.Locator(".qr-code");

    /// <summary>The numbers beside what could be chosen, one for each time it was asked.</summary>
    public ILocator CountsOf(Sign sign) => Page.Locator(".totals tbody tr").Filter(new() { HasText = sign.Title }).Locator(".totals__count");
}

/// <summary>Somebody in the room, with a phone.</summary>
public sealed class RoomPhone(IPage page) : SitePage(page)
{
    public const string JoinAddress = "/nb/bli-med";

    private static WorkshopTexts Texts => Words.Texts.Workshop;

    /// <summary>That the answer is counted.</summary>
    public ILocator Sent => Page.GetByText(Texts.Sent);

    /// <summary>That it is closed.</summary>
    public ILocator IsClosed => Page.Locator(".phone__told").GetByText(Texts.ClosedTitle);

    public ILocator Question => Page.Locator(".phone-choices");

    /// <summary>As the picture on the wall brings it, where scripts run; otherwise it is typed.</summary>
    public static async Task<RoomPhone> Join(Visitor visitor, string code)
    {
        if (visitor.Scripts == Scripts.On)
        {
            await visitor.GoAsync($"{JoinAddress}#{code.Replace(" ", "", StringComparison.Ordinal)}");
        }
        else
        {
            await Type(visitor, code.ToLowerInvariant());
        }

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = Texts.Join, Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("/bli-med/."));

        return new RoomPhone(visitor.Page);
    }

    public static async Task Type(Visitor visitor, string code)
    {
        await visitor.GoAsync(JoinAddress);
        await visitor.Page.GetByLabel(Texts.CodeLabel).FillAsync(code);
    }

    public ILocator Choice(Sign sign) => Page.GetByRole(AriaRole.Checkbox, new() { Name = sign.Title, Exact = true });

    public async Task Answer(params Sign[] signs)
    {
        foreach (var sign in signs)
        {
            await Choice(sign).CheckAsync();
        }

        await PressSend();
    }

    public Task PressSend() => Page.Locator(".phone__asked button").ClickAsync();
}
