using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using TenkTanken.Data;
using Xunit;

namespace TenkTanken.Cli.Tests;

/// <summary>The folders of a site in which something is saved, as one who runs it sees them.</summary>
internal sealed class SavedSite : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tenktanken-cli-").FullName;

    public string Data => In("data");

    public string Keys => In("data-keys");

    public string Database => In("data/tenktanken.db");

    public string Backup => In("backup.db");

    /// <summary>Of a site that has saved and is stopped.</summary>
    public static async Task<SavedSite> MakeAsync()
    {
        var site = new SavedSite();
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(Desk.Today, new TimeOnly(12, 0), TimeSpan.Zero)));
        services.AddStorage(site.Data, KeyFolders.Beside(site.Data));
        await using var provider = services.BuildServiceProvider();
        Assert.Empty(await provider.PrepareStorageAsync());
        var running = provider.GetServices<IHostedService>().ToList();
        foreach (var service in running)
        {
            await service.StartAsync(CancellationToken.None);
        }

        var signs = new Dictionary<string, SignAnswer> { ["fear-or-stress"] = SignAnswer.Noticed };
        var round = new Round(new(1), "2026-1", signs, new Dictionary<string, PlanState>());
        Assert.IsType<Saved>(await provider.GetRequiredService<Sessions>().SaveAsync(ReturnCode.Draw(), round));
        foreach (var service in Enumerable.Reverse(running))
        {
            await service.StopAsync(CancellationToken.None);
        }

        return site;
    }

    public string In(string name) => Path.Combine(_folder, name);

    public (int Exit, string Said) BackUp(params string[] options) => Desk.Run(["backup", Backup, "--data", Data, .. options]);

    public (int Exit, string Said) Restore(DateOnly? today = null, params string[] options) =>
        Desk.Run(["restore", Backup, "--data", Data, .. options], today);

    public void MoveDataAway() => Directory.Move(Data, Data + "-away");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
