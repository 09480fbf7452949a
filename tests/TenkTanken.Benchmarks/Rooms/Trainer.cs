using System.Globalization;
using System.Text.RegularExpressions;

namespace TenkTanken.Benchmarks.Rooms;

/// <summary>Leads a room, as her browser does.</summary>
internal sealed partial class Trainer : IDisposable
{
    private const string Lessons = "/nb/presentasjon";

    private readonly Browser _browser;
    private string _address = "";

    private Trainer(Browser browser) => _browser = browser;

    /// <summary>What stands on the wall.</summary>
    public string Wall { get; private set; } = "";

    /// <summary>What one types to come in.</summary>
    public string Code { get; private set; } = "";

    public static async Task<Trainer> OpenAsync(Uri site)
    {
        var trainer = new Trainer(new Browser(site));
        trainer._address = await trainer._browser.PostAsync(Lessons, ("_handler", "open-room"), ("adresse", "http://192.168.1.20"));
        trainer.Wall = WallLink().Match(await trainer._browser.GetAsync(trainer._address)).Groups[1].Value;
        trainer.Code = ShownCode().Match(await trainer._browser.GetAsync(trainer.Wall)).Groups[1].Value;

        return trainer;
    }

    /// <summary>Asks what the hall notices in the first case.</summary>
    public async Task AskAsync()
    {
        var page = await _browser.GetAsync(_address);
        await PressAsync(page, Browser.Fields(page, "gjor")[0]);
    }

    /// <summary>One of her buttons, by what it sends.</summary>
    public async Task PressAsync(string action) => await PressAsync(await _browser.GetAsync(_address), action);

    /// <summary>How often each thing was chosen, as it is taken along.</summary>
    public async Task<IReadOnlyList<int>> TotalsAsync()
    {
        var lines = (await _browser.GetAsync($"{_address}/svar.csv")).Split("\r\n");

        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => int.Parse(line.Split(';')[^1], CultureInfo.InvariantCulture))];
    }

    public void Dispose() => _browser.Dispose();

    private async Task PressAsync(string page, string action)
    {
        var seen = Browser.Fields(page, "avstemning") is [var vote, ..] ? vote : "";
        await _browser.PostAsync(_address, ("_handler", "room"), ("avstemning", seen), ("gjor", action));
    }

    [GeneratedRegex("href=\"([^\"]*/rom/skjerm/[^\"]*)\"")]
    private static partial Regex WallLink();

    [GeneratedRegex("room-wall__code\"[^>]*>([^<]*)<")]
    private static partial Regex ShownCode();
}
