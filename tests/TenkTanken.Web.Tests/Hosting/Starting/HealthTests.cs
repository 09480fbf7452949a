using System.Net;
using Microsoft.Data.Sqlite;
using Xunit;

namespace TenkTanken.Web.Tests.Hosting.Starting;

/// <summary>P49: alive says nothing of the disk; ready means that pages can be read, with another word while nothing can be saved.</summary>
public sealed class HealthTests : IDisposable
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(1);

    private readonly string _data = Directory.CreateTempSubdirectory("tenktanken-health-").FullName;

    private string Database => Path.Combine(_data, "tenktanken.db");

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_database_that_is_moved_away_and_put_back_is_told_and_the_site_stays_ready_to_be_read()
    {
        using var site = new TestSite(content: null, data: _data);
        Assert.Equal("ready", await AskAsync(site));

        File.Move(Database, Database + ".away");
        site.Time.Advance(AMoment);
        Assert.Equal("reading only", await AskAsync(site));
        Assert.Equal("live", await AskAsync(site, "/health/live"));

        File.Move(Database + ".away", Database);
        site.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("ready", await AskAsync(site));
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains("GET /health", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lock_is_told_within_two_seconds()
    {
        using var site = new TestSite(content: null, data: _data);
        using var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        other.Open();
        var locked = other.BeginTransaction();

        var asked = AskAsync(site);
        while (!asked.IsCompleted)
        {
            site.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        Assert.Equal("reading only", await asked);
        locked.Dispose();
        site.Time.Advance(AMoment);
        Assert.Equal("ready", await AskAsync(site));
    }

    [Fact]
    public async Task A_database_that_was_damaged_before_the_start_is_told()
    {
        await File.WriteAllTextAsync(Database, "no database");
        using var site = new TestSite(content: null, data: _data);

        Assert.Equal("reading only", await AskAsync(site));
        Assert.Equal(HttpStatusCode.OK, (await site.SendAsync(HttpMethod.Head, "/health/ready")).StatusCode);
    }

    private static async Task<string> AskAsync(TestSite site, string path = "/health/ready")
    {
        var answer = await site.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);

        return await answer.Content.ReadAsStringAsync();
    }
}
