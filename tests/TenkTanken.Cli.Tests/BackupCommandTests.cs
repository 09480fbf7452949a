using TenkTanken.Content.Checking;
using TenkTanken.Data;
using Xunit;

namespace TenkTanken.Cli.Tests;

/// <summary>What one who runs the site reads of a backup and of restoring it.</summary>
public sealed class BackupCommandTests
{
    private const string SinceTheBackup =
        "Det noen har lagret etter at kopien ble tatt, er ikke her. Det noen har slettet etter det, er her igjen, forseglet, "
        + "til måneden det hører til er over.\n";

    [Fact]
    public async Task A_backup_is_made_and_restored_with_its_keys()
    {
        using var site = await SavedSite.MakeAsync();

        Assert.Equal(
            (0, $"Sikkerhetskopien ligger i {site.Backup}, og er kontrollert. Nøklene er ikke med, og må ikke kopieres sammen med den.\n"),
            site.BackUp());
        site.MoveDataAway();
        Assert.Equal(
            (0, $"Sikkerhetskopien er lagt inn som {site.Database}. Et nettsted som går, finner den selv etter noen sekunder; gjør det ikke det, "
                + "start det på nytt.\n"
                + "2026-12: Nøkkelen er der. Det som skal slettes etter denne måneden, kan åpnes av dem som har kodene.\n" + SinceTheBackup),
            site.Restore());
        Assert.True(File.Exists(site.Database));
    }

    [Fact]
    public async Task P34_A_restore_without_keys_says_at_once_what_it_means_and_ends_with_two()
    {
        using var site = await SavedSite.MakeAsync();
        site.BackUp();
        site.MoveDataAway();
        Directory.Delete(site.Keys, recursive: true);

        var (exit, said) = site.Restore(null, "--language", "en");

        Assert.Equal(2, exit);
        Assert.Equal(
            $"The backup is restored as {site.Database}. A site that is running finds it by itself in some seconds; if it does not, start it anew.\n"
            + $"2026-12: The key is not in {site.Keys}, or another lies in its place. Nobody can open what is to be forgotten after this month, and "
            + "nothing can be saved for it until the key is put back.\n"
            + "If the keys are in another folder, it is the one the site is to have in Data:Keys. If they are gone for good, what was saved is lost: stop the "
            + "site, move the database away again, delete the files that end in .key where there are any, and start the site. It then begins anew.\n"
            + "What was saved since the backup was made is not here. What was forgotten since then is here again, sealed, until the month it belongs to "
            + "is over.\n",
            said);
        Assert.False(Path.Exists(site.Keys));
    }

    [Fact]
    public async Task Keys_in_a_folder_of_their_own_are_named()
    {
        using var site = await SavedSite.MakeAsync();
        site.BackUp();
        site.MoveDataAway();
        Directory.Move(site.Keys, site.In("elsewhere"));

        var (exit, said) = site.Restore(null, "--keys", site.In("elsewhere"));

        Assert.Equal(0, exit);
        Assert.Contains("2026-12: Nøkkelen er der.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_month_that_is_over_no_key_is_asked_for()
    {
        using var site = await SavedSite.MakeAsync();
        site.BackUp();
        site.MoveDataAway();

        var (exit, said) = site.Restore(new DateOnly(2027, 1, 1));

        Assert.Equal(0, exit);
        Assert.Contains("2026-12: Måneden er over.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Nøkkelen", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_told_in_one_line_and_ends_with_one()
    {
        using var site = await SavedSite.MakeAsync();
        site.BackUp();
        var before = await File.ReadAllBytesAsync(site.Database);

        Assert.Equal(
            (1, $"There is no backup. {site.Backup} is there already, and nothing that is there is ever written over. Give the backup another name.\n"),
            site.BackUp("--language", "en"));
        Assert.Equal(
            (1, $"Sikkerhetskopien er ikke lagt inn. {site.Database} ligger der fra før, og blir ikke skrevet over. Flytt den bort først, sammen med alt "
                + "annet som begynner med tenktanken.db: en logg som blir liggende, ville skade den nye databasen.\n"),
            site.Restore());
        Assert.Equal(before, await File.ReadAllBytesAsync(site.Database));
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public void The_folder_of_the_data_is_never_guessed(string command)
    {
        var (exit, said) = Desk.Run([command, "backup.db"]);

        Assert.Equal(1, exit);
        Assert.Contains("--data", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_in_the_way_is_said_in_every_language()
    {
        foreach (var language in Problem.Languages)
        {
            var said = Enum.GetValues<BackupFaultKind>().Select(kind => Messages.In(language).Say(new BackupFault(kind, "/there", "why."))).ToList();

            Assert.All(said, line => Assert.Contains("/there", line, StringComparison.Ordinal));
            Assert.All(said, line => Assert.DoesNotContain("{", line, StringComparison.Ordinal));
            Assert.Equal(said.Count, said.Distinct().Count());
        }
    }
}
