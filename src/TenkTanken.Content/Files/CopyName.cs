using System.Text.RegularExpressions;

namespace TenkTanken.Content.Files;

/// <summary>
/// Names that programs give to copies: those that keep folders in step between machines, file managers, office programs,
/// and version control. Such a file is never content: what is in it is in the other as well, or somebody has to choose.
/// </summary>
internal static partial class CopyName
{
    /// <summary>The name of the file it is a copy of; null where the name is no copy's.</summary>
    /// <param name="isThere">Whether a file of that name lies beside it. Some names are a copy's only then.</param>
    public static string? OriginalOf(string name, Func<string, bool> isThere)
    {
        var original = Once(name, isThere);
        for (var further = original; further is not null; further = Once(further, isThere))
        {
            original = further;
        }

        return original;
    }

    /// <summary>What an office program lays beside a file for as long as it has it open. They shorten long names.</summary>
    public static string? OpenFileOf(string name) => OfAnOpenFile().Match(name) is { Success: true } match ? match.Groups["name"].Value : null;

    private static string? Once(string name, Func<string, bool> isThere)
    {
        if (Before().Match(name) is { Success: true } before)
        {
            return before.Groups["name"].Value;
        }

        if (Behind().Match(name) is { Success: true } behind)
        {
            return behind.Groups["name"].Value;
        }

        if (Within().Match(name) is { Success: true } within)
        {
            return within.Groups["name"].Value + within.Groups["ending"].Value;
        }

        var perhaps = Perhaps().Match(name);
        var original = perhaps.Groups["name"].Value + perhaps.Groups["ending"].Value;

        return perhaps.Success && isThere(original) ? original : null;
    }

    // Copy of home.md, Kopi av home.md
    [GeneratedRegex(@"\A(copy( \(\d+\))? of|kopi( \(\d+\))? av|kopia av|kopie von|copie de|copia de) (?<name>.+)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    // home.md.orig, home.md.bak, home.md.rej, home.md.~1~, home.md.LOCAL.1234.md
    [GeneratedRegex(
        @"\A(?<name>.+\.(md|yaml|lock))(\.(orig|original|bak|backup|rej|old|sav|save|mine|theirs|ours|copy|kopi|r\d+|\d+|~\d+~)"
        + @"|\.(BACKUP|BASE|LOCAL|REMOTE)\.\d+\.\w+)\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    // home (1).md, home (Karis conflicted copy 2026-11-28).md, home - Copy.md, home – kopi (2).md, home copy 2.md, home 2.md,
    // home.sync-conflict-20261128-101112-ABCDEFG.md, home_conflict-20261128-101112.md, home_BACKUP_1234.md
    [GeneratedRegex(
        @"\A(?<name>.+?)("
        + @" ?\(\d+\)"
        + @"| ?\([^()]*(copy|copies|kopi|conflict|konflikt|conflit)[^()]*\)"
        + @"| +([-–—_] *)?(copy|kopi|kopia|kopie|copia)( ?\(?\d+\)?)?"
        + @"| +conflicted copy.*"
        + @"| +\d+"
        + @"|\.sync-conflict-[\w-]+|_conflict-[\d-]+|\.conflict\w*"
        + @"|_(BACKUP|BASE|LOCAL|REMOTE)_\d+"
        + @")(?<ending>\.\w+)?\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex Within();

    // home-copy.md, home_kopi.md, contacts.old.yaml; and with the name of a machine, home-LAPTOP-1A2B.md: ids have no capitals.
    [GeneratedRegex(@"\A(?<name>.+?)([-_.]([Cc]opy|[Kk]opi|old|orig|bak|backup)(-?\d+)?|-(?=[\w-]*[A-Z])[A-Za-z0-9][\w-]*)(?<ending>\.(md|yaml|lock))\z")]
    private static partial Regex Perhaps();

    // ~$home.md, .~lock.home.md#
    [GeneratedRegex(@"\A(~\$(?<name>.+)|\.~lock\.(?<name>.+)#)\z")]
    private static partial Regex OfAnOpenFile();
}
