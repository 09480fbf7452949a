using System.Text.RegularExpressions;
using TenkTanken.Content;
using Xunit;

namespace TenkTanken.Web.Tests;

/// <summary>
/// The proposed edition as if it had come out: besides its new signs, one is asked in other words (in bokmål), one is
/// explained anew and one is taken away.
/// </summary>
internal static partial class LaterEditions
{
    public const string Second = "2026-2";
    public const string Third = "2026-3";

    public const string Reworded = "fear-or-stress";
    public const string RewordedTitle = "Virker engstelig";
    public const string ExplainedAnew = "distrust-of-staff";
    public const string TakenAway = "no-access-to-income";
    public const string Added = "never-alone";

    /// <summary>The one readers get today.</summary>
    public static readonly string First = TestContent.Library.Current.Id;

    private static readonly DateOnly Day = new(2026, 11, 25);

    /// <param name="onlyBokmål">It lacks the other languages of the site, and cannot be the one readers get.</param>
    public static void PublishSecond(this TemporaryContent content, bool onlyBokmål = false)
    {
        var structure = $"editions/{Second}/edition.yaml";
        if (onlyBokmål)
        {
            content.Edit(structure, Languages(), "languages: [nb]");
        }

        foreach (var folder in Directory.GetDirectories(content.PathOf($"editions/{Second}")))
        {
            if (onlyBokmål && Path.GetFileName(folder) != "nb")
            {
                Directory.Delete(folder, recursive: true);
                continue;
            }

            var checklist = Path.Combine(folder, "checklist.md");
            content.Edit(checklist, SignSection(), "");
            content.Edit(checklist, ExplainedWhy(), "$1::: why\n…\n:::\n");
        }

        content.Edit(structure, SignEntry(), "");
        content.Edit(structure, MenuLine(), $"taken-away: [{TakenAway}]\n$0");
        content.Edit($"editions/{Second}/nb/checklist.md", RewordedHeading(), $"### {RewordedTitle} {{#{Reworded}}}");
        Publish(content, Second);
    }

    /// <summary>Like the second one, which it follows, with yet another word for one sign.</summary>
    public static void PublishThird(this TemporaryContent content)
    {
        foreach (var file in Directory.GetFiles(content.PathOf($"editions/{Second}"), "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var copy = file.Replace(Second, Third, StringComparison.Ordinal);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var structure = $"editions/{Third}/edition.yaml";
        content.Replace(structure, $"taken-away: [{TakenAway}]\n", "");
        content.Replace(structure, $"previous: \"{First}\"", $"previous: \"{Second}\"");
        content.Replace(structure, "status: published", "status: draft");
        content.Replace($"editions/{Third}/nb/checklist.md", RewordedTitle, "Virker urolig");
        Publish(content, Third);
    }

    /// <summary>Makes it the one readers get.</summary>
    public static void Offer(this TemporaryContent content, string edition) =>
        content.Replace("site.yaml", $"edition: {First}", $"edition: {edition}");

    public static ContentLibrary Load(this TemporaryContent content)
    {
        var loaded = ContentLoader.Load(content.Folder);
        Assert.Empty(loaded.Problems);

        return loaded.Library!;
    }

    private static void Publish(TemporaryContent content, string edition) =>
        Assert.Empty(Publishing.Publish(content.Folder, edition, Day).Select(problem => problem.ToString()));

    /// <summary>Fails when the file does not have it, so that no test edits nothing.</summary>
    private static void Edit(this TemporaryContent content, string file, Regex old, string @new)
    {
        var text = File.ReadAllText(content.PathOf(file));
        Assert.Matches(old, text);
        File.WriteAllText(content.PathOf(file), old.Replace(text, @new));
    }

    [GeneratedRegex("^languages:.*$", RegexOptions.Multiline)]
    private static partial Regex Languages();

    [GeneratedRegex("^menu:", RegexOptions.Multiline)]
    private static partial Regex MenuLine();

    [GeneratedRegex($@"^  - id: {TakenAway}\n    matters: .*\n", RegexOptions.Multiline)]
    private static partial Regex SignEntry();

    [GeneratedRegex($@"^### [^\n]*\{{#{TakenAway}\}}\n[\s\S]*?(?=^###? )", RegexOptions.Multiline)]
    private static partial Regex SignSection();

    [GeneratedRegex($@"^### [^\n]*\{{#{Reworded}\}}$", RegexOptions.Multiline)]
    private static partial Regex RewordedHeading();

    [GeneratedRegex($@"^(### [^\n]*\{{#{ExplainedAnew}\}}\n\n)::: why\n[\s\S]*?\n:::\n", RegexOptions.Multiline)]
    private static partial Regex ExplainedWhy();
}
