using Microsoft.Playwright;
using TenkTanken.Browser.Tests.Hosting;
using TenkTanken.Browser.Tests.Pages;
using TenkTanken.Content;
using Xunit;
using ZXing;
using static Microsoft.Playwright.Assertions;
using Proxy = TenkTanken.Browser.Tests.Hosting.Proxy;

namespace TenkTanken.Browser.Tests.Journeys;

/// <summary>A trainer, a wall and a hall of phones.</summary>
public sealed class RoomTests(TestBench bench) : Journey(bench)
{
    /// <summary>A quarter of the projector's own picture, in which a module is three points wide. As with a lens, every point of it counts.</summary>
    private const string Far =
        """
        async picture => {
          const image = new Image();
          image.src = `data:image/png;base64,${picture}`;
          await image.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: image.width / 4, height: image.height / 4 });
          const drawing = canvas.getContext('2d');
          drawing.imageSmoothingQuality = 'high';
          drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
          const points = drawing.getImageData(0, 0, canvas.width, canvas.height).data;
          return [canvas.width, canvas.height, ...points.filter((_, at) => at % 4 === 1)];
        }
        """;

    [Fact]
    public async Task A_phone_reads_the_picture_from_the_back_of_the_room_in_every_light_and_it_leads_in()
    {
        var visitor = await VisitorAsync(equip: browser => browser.ViewportSize = new() { Width = 1024, Height = 768 });
        var wall = await (await RoomPage.Open(visitor)).OpenWall(visitor);
        var code = (await wall.Code.InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var blank = await visitor.Page.Context.NewPageAsync();

        PageEmulateMediaOptions[] lights =
            [new() { ColorScheme = ColorScheme.Light }, new() { ColorScheme = ColorScheme.Dark }, new() { ForcedColors = ForcedColors.Active }];
        foreach (var light in lights)
        {
            await visitor.Page.EmulateMediaAsync(light);

            Assert.Equal($"{RoomPage.PhonesUse}{RoomPhone.JoinAddress}#{code}", await ReadAsync());
        }

        // A picture that is not read would be found.
        await wall.Picture.EvaluateAsync("picture => picture.setAttribute('viewBox', '8 0 40 40')");
        Assert.Null(await ReadAsync());

        async Task<string?> ReadAsync()
        {
            var points = await blank.EvaluateAsync<int[]>(Far, Convert.ToBase64String(await visitor.Page.ScreenshotAsync()));

            return new BarcodeReaderGeneric().Decode(
                new RGBLuminanceSource([.. points.Skip(2).Select(point => (byte)point)], points[0], points[1], RGBLuminanceSource.BitmapFormat.Gray8))?.Text;
        }
    }

    /// <summary>No script, a stream that a proxy holds back, sleep, and a restart in the middle; and another room beside it.</summary>
    [Fact]
    public async Task They_notice_talk_and_notice_again_and_nothing_is_left_whatever_is_in_the_way_of_a_phone_and_of_the_site()
    {
        var site = UntilTheyLeave(await RunningSite.StartKillableAsync());
        var proxy = UntilTheyLeave(Proxy.Before(site, Traffic.HoldsEventsBack));
        var trainerVisitor = await VisitorAsync(address: site.Address);
        var trainer = await RoomPage.Open(trainerVisitor);
        var wallVisitor = await VisitorAsync(address: site.Address, equip: browser => browser.ViewportSize = Screens.Desk);
        var wall = await trainer.OpenWall(wallVisitor);
        var code = await wall.Code.InnerTextAsync();
        var besideVisitor = await VisitorAsync(address: site.Address);
        var beside = await (await RoomPage.Open(besideVisitor)).OpenWall(besideVisitor);
        var besideCode = await beside.Code.InnerTextAsync();
        var visitors = new List<Visitor> { await VisitorAsync(Scripts.Off, site.Address), await VisitorAsync(address: proxy.Address) };
        await visitors[1].StopTheClockAsync();
        while (visitors.Count < 6)
        {
            visitors.Add(await VisitorAsync(address: site.Address));
        }

        var phones = new List<RoomPhone>();
        foreach (var visitor in visitors)
        {
            phones.Add(await RoomPhone.Join(visitor, code));
        }

        // The picture has brought the code, and nothing of it is left in the address.
        Assert.All(visitors, visitor => Assert.DoesNotContain("#", visitor.Page.Url, StringComparison.Ordinal));
        await Expect(trainer.Joined).ToContainTextAsync("6");
        await visitors[5].LookAwayAsync();
        await trainer.Ask(Cases.CarWash);
        await Expect(phones[2].Title).ToHaveTextAsync(Cases.CarWash.Title);
        await AskBehindTheProxyAsync();
        await visitors[0].Page.ReloadAsync();
        foreach (var phone in phones.Take(5))
        {
            await phone.Answer(Signs.ControlledByOthers);
            await Expect(phone.Sent).ToBeVisibleAsync();
        }

        // Nobody sees anything until it is shown; whoever slept is there with the rest.
        await Expect(wall.Title).ToHaveTextAsync(Cases.CarWash.Title);
        await Expect(wall.Totals).ToHaveCountAsync(0);
        await Expect(phones[5].Question).ToHaveCountAsync(0);
        await visitors[5].LookAwayAsync(false);
        await phones[5].Choice(Signs.NoControlOfPapers).CheckAsync();
        await trainer.Reveal();
        await Expect(wall.CountsOf(Signs.ControlledByOthers)).ToHaveTextAsync(["5"]);

        // One more is not seen: it would be known whose it was. What is half ticked stands when it is closed, and says so.
        await phones[4].Choice(Signs.FearOrStress).CheckAsync();
        await phones[5].PressSend();
        await Expect(phones[5].Sent).ToBeVisibleAsync();
        await trainer.Close();
        await Expect(phones[4].IsClosed).ToBeVisibleAsync();
        await Expect(phones[4].Choice(Signs.FearOrStress)).ToBeCheckedAsync();
        await Expect(wall.CountsOf(Signs.ControlledByOthers)).ToHaveTextAsync(["5"]);
        await Expect(wall.CountsOf(Signs.NoControlOfPapers)).ToHaveTextAsync(["0"]);
        await trainer.Hide();
        await Expect(wall.Totals).ToHaveCountAsync(0);
        await trainer.Reveal();

        // They have talked. In the middle of the second time the site is started again.
        await trainer.AskAgain();
        await AskBehindTheProxyAsync();
        foreach (var phone in phones.Skip(1).Take(3))
        {
            await Expect(phone.Choice(Signs.ControlledByOthers)).Not.ToBeCheckedAsync();
            await phone.Answer(Signs.NoControlOfPapers);
            await Expect(phone.Sent).ToBeVisibleAsync();
        }

        foreach (var visitor in visitors.Append(wallVisitor).Append(trainerVisitor).Append(besideVisitor))
        {
            visitor.ExpectsError("net::ERR_");
        }

        await site.KillAsync();
        await site.StartAgainAsync();
        await visitors[0].Page.ReloadAsync();
        await phones[0].Answer(Signs.NoControlOfPapers);
        await Expect(phones[0].Sent).ToBeVisibleAsync();

        // Of four nothing is shown. With the fifth everything is, by itself.
        await trainer.Reveal();
        await Expect(wall.Main).ToContainTextAsync(Words.Texts.Workshop.TooFew.With(("fewest", "5")));
        await Expect(wall.CountsOf(Signs.NoControlOfPapers)).ToHaveTextAsync(["0"]);
        await phones[5].Answer(Signs.NoControlOfPapers);
        await Expect(wall.CountsOf(Signs.NoControlOfPapers)).ToHaveTextAsync(["0", "5"]);
        await Expect(wall.CountsOf(Signs.ControlledByOthers)).ToHaveTextAsync(["5", "0"]);
        foreach (var (width, height) in new[] { (1024, 768), (1440, 900), (1920, 1080) })
        {
            await wallVisitor.Page.SetViewportSizeAsync(width, height);
            Assert.True(await wallVisitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight"));
        }

        await trainer.End();
        await AskBehindTheProxyAsync();
        foreach (var page in phones.Skip(1).Select(phone => phone.Title).Append(wall.Title).Append(trainer.Title))
        {
            await Expect(page).ToHaveTextAsync(Words.Texts.Workshop.OverTitle);
        }

        Assert.NotEqual(code, besideCode);
        await Expect(beside.Title).ToHaveTextAsync(Words.Texts.Workshop.WallTitle);
        await Expect(beside.Code).ToHaveTextAsync(besideCode);
        await Expect(beside.Main).ToContainTextAsync(Words.Texts.Workshop.Joined.With(("count", "0")));
        Assert.DoesNotContain(site.Lines, line => line.Contains("styring", StringComparison.Ordinal) || line.Contains("{Token}", StringComparison.Ordinal));

        // Where nothing is heard it asks by itself now and then.
        Task AskBehindTheProxyAsync() => visitors[1].Page.Clock.RunForAsync(15_000);
    }
}
